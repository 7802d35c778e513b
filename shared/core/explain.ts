/**
 * Why a document was read as it was: a reading comes in; every line of the input with its label and reason, and every field
 * with its evidence, go out as plain data for whoever shows them.
 * Promise: every block of the page is in exactly one line, in order.
 */
import { type ExplainedField, type ExplainedQuality, explainFields, explainQuality } from './explain-fields.ts';
import type { Label, LabelledBlock } from './label.ts';
import { splitKnownCaption } from './read/caption.ts';
import type { Reading } from './read-page.ts';

export interface ExplainedPiece {
  readonly text: string;
  readonly label: Label;
  readonly rule: string;
  /** One plain sentence. */
  readonly why: string;
}

export interface ExplainedLine {
  /** Line of a text, ordinal of an HTML block; from 1. */
  readonly line: number;
  /** Labels of the line's pieces, `media.alt+credit`; the area is said once. */
  readonly label: string;
  /** As it stood in the input when something was repaired, else null. */
  readonly raw: string | null;
  readonly pieces: readonly ExplainedPiece[];
}

export interface Explanation {
  readonly lines: readonly ExplainedLine[];
  readonly fields: readonly ExplainedField[];
  readonly quality: readonly ExplainedQuality[];
}

export function explain({ article, labelled }: Pick<Reading, 'article' | 'labelled'>): Explanation {
  return { lines: explainLines(labelled), fields: explainFields(article), quality: explainQuality(article) };
}

/** Pieces of one fused line stand together again. */
export function explainLines(labelled: readonly LabelledBlock[]): readonly ExplainedLine[] {
  const groups: LabelledBlock[][] = [];
  for (const one of labelled) {
    const open = groups.at(-1);
    const sameLine = one.block.fused && open?.[0]?.block.fused === true && open[0].block.line === one.block.line;
    if (open !== undefined && sameLine) open.push(one);
    else groups.push([one]);
  }
  return groups.map((pieces) => ({
    line: pieces[0]?.block.line ?? 0,
    label: joined(pieces.flatMap(labelsOf)),
    raw: pieces[0]?.block.raw ?? null,
    pieces: pieces.map(({ block, label, reason }) => ({
      text: block.text,
      label,
      rule: reason.rule,
      why: reason.text,
    })),
  }));
}

/** A caption that ends in its credit is both. */
function labelsOf({ block, label }: LabelledBlock): readonly Label[] {
  return label === 'media.caption' && splitKnownCaption(block.text) !== null ? [label, 'media.credit'] : [label];
}

/** `['media.alt', 'media.credit']` //=> `media.alt+credit` */
function joined(labels: readonly Label[]): string {
  const [first, ...others] = labels;
  const rest = others.filter((label, at) => label !== labels[at]);
  return [first, ...rest.map((label) => label.slice(label.indexOf('.') + 1))].join('+');
}
