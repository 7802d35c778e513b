/**
 * How many of some articles may not be shown to others, now or ever. In: articles, or such counts of parts. Out: a count, and what it is
 * at a moment. Promise: a function of the set; what is lumped together is counted as hidden for longer, never for shorter.
 */
import { z } from 'zod';
import { endOfEmbargo } from './embargo.ts';
import type { Releasable } from './released.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { compareText } from './url.ts';

/** Withheld and canceled ones come out at no moment that is known. */
export const ALWAYS = 'always';

export const Hidden = z.object({
  always: z.number(),
  /** Under embargo, by its end: ISO 8601 instants in UTC. */
  until: z.record(z.string(), z.number()),
});
export type Hidden = z.infer<typeof Hidden>;

/** `always`, the end of its embargo, or null for what was never held back. */
export function hiddenUntil({ status, embargoedUntil = null }: Releasable): string | null {
  if (status !== 'usable') return ALWAYS;
  return embargoedUntil === null ? null : endOfEmbargo(embargoedUntil);
}

export function hiddenOne(until: string | null): Hidden | null {
  if (until === null) return null;
  return until === ALWAYS ? { always: 1, until: {} } : { always: 0, until: { [until]: 1 } };
}

/** Null when there is none: nothing has to be said of most. */
export function hiddenSum(parts: readonly (Hidden | null | undefined)[]): Hidden | null {
  const some = parts.filter((part) => part !== null && part !== undefined);
  if (some.length === 0) return null;
  const counts = new Map<string, number>();
  for (const [end, count] of some.flatMap(({ until }) => Object.entries(until)))
    counts.set(end, (counts.get(end) ?? 0) + count);
  return { always: some.reduce((sum, part) => sum + part.always, 0), until: Object.fromEntries(fewEnds(counts)) };
}

/** The earliest ends are counted with the one behind them, until there are few enough to stand in an item. */
function fewEnds(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const ends = [...counts].sort(([a], [b]) => compareText(a, b));
  const over = ends.length - STORE_LIMITS.embargoEnds;
  const [last, ...rest] = ends.slice(Math.max(0, over));
  if (over <= 0 || last === undefined) return ends;
  const lumped = ends.slice(0, over).reduce((sum, [, count]) => sum + count, 0);
  return [[last[0], last[1] + lumped], ...rest];
}

/** `at`: ISO 8601 instant. */
export function hiddenAt(hidden: Hidden | null | undefined, at: string): number {
  if (hidden === null || hidden === undefined) return 0;
  const embargoed = Object.entries(hidden.until).filter(([end]) => isHiddenAt(end, at));
  return embargoed.reduce((sum, [, count]) => sum + count, hidden.always);
}

export function isHiddenAt(until: string | null | undefined, at: string): boolean {
  if (until === null || until === undefined) return false;
  return until === ALWAYS || Date.parse(until) > Date.parse(at);
}

/** Of a whole that so many belong to: until when all of it is hidden; null when some of it never was. */
export function allHiddenUntil(hidden: Hidden | null | undefined, count: number): string | null {
  if (hidden === null || hidden === undefined) return null;
  const ends = Object.keys(hidden.until).sort(compareText);
  const held = Object.values(hidden.until).reduce((sum, one) => sum + one, hidden.always);
  if (held < count) return null;
  return ends[0] ?? ALWAYS;
}
