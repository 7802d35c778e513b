/**
 * Inputs and answers of DynamoDB as its JSON has them. In: what the SDK's commands hold, or the text of an answer. Out: the other of the two.
 * Promise: bytes are text on the wire and bytes to us; all else is left as it is.
 */

/** Of an input: bytes become base64. */
export function toWire(input: object): string {
  return JSON.stringify(encoded(input));
}

function encoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return base64Of(value);
  if (Array.isArray(value)) return value.map(encoded);
  const copy: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(value)) copy[name] = encoded(own);
  return copy;
}

function base64Of({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** Of an answer: what stands as a text under `B` is bytes, for an attribute of that name is an object. */
export function fromWire(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  decode(answer);
  return answer;
}

/** In place: the answer is ours alone, and as deep as DynamoDB lets an item be, 32 levels. */
function decode(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (isBytes(value)) Object.assign(value, { B: bytesOf(value.B) });
  else for (const own of Object.values(value)) decode(own);
}

function isBytes(value: object): value is { readonly B: string } {
  return 'B' in value && typeof value.B === 'string';
}

function bytesOf(text: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
