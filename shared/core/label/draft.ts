/**
 * Labelling in progress: a page and its scores come in, passes write labels into it, the labelled blocks go out.
 * Promise: the first pass that is sure of a block has it; a pass that only suggests never overrules the model.
 */
import type { Block, Page } from '../block.ts';
import type { OutletProfile } from '../document.ts';
import type { Label, LabelledBlock } from '../label.ts';
import { type FoldedLine, foldedLines } from './folded-line.ts';
import type { PhraseHit } from './phrases.ts';
import { type Readings, readingsOf } from './readings.ts';
import { type RuleId, reasonOf } from './rules.ts';

/** From here on the model's word is body. */
export const BODY_THRESHOLD = 0.5;

/** What passes ask of a block again and again. */
export interface Line {
  readonly index: number;
  readonly block: Block;
  readonly text: string;
  /** Probability of being body, 0 to 1. */
  readonly score: number;
  readonly folded: string;
  readonly words: number;
  readonly phrase: PhraseHit | null;
  readonly readings: Readings;
}

export interface Draft {
  readonly page: Page;
  readonly profile: OutletProfile;
  readonly lines: readonly Line[];
  readonly labelOf: (index: number) => Label | null;
  /** Grows with every label: what was worked out at a count holds as long as it stands. */
  readonly decided: () => number;
  /** Labels a block that has no label yet. */
  readonly put: (index: number, label: Label, rule: RuleId, detail?: string) => void;
  /** The same, but not where the model says body with at least `certainty` (the body threshold unless given). */
  readonly suggest: (index: number, label: Label, rule: RuleId, certainty?: number, detail?: string) => void;
  /** The model says body and no rule has said otherwise. */
  readonly isBody: (index: number) => boolean;
  readonly labelled: () => readonly LabelledBlock[];
}

interface Decision {
  readonly label: Label;
  readonly rule: RuleId;
  readonly detail: string | null;
}

export function startDraft(page: Page, scores: readonly number[], profile: OutletProfile): Draft {
  const folded = foldedLines(page.blocks);
  const lines = page.blocks.map((block, at) => lineOf(block, scores[at] ?? 0, folded[at] ?? NOT_FOLDED));
  const decisions: (Decision | null)[] = lines.map(() => null);
  let decided = 0;
  const put: Draft['put'] = (index, label, rule, detail) => {
    if (decisions[index] !== null) return;
    decisions[index] = { label, rule, detail: detail ?? null };
    decided += 1;
  };
  return {
    page,
    profile,
    lines,
    put,
    labelOf: (index) => decisions[index]?.label ?? null,
    decided: () => decided,
    suggest: (index, label, rule, certainty = BODY_THRESHOLD, detail) => {
      if ((lines[index]?.score ?? 0) < certainty) put(index, label, rule, detail);
    },
    isBody: (index) => (decisions[index] ?? null) === null && (lines[index]?.score ?? 0) >= BODY_THRESHOLD,
    labelled: () =>
      page.blocks.map((block, at) => {
        const decision = decisions[at] ?? { label: 'other' as const, rule: 'rest.unknown' as const, detail: null };
        return { block, label: decision.label, reason: reasonOf(decision.rule, decision.detail) };
      }),
  };
}

const NOT_FOLDED: FoldedLine = { folded: '', phrase: null };

function lineOf(block: Block, score: number, { folded, phrase }: FoldedLine): Line {
  const words = countWords(block.text);
  return {
    index: block.index,
    block,
    text: block.text,
    score,
    folded,
    words,
    phrase,
    readings: readingsOf(block.text, words),
  };
}

export function wordsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { words }) => sum + words, 0);
}

/** Words; in scripts without blanks two characters count as one. */
export function countWords(text: string): number {
  let blanks = 0;
  let wide = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) blanks++;
    else if (code >= 0x3040 && code <= 0x9fff) wide++;
  }
  return wide > text.length / 3 ? Math.ceil(wide / 2) + blanks : blanks + 1;
}
