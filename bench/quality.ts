/** Answers of one peer on one set in, its figures out, by the measures that lie beside the data. */
import type { PeerAnswer } from './peers/peer.ts';

export interface Metrics {
  bodyScore(pairs: readonly { truth: string; predicted: string }[]): { f1: number; precision: number; recall: number };
  sameTitle(truth: string, predicted: string | null): boolean;
  sameDay(truth: string, ...predicted: (string | null)[]): boolean;
  peopleScore(truth: readonly string[], predicted: readonly string[]): { exact: boolean };
}

export type Truth = Readonly<
  Record<string, { main?: string; body?: string; title?: string; date?: string; authors?: readonly string[] }>
>;

/** Percent, or null where the truth has none of it. `silent`: pages with a true body and no answer, crashes included. */
export interface Figures {
  readonly bodyF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly headline: number | null;
  readonly day: number | null;
  readonly authors: number | null;
  readonly silent: number;
  /** Percent of the pages for which the peer asked for a second opinion. */
  readonly asked: number;
}

type Answers = readonly (PeerAnswer & { readonly name: string })[];

export function scoreAnswers(metrics: Metrics, truth: Truth, answers: Answers): Figures {
  const found = new Map(answers.map((answer) => [answer.name, answer]));
  const cases = Object.entries(truth).map(([name, fact]) => ({ fact, got: found.get(name) }));
  const bodies = cases.filter(({ fact }) => fact.main ?? fact.body);
  const body = metrics.bodyScore(
    bodies.map(({ fact, got }) => ({ truth: fact.main ?? fact.body ?? '', predicted: got?.body ?? '' })),
  );
  const rate = (has: (c: (typeof cases)[number]) => unknown, hit: (c: (typeof cases)[number]) => boolean) => {
    const list = cases.filter(has);
    return list.length ? (100 * list.filter(hit).length) / list.length : null;
  };
  return {
    bodyF1: 100 * body.f1,
    precision: 100 * body.precision,
    recall: 100 * body.recall,
    headline: rate(
      (c) => c.fact.title,
      (c) => metrics.sameTitle(c.fact.title ?? '', c.got?.headline ?? null),
    ),
    day: rate(
      (c) => c.fact.date,
      (c) => metrics.sameDay(c.fact.date ?? '', c.got?.date ?? null, c.got?.printedDate ?? null),
    ),
    authors: rate(
      (c) => c.fact.authors?.length,
      (c) => metrics.peopleScore(c.fact.authors ?? [], c.got?.authors ?? []).exact,
    ),
    asked: (100 * answers.filter(({ asked }) => asked).length) / answers.length,
    silent: bodies.filter(({ got }) => !got?.body.trim()).length,
  };
}
