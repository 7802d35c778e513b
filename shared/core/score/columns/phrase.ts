/**
 * What the phrase tables know of a line and of those around it: comments, lists of other articles, appeals and imprints follow the
 * article, whatever they read like. Facts come in, columns go out; a language without a table gets the columns of a page without
 * any phrase.
 */
import type { Label } from '../../label.ts';
import { type Columns, column, givenColumn, log } from '../columns.ts';
import type { Facts } from '../facts.ts';

type Belongs = (label: Label) => boolean;

const isComments: Belongs = (label) => label === 'ui.comments';
/** A label inside many texts, which says nothing of the paragraph below it. */
const isSlot: Belongs = (label) => label === 'promo.advertisement';
const isShare: Belongs = (label) => label === 'ui.share';

const GROUPS: readonly (readonly [string, Belongs])[] = [
  ['comments', isComments],
  ['related', (label) => label.startsWith('related.')],
  ['promo', (label) => label.startsWith('promo.') && !isSlot(label)],
  ['footer', (label) => label.startsWith('footer.')],
  ['share', isShare],
  ['control', (label) => isSlot(label) || (/^(?:ui|nav)\./.test(label) && !isComments(label) && !isShare(label))],
];

const WHOLE = 2;
const PART = 1;
const WINDOW = 5;
/** Where no line of the group stands on that side. */
const NOWHERE = -1;

export function phraseColumns(columns: Columns, facts: Facts): void {
  const { phrases, size } = facts;
  const any = new Uint8Array(size);
  // Lines with a phrase are few: only they are looked at for each group.
  const hits: number[] = [];
  for (let i = 0; i < size; i += 1) if (phrases[i] !== null) hits.push(i);
  for (const i of hits) any[i] = 1;
  for (const [name, belongs] of GROUPS) {
    const own = new Float32Array(size);
    for (const i of hits) {
      const hit = phrases[i] ?? null;
      if (hit !== null && belongs(hit.label)) own[i] = hit.place === 'whole' ? WHOLE : PART;
    }
    givenColumn(columns, `phrase.${name}`, own);
    sinceColumns(columns, facts, own, `phrase.${name}`);
    untilColumn(columns, own, `phrase.${name}.until`);
  }
  column(columns, 'phrase.near', size, (i) => countOf(any, i - WINDOW, i + WINDOW + 1));
  column(columns, 'phrase.before', size, (i) => countOf(any, i - WINDOW, i));
  column(columns, 'phrase.after', size, (i) => countOf(any, i + 1, i + 1 + WINDOW));
}

function countOf(flags: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = Math.max(0, from); i < Math.min(flags.length, to); i += 1) count += flags[i] ?? 0;
  return count;
}

/** Blocks, and words of prose, since the last line of the group. */
function sinceColumns(columns: Columns, { size, prose }: Facts, own: Float32Array, name: string): void {
  const blocks = columns.room(`${name}.since`, size)?.fill(NOWHERE);
  const words = columns.room(`${name}.proseSince`, size)?.fill(NOWHERE);
  let last = -1;
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    if (last >= 0 && blocks !== undefined) blocks[i] = log(i - last);
    if (last >= 0 && words !== undefined) words[i] = log(sum);
    sum += prose[i] ?? 0;
    if ((own[i] ?? 0) === 0) continue;
    last = i;
    sum = 0;
  }
}

function untilColumn(columns: Columns, own: Float32Array, name: string): void {
  const until = columns.room(name, own.length)?.fill(NOWHERE);
  if (until === undefined) return;
  let next = -1;
  for (let i = own.length - 1; i >= 0; i -= 1) {
    if (next >= 0) until[i] = log(next - i);
    if ((own[i] ?? 0) > 0) next = i;
  }
}
