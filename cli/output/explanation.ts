/** An explanation for a terminal. In: lines and fields with their reasons. Out: two lines each, coloured by what they are. */
import type { ExplainedField, ExplainedLine, Explanation } from '../../shared/core/explain.ts';
import type { Io } from '../io.ts';
import { type Paint, paints } from './paints.ts';
import { visible } from './visible.ts';
import { shortened } from './width.ts';

const NUMBER_COLUMNS = 5;
const LABEL_COLUMNS = 20;
const INDENT = ' '.repeat(NUMBER_COLUMNS + 1 + LABEL_COLUMNS + 1);
/** Rules are names; a value longer than this is read in the record. */
const VALUE_CHARS = 400;

export function explanationLines({ lines, fields }: Explanation, io: Pick<Io, 'columns' | 'color'>): readonly string[] {
  const paint = paints(io.color);
  return [
    ...lines.flatMap((line) => blockLines(line, io)),
    '',
    paint.bold('Fields'),
    ...fields.flatMap((field) => fieldLines(field, io)),
  ];
}

function blockLines(line: ExplainedLine, { columns, color }: Pick<Io, 'columns' | 'color'>): readonly string[] {
  const paint = paints(color);
  const number = String(line.line).padStart(NUMBER_COLUMNS);
  const label = areaPaint(line, color)(line.label.padEnd(LABEL_COLUMNS));
  const text = line.pieces.map((piece) => visible(piece.text)).join(' | ');
  const reasons = new Map(line.pieces.map((piece) => [piece.rule, piece.why]));
  return [
    `${number} ${label} ${shortened(text, columns - INDENT.length)}`,
    ...[...reasons].map(([rule, why]) => paint.dim(INDENT + shortened(`${why} [${rule}]`, columns - INDENT.length))),
  ];
}

/** The article stands out; what was left out stays in the background. */
function areaPaint({ label }: ExplainedLine, color: boolean): Paint {
  const { green, cyan, magenta, yellow, dim } = paints(color);
  const byArea: Readonly<Record<string, Paint>> = { body: green, meta: cyan, media: magenta, dup: yellow };
  return byArea[label.split('.')[0] ?? ''] ?? dim;
}

function fieldLines(field: ExplainedField, { columns, color }: Pick<Io, 'columns' | 'color'>): readonly string[] {
  const paint = paints(color);
  const value = shownValue(field);
  const from = `${field.where} [${field.rule}]${field.raw === null ? '' : ` from "${field.raw}"`}`;
  const name = paint.cyan(field.field.padEnd(LABEL_COLUMNS));
  const room = columns - LABEL_COLUMNS - 1;
  return [
    `${name} ${shortened(visible(value.slice(0, VALUE_CHARS)), room)}`,
    paint.dim(`${' '.repeat(LABEL_COLUMNS)} ${shortened(visible(from.slice(0, VALUE_CHARS)), room)}`),
  ];
}

/** Offers that were not taken, and members of lists, have no value of their own: what stood there says it. */
function shownValue({ value, raw }: ExplainedField): string {
  if (value === null) return raw ?? '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
