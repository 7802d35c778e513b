/** Pages built by hand for the tests of fields: labelled lines in, an article out. */
import type { Block, Candidate, Page } from '../../shared/core/block.ts';
import { type Hints, NO_HINTS, NO_PROFILE, type OutletProfile } from '../../shared/core/document.ts';
import { composeArticle } from '../../shared/core/fields/compose.ts';
import type { Label, LabelledBlock } from '../../shared/core/label.ts';
import type { Article } from '../../shared/core/record.ts';

export type Line = readonly [Label, string] | readonly [Label, string, Partial<Block>];

export interface Given {
  readonly lines?: readonly Line[];
  readonly candidates?: readonly Candidate[];
  readonly hints?: Partial<Hints>;
  readonly profile?: Partial<OutletProfile>;
  readonly repairs?: readonly string[];
  readonly format?: Page['format'];
}

export const BODY: Line = [
  'body',
  'The ferry between the two harbours will not run on Tuesday, the city council said after a long meeting with the crews.',
];

export function articleOf(given: Given): Article {
  const labelled = (given.lines ?? [BODY]).map(
    ([label, text, more], index): LabelledBlock => ({ label, block: block(index, text, more), reason: REASON }),
  );
  const page: Page = {
    format: given.format ?? 'text',
    blocks: labelled.map((one) => one.block),
    candidates: given.candidates ?? [],
    opinion: null,
    repairs: given.repairs ?? [],
  };
  return composeArticle(page, labelled, { ...NO_HINTS, ...given.hints }, { ...NO_PROFILE, ...given.profile });
}

const REASON = { rule: 'test.given', text: 'Given by the test.' };

function block(index: number, text: string, more: Partial<Block> = {}): Block {
  return {
    index,
    line: index + 1,
    text,
    raw: null,
    tag: 'line',
    element: null,
    linkChars: 0,
    gapBefore: false,
    fused: false,
    ...more,
  };
}

export function offer(
  field: Candidate['field'],
  value: string,
  where: string,
  source: Candidate['source'] = 'meta',
): Candidate {
  return { field, value, source, where };
}
