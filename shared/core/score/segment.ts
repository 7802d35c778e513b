/** The run of neighbouring values with the largest sum. Gains come in, a half-open range goes out (0, 0 when nothing gains). */

export interface Segment {
  readonly from: number;
  readonly to: number;
}

export function bestSegment(gains: Float32Array): Segment {
  let best = 0;
  let found: Segment = { from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < gains.length; i += 1) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += gains[i] ?? 0;
    if (sum > best) {
      best = sum;
      found = { from, to: i + 1 };
    }
  }
  return found;
}
