/**
 * Lines around the headline that hold a date beside other facts and were labelled as something else. In: the page's blocks.
 * Out: those lines, read. Promise: nothing from the text, its pictures, its footer or other articles.
 */
import type { Block } from '../block.ts';
import type { Label, LabelledBlock } from '../label.ts';
import type { DateContext } from '../read/dates.ts';
import { type FactsLine, readFactsLine } from '../read/facts-line.ts';
import type { Sources } from './sources.ts';

export interface ReadFactsLine {
  readonly block: Block;
  readonly facts: FactsLine;
}

/** Read once for all fields that ask, and only when one asks. */
export type Facts = () => readonly ReadFactsLine[];

export function lazyFacts(sources: Sources, context: DateContext): Facts {
  let lines: readonly ReadFactsLine[] | null = null;
  return () => {
    lines ??= factsLines(sources, context);
    return lines;
  };
}

/** Blocks above the headline, and between it and the text, in which facts of publication stand. */
const ABOVE = 4;
const BELOW = 14;
const OPEN: ReadonlySet<Label> = new Set([
  'other',
  'ui.label',
  'ui.control',
  'ui.counter',
  'meta.deck',
  'meta.section',
  'nav.menu',
  'nav.breadcrumb',
  'related.item',
]);

/** Blocks above the text that may hold them where no headline stands above it. */
const ABOVE_TEXT = 8;

/** The labeller's own word for such lines, whichever of their facts it named them by. */
const FACTS_RULE = 'head.facts';

function factsLines({ labelled }: Sources, context: DateContext): readonly ReadFactsLine[] {
  return headZone(labelled).flatMap(({ block, label, reason }) => {
    const isOpen = OPEN.has(label) || reason.rule === FACTS_RULE || isLoose(label, block.tag);
    const facts = isOpen ? readFactsLine(block.text, context) : null;
    // What a caption ends with is when the picture was taken.
    const isTaken = isLoose(label, block.tag) && facts?.dates[0]?.start !== 0;
    return facts === null || isTaken ? [] : [{ block, facts }];
  });
}

/** Short lines between headline and text pass for captions where no element says that they are. */
function isLoose(label: Label, tag: string): boolean {
  return label === 'media.caption' && tag !== 'figcaption';
}

/** A paragraph of the text is longer than what stands between it and the headline. */
const PARAGRAPH_CHARS = 200;

/** The blocks around the headline, up to the first paragraph. */
export function headZone(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const headline = labelled.findIndex(({ label }) => label === 'meta.headline');
  const body = labelled.findIndex(({ label }) => label === 'body');
  if (headline < 0 || (body >= 0 && headline > body))
    return labelled.slice(Math.max(0, body - ABOVE_TEXT), Math.max(0, body));
  const zone = labelled.slice(Math.max(0, headline - ABOVE), headline + BELOW);
  const text = zone.findIndex(
    ({ label, block }, at) => at > 0 && label === 'body' && block.text.length > PARAGRAPH_CHARS,
  );
  return text < 0 ? zone : zone.slice(0, text);
}
