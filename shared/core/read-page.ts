/** A page in, its article out: score the blocks, label them, read the fields. One path for HTML and plain text. */
import type { Page } from './block.ts';
import type { Hints, OutletProfile } from './document.ts';
import { composeArticle } from './fields/compose.ts';
import type { LabelledBlock } from './label.ts';
import type { Article } from './record.ts';
import { bodyScores } from './score/score.ts';
import { type Ask, labelWithSecondLook } from './second-look.ts';

/** What reading leaves behind: the article, and every block with its label and reason. */
export interface Reading {
  readonly article: Article;
  readonly page: Page;
  readonly labelled: readonly LabelledBlock[];
}

/** Plain text has no second opinion. */
function noOpinion(page: Page): Ask {
  return () => page;
}

/** Throws `Rejection` `article.no-text` when the page holds no readable text at all. */
export function readPage(page: Page, hints: Hints, profile: OutletProfile, ask: Ask = noOpinion(page)): Reading {
  const looked = labelWithSecondLook(page, bodyScores(page), profile, ask);
  return { article: composeArticle(looked.page, looked.labelled, hints, profile), ...looked };
}
