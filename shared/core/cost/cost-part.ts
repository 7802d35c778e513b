/** A line of what a month costs. Promise: it says what it was counted from. */
export interface CostPart {
  readonly part: string;
  readonly usdPerMonth: number;
  /** What it was counted from. */
  readonly basis: string;
}
