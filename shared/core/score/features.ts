/** All features of a page's blocks. Facts come in, columns by name go out; training and inference both call this. */
import type { Columns } from './columns.ts';
import { aroundColumns } from './columns/around.ts';
import { besideColumns } from './columns/beside.ts';
import { cohesionColumns } from './columns/cohesion.ts';
import { containerColumns } from './columns/container.ts';
import { declaredColumns } from './columns/declared.ts';
import { headlineColumns } from './columns/headline.ts';
import { nameColumns } from './columns/names.ts';
import { placeColumns } from './columns/place.ts';
import { shapeColumns } from './columns/shape.ts';
import { shareColumns } from './columns/share.ts';
import { tagColumns } from './columns/tag.ts';
import { titleColumns } from './columns/title.ts';
import { type Facts, total } from './facts.ts';
import { lineageOf } from './lineage.ts';

export function firstFeatures(facts: Facts): Columns {
  return facts.page.format === 'html' ? htmlFeatures(facts) : textFeatures(facts);
}

/** What the text alone tells: all there is in plain text. */
function textFeatures(facts: Facts): Columns {
  const own = joined([shapeColumns(facts), placeColumns(facts)]);
  return joined([
    own,
    titleColumns(facts).columns,
    besideColumns(own, facts.size),
    aroundColumns(facts, facts.prose, 'prose'),
    cohesionColumns(facts, facts.content, facts.prose, 'prose'),
  ]);
}

function htmlFeatures(facts: Facts): Columns {
  const lineage = lineageOf(facts, facts.prose);
  const proseWords = total(facts.prose);
  return joined([
    textFeatures(facts),
    tagColumns(facts),
    nameColumns(facts, lineage, proseWords),
    shareColumns(facts, facts.prose, lineage, proseWords, 'prose'),
    containerColumns(facts, lineage, proseWords, 'prose'),
    headlineColumns(facts, lineage, titleColumns(facts).headline),
    declaredColumns(facts),
    new Map([['links', facts.links]]),
  ]);
}

/** What an earlier model took for body, looked at as a whole: where it is dense, and where it ends. */
export function secondFeatures(facts: Facts, first: Float32Array): Columns {
  const mass = first.map((score, i) => (score > 0.2 ? score * (facts.words[i] ?? 0) : 0));
  const parts = [
    new Map([['first', first]]),
    aroundColumns(facts, mass, 'first'),
    cohesionColumns(facts, facts.content, mass, 'first'),
  ];
  if (facts.page.format === 'html') {
    const lineage = lineageOf(facts, mass);
    const whole = total(mass);
    parts.push(shareColumns(facts, mass, lineage, whole, 'first'), containerColumns(facts, lineage, whole, 'first'));
  }
  return joined(parts);
}

function joined(parts: readonly Columns[]): Columns {
  const all: Columns = new Map();
  for (const part of parts) for (const [name, values] of part) all.set(name, values);
  return all;
}
