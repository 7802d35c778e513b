/** What the agency tells desks about this version. In: the lines labelled so, and the headline. Out: kind and note. Promise: a kill outweighs all else that is said. */

import { kindOfNote, readAdvisory } from '../read/advisory.ts';
import type { Advisory } from '../record.ts';
import { ADVISORY_KINDS, HEADLINE_CALLS } from '../tables/advisories.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

interface Offer {
  readonly advisory: Advisory;
  readonly where: string;
  readonly rule: string;
}

export function readAdvisoryField(sources: Sources, headline: string | null): Found<Advisory | null> {
  const lines = sources.blocks('meta.advisory').map(({ block, reason }): Offer => {
    const kind = readAdvisory(block.text) ?? kindOfNote(block.text);
    return { advisory: { kind, note: block.text }, where: placeOf(block), rule: reason.rule };
  });
  const offers = [...lines, ...calledBy(headline)];
  const [best] = offers.toSorted((a, b) => rank(a) - rank(b));
  if (best === undefined) return nothing(null);
  return found(best.advisory, 'advisory', best.where, best.rule, best.advisory.note);
}

/** Kills first, plain notes last. */
function rank({ advisory }: Offer): number {
  return ADVISORY_KINDS.indexOf(advisory.kind);
}

/** The headline keeps its call: whoever ran it printed it. */
function calledBy(headline: string | null): readonly Offer[] {
  return HEADLINE_CALLS.flatMap(([pattern, kind]) => {
    const note = headline === null ? undefined : pattern.exec(headline)?.[0];
    return note === undefined ? [] : [{ advisory: { kind, note }, where: 'headline', rule: 'advisory.headline' }];
  });
}
