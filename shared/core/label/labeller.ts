/**
 * A page and the model's scores come in; one label and one reason for every block go out, for HTML and plain text alike.
 * Promise: the passes run in this order, and each sees what those before it decided.
 */
import type { Page } from '../block.ts';
import type { OutletProfile } from '../document.ts';
import type { LabelledBlock } from '../label.ts';
import { labelAdvisories, labelEmbargoes } from './advisory.ts';
import { labelAfterText } from './after.ts';
import { labelAppeals } from './appeal.ts';
import { labelAppealBoxes } from './appeal-box.ts';
import { labelAuthorNote } from './author-note.ts';
import { labelBareText } from './bare-text.ts';
import { labelBody } from './body.ts';
import { labelComments } from './comments.ts';
import { labelConsent } from './consent.ts';
import { labelConsentNotices } from './consent-notices.ts';
import { startDraft } from './draft.ts';
import { labelEntries } from './entries.ts';
import { labelFurniture, labelProfileLines } from './furniture.ts';
import { labelFusedRepeats } from './fused-repeat.ts';
import { labelHead } from './head.ts';
import { labelHeadline } from './headline.ts';
import { labelListing } from './listing.ts';
import { labelMarkedCaptions } from './marked-caption.ts';
import { labelMedia } from './media.ts';
import { labelMissedParagraphs } from './missed-paragraph.ts';
import { labelNewsList } from './news-list.ts';
import { labelNextArticle } from './next-article.ts';
import { labelRelated } from './related.ts';
import { labelRepeats, scoresOverCopies } from './repeats.ts';
import { labelRest } from './rest.ts';
import { labelSideColumns } from './side-column.ts';

const PASSES = [
  labelProfileLines,
  labelEmbargoes,
  labelHeadline,
  labelAdvisories,
  labelConsentNotices,
  labelFurniture,
  labelConsent,
  labelListing,
  labelNewsList,
  labelNextArticle,
  labelSideColumns,
  labelComments,
  labelAuthorNote,
  labelAppeals,
  labelAppealBoxes,
  labelMedia,
  labelMarkedCaptions,
  labelHead,
  labelRepeats,
  labelFusedRepeats,
  labelRelated,
  labelAfterText,
  labelEntries,
  labelMissedParagraphs,
  labelBareText,
  labelBody,
  labelRest,
] as const;

/** `scores` are 0 to 1, one for each block. */
export function labelPage(page: Page, scores: readonly number[], profile: OutletProfile): readonly LabelledBlock[] {
  const draft = startDraft(page, scoresOverCopies(page, scores), profile);
  for (const pass of PASSES) pass(draft);
  return draft.labelled();
}
