/** Bytes that no compression makes shorter. In: how many, and a seed. Out: the same bytes each time. */
export function noise(count: number, seed: number): Buffer {
  const bytes = Buffer.alloc(count);
  let state = (seed + 1) * 2_654_435_761;
  for (let at = 0; at + 4 <= count; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state | 0, at);
  }
  return bytes;
}
