/** JSON as Python writes it, whose numbers may be `NaN`, `Infinity`, `-Infinity`, which JSON has not. In: text. Out: its value, with null in their place; undefined for what is no JSON. */
import { type Json, parsedJson } from '../html/json.ts';
import { afterString } from './containers/json-elements.ts';

const NUMBERS = ['NaN', '-Infinity', 'Infinity'] as const;

export function parsedRecord(text: string): Json | undefined {
  return parsedJson(text) ?? (hasNumbers(text) ? parsedJson(asJson(text)) : undefined);
}

/** `{"a": NaN, "b": "NaN"}` //=> `{"a": null, "b": "NaN"}` */
export function asJson(text: string): string {
  if (!hasNumbers(text)) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') at = afterString(text, at);
    else if (mark === 'N' || mark === 'I' || mark === '-') {
      const number = NUMBERS.find((one) => text.startsWith(one, at));
      if (number === undefined) continue;
      parts.push(text.slice(from, at), 'null');
      from = at + number.length;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)].join('');
}

function hasNumbers(text: string): boolean {
  return text.includes('NaN') || text.includes('Infinity');
}
