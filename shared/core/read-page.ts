/** A page in, its article out: score the blocks, label them, read the fields. One path for HTML and plain text. */
import type { Page } from './block.ts';
import type { Hints, OutletProfile } from './document.ts';
import { composeArticle } from './fields/compose.ts';
import { labelPage } from './label/labeller.ts';
import type { LabelledBlock } from './label.ts';
import type { Article } from './record.ts';
import { bodyScores } from './score/score.ts';

/** What reading leaves behind: the article, and every block with its label and reason. */
export interface Reading {
  readonly article: Article;
  readonly page: Page;
  readonly labelled: readonly LabelledBlock[];
}

/** Throws `Rejection` `article.no-text` when the page holds no readable text at all. */
export function readPage(page: Page, hints: Hints, profile: OutletProfile): Reading {
  const labelled = labelPage(page, bodyScores(page), profile);
  return { article: composeArticle(page, labelled, hints, profile), page, labelled };
}
