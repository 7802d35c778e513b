/** What is said of an event as a whole. Its stories come in, a working title, its span, its outlets and its size go out. Promise: a function of the set. */
import type { EventPrint } from './event-print.ts';
import { eventScore } from './event-score.ts';
import { weighed } from './weighed-print.ts';
import { windowRarity } from './window-rarity.ts';

export interface EventMember {
  readonly storyId: string;
  readonly headline: string | null;
  /** ISO 8601 in UTC; null when unknown or disputed. */
  readonly published: string | null;
  readonly outlets: readonly string[];
  /** Articles of the story, itself among them. */
  readonly articles: number;
  readonly print: EventPrint;
}

export interface EventDescription {
  /** Headline of the story that is most like the others; null when none has one. */
  readonly title: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly outlets: readonly string[];
  readonly stories: number;
  readonly articles: number;
}

/** Members compared to find the centre: comparing all with all grows with the square. */
const CENTRE_SAMPLE = 40;

export function describeEvent(members: readonly EventMember[]): EventDescription {
  const sorted = [...members].sort(earlier);
  const dates = sorted.flatMap(({ published }) => published ?? []);
  return {
    title: centre(sorted)?.headline ?? null,
    from: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    outlets: [...new Set(sorted.flatMap(({ outlets }) => outlets))].sort(),
    stories: sorted.length,
    articles: sorted.reduce((sum, { articles }) => sum + articles, 0),
  };
}

/** Earliest first, those without a date last; then by name. */
function earlier(x: EventMember, y: EventMember): number {
  const [a, b] = [x.published ?? '~', y.published ?? '~'];
  if (a !== b) return a < b ? -1 : 1;
  return x.storyId < y.storyId ? -1 : 1;
}

/** Of two as central the earlier. */
function centre(sorted: readonly EventMember[]): EventMember | undefined {
  const titled = sorted.filter(({ headline }) => headline !== null && headline !== '').slice(0, CENTRE_SAMPLE);
  const rarity = windowRarity(titled);
  const prints = titled.map(({ print }) => weighed(print, rarity));
  let best: EventMember | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, print] of prints.entries()) {
    const sum = prints.reduce((total, other, index) => (index === at ? total : total + eventScore(print, other)), 0);
    if (sum > most) {
      most = sum;
      best = titled[at];
    }
  }
  return best;
}
