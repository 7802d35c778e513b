/**
 * Why a document was read as it was: a reading comes in; every line of the input with its label and reason, and every field
 * with its evidence, go out as plain data for whoever shows them.
 * Promise: every block of the page is in exactly one line, in order.
 */
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

export interface ExplainedField {
  readonly field: string;
  /** As JSON shows it; null when the article has no such field or none was found. */
  readonly value: unknown;
  readonly where: string;
  readonly rule: string;
  readonly raw: string | null;
}

export interface Explanation {
  readonly lines: readonly ExplainedLine[];
  readonly fields: readonly ExplainedField[];
}

export function explain({ article, labelled }: Pick<Reading, 'article' | 'labelled'>): Explanation {
  const values = new Map<string, unknown>(Object.entries(article));
  const fields = Object.entries(article.evidence).map(([field, evidence]) => ({
    field,
    value: values.get(field) ?? itemOf(values, field),
    ...evidence,
  }));
  return { lines: explainLines(labelled), fields };
}

/** `media.2` //=> the second of the media; null for whatever lost. */
function itemOf(values: ReadonlyMap<string, unknown>, field: string): unknown {
  const [name = '', place = ''] = field.split('.');
  const list = values.get(name);
  return Array.isArray(list) ? (list[Number(place) - 1] ?? null) : null;
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
