/** Pages with a known headline come in, the lines that may be it go out with their traits, always in the same order. */
import { NO_PROFILE } from '../../shared/core/document.ts';
import { startDraft } from '../../shared/core/label/draft.ts';
import type { Traits } from '../../shared/core/label/headline-traits.ts';
import { headlineCandidates } from '../../shared/core/label/headline-words.ts';
import { scoresOverCopies } from '../../shared/core/label/repeats.ts';
import { bodyScores } from '../../shared/core/score/score.ts';
import { readSet } from '../train/data.ts';
import { readCase, scrapeOf } from '../train/pages.ts';

export interface Row {
  readonly traits: Traits;
  readonly isHeadline: boolean;
}

export interface Example {
  readonly set: string;
  readonly site: string;
  /** News counts for more than blogs and guides. */
  readonly weight: number;
  readonly rows: readonly Row[];
}

const SETS: Readonly<Record<string, number>> = {
  'naeb-text': 3,
  'fundus-text': 4,
  naeb: 1.5,
  fundus: 2,
  'wcxb-dev': 0.5,
  'trafilatura-eval': 0.7,
  postlight: 1.5,
};

export function* readExamples(data: string): Generator<Example> {
  for (const [set, weight] of Object.entries(SETS)) {
    for (const from of readSet(data, set)) {
      const { title } = from.truth;
      if (title === null || title === '') continue;
      const read = readCase(from);
      const page = read.format === 'html' ? scrapeOf(read) : read;
      const key = squeezed(title);
      if (!page.blocks.some(({ text }) => squeezed(text) === key)) continue;
      const draft = startDraft(page, scoresOverCopies(page, bodyScores(page)), NO_PROFILE);
      const rows = headlineCandidates(draft).map(({ line, traits }) => ({
        traits: Object.assign({}, ...traits),
        isHeadline: squeezed(line.text) === key,
      }));
      yield { set, site: from.site, weight, rows };
    }
  }
}

/** Letters and digits alone, as the measure compares titles. */
function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
