/** An explanation for a terminal. In: lines, fields and codes with their reasons. Out: text that fits the columns, coloured by what it is. */

import type { ExplainedLine, Explanation } from '../../shared/core/explain.ts';
import type { ExplainedField, ExplainedQuality } from '../../shared/core/explain-fields.ts';
import type { Io } from '../io.ts';
import { shownValue } from './field-value.ts';
import { type Paint, paints } from './paints.ts';
import { visible } from './visible.ts';
import { shortened, wrapped } from './width.ts';

const NUMBER_COLUMNS = 5;
const LABEL_COLUMNS = 20;
const INDENT = ' '.repeat(NUMBER_COLUMNS + 1 + LABEL_COLUMNS + 1);
/** A value longer than this is read in the record. */
const VALUE_CHARS = 400;
/** On a narrower terminal lines run over rather than be cut to nothing. */
const NARROWEST = 30;

type Place = Pick<Io, 'columns' | 'color'>;

export function explanationLines({ lines, fields, quality }: Explanation, io: Place): readonly string[] {
  const { bold } = paints(io.color);
  return [
    ...lines.flatMap((line) => blockLines(line, io)),
    '',
    bold('Fields'),
    ...fields.flatMap((field) => fieldLines(field, io)),
    ...(quality.length === 0 ? [] : ['', bold('To note'), ...quality.flatMap((code) => qualityLines(code, io))]),
  ];
}

function blockLines(line: ExplainedLine, io: Place): readonly string[] {
  const number = String(line.line).padStart(NUMBER_COLUMNS);
  const label = areaPaint(line, io.color)(line.label.padEnd(LABEL_COLUMNS));
  const text = line.pieces.map((piece) => visible(piece.text)).join(' | ');
  const reasons = new Map(line.pieces.map((piece) => [piece.rule, piece.why]));
  return [
    `${number} ${label} ${shortened(text, room(io))}`,
    ...[...reasons].flatMap(([rule, why]) => told(`${why} [${rule}]`, io)),
  ];
}

/** The article stands out; what was left out stays in the background. */
function areaPaint({ label }: ExplainedLine, color: boolean): Paint {
  const { green, cyan, magenta, yellow, dim } = paints(color);
  const byArea: Readonly<Record<string, Paint>> = { body: green, meta: cyan, media: magenta, dup: yellow };
  return byArea[label.split('.')[0] ?? ''] ?? dim;
}

function fieldLines(field: ExplainedField, io: Place): readonly string[] {
  const { where, rule, why, raw, lost } = field;
  const value = visible(shownValue(field).slice(0, VALUE_CHARS));
  const from = raw === null || raw === value ? '' : ` It reads “${shortened(visible(raw), NARROWEST * 2)}”.`;
  return [
    named(field.field, value, io),
    ...told(`${visible(where)}: ${why}${from} [${rule}]`, io),
    ...lost.flatMap((one) => told(`not “${visible(one.value ?? '')}” of ${visible(one.where)}: ${one.why}`, io)),
  ];
}

function qualityLines({ code, meaning, where, why, raw }: ExplainedQuality, io: Place): readonly string[] {
  const shown = where === null || why === null ? [] : told(`${visible(where)}: ${why}${saying(raw)}`, io);
  const [first = '', ...rest] = wrapped(meaning, room(io));
  return [named(code, first, io), ...rest.map((line) => INDENT + line), ...shown];
}

function saying(raw: string | null): string {
  return raw === null ? '' : ` It says “${shortened(visible(raw), NARROWEST * 2)}”.`;
}

function named(name: string, value: string, io: Place): string {
  return `${paints(io.color).cyan(name.padEnd(INDENT.length - 1))} ${shortened(value, room(io))}`;
}

function told(text: string, io: Place): readonly string[] {
  return wrapped(text, room(io)).map((line) => paints(io.color).dim(INDENT + line));
}

function room({ columns }: Pick<Io, 'columns'>): number {
  return Math.max(NARROWEST, columns - INDENT.length);
}
