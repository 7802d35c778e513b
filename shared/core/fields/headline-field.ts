/** The record's headline: what the page offers and the block that was labelled as headline, by agreement. */
import { type Found, found, nothing, placeOf, withLosers } from './found.ts';
import { chooseHeadline, type HeadlineOffer } from './headline.ts';
import type { Sources } from './sources.ts';

/** A labelled line is all that a text has; on a page it is one more voice, and mostly the `h1` again. */
const LABELLED_WEIGHT = 0.6;

export function readHeadline(sources: Sources): Found<string | null> {
  const [block] = sources.blocks('meta.headline');
  const labelled: HeadlineOffer | null =
    block === undefined
      ? null
      : {
          text: block.block.text,
          where: placeOf(block.block),
          raw: block.block.text,
          weight: LABELLED_WEIGHT,
          kind: 'labelled',
        };
  const choice = chooseHeadline(sources.page.candidates, labelled, sources.site);
  if (choice === null) return { ...nothing(null), quality: ['headline-missing'] };
  const rule = choice.agreeing > 1 ? `headline.agreed-by-${choice.agreeing}` : 'headline.only';
  return withLosers(found(choice.text, 'headline', choice.where, rule, choice.raw), 'headline', choice.lost);
}
