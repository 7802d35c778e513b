/** All features of a page's blocks. Facts come in, columns by name go out; training and inference both call this. */

import { aroundColumns } from './columns/around.ts';
import { besideColumns } from './columns/beside.ts';
import { cohesionColumns } from './columns/cohesion.ts';
import { containerColumns } from './columns/container.ts';
import { declaredColumns } from './columns/declared.ts';
import { headlineColumns } from './columns/headline.ts';
import { nameColumns } from './columns/names.ts';
import { phraseColumns } from './columns/phrase.ts';
import { placeColumns } from './columns/place.ts';
import { runColumns } from './columns/run.ts';
import { shapeColumns } from './columns/shape.ts';
import { shareColumns } from './columns/share.ts';
import { tagColumns } from './columns/tag.ts';
import { titleColumns } from './columns/title.ts';
import { type Columns, column } from './columns.ts';
import { type Facts, total } from './facts.ts';
import { lineageOf } from './lineage.ts';

/** What can be seen before anything is judged. In plain text there is only the text itself. */
export function firstFeatures(columns: Columns, facts: Facts): void {
  shapeColumns(columns, facts);
  placeColumns(columns, facts);
  phraseColumns(columns, facts);
  besideColumns(columns, facts);
  const headline = titleColumns(columns, facts);
  aroundColumns(columns, facts, facts.prose, 'prose');
  cohesionColumns(columns, facts, facts.prose, 'prose');
  if (facts.page.format === 'html') treeFeatures(columns, facts, headline);
}

function treeFeatures(columns: Columns, facts: Facts, headline: number): void {
  const lineage = lineageOf(facts, facts.prose);
  const proseWords = total(facts.prose);
  tagColumns(columns, facts);
  nameColumns(columns, facts, lineage, headline);
  shareColumns(columns, facts, facts.prose, lineage, proseWords, 'prose');
  containerColumns(columns, facts, lineage, proseWords, 'prose');
  headlineColumns(columns, facts, lineage, headline);
  declaredColumns(columns, facts);
  column(columns, 'links', facts.size, (i) => facts.links[i] ?? 0);
}

/** Less likely blocks than this are no part of what the first model takes for body. */
const LEAST = 0.2;

/** What an earlier model of HTML took for body, looked at as a whole: where it is dense, and where it ends. */
export function secondFeatures(columns: Columns, facts: Facts, first: Float32Array): void {
  const mass = first.map((score, i) => (score > LEAST ? score * (facts.words[i] ?? 0) : 0));
  column(columns, 'first', facts.size, (i) => first[i] ?? 0);
  aroundColumns(columns, facts, mass, 'first');
  cohesionColumns(columns, facts, mass, 'first');
  runColumns(columns, facts, first, mass);
  const lineage = lineageOf(facts, mass);
  const whole = total(mass);
  shareColumns(columns, facts, mass, lineage, whole, 'first');
  containerColumns(columns, facts, lineage, whole, 'first');
}
