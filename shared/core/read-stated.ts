/**
 * A document whose format names its parts in, its reading out: the labels are what the format says, the fields are read by the
 * rules that every page is read by.
 */
import type { Block, Page } from './block.ts';
import type { Hints, OutletProfile, RawDocument } from './document.ts';
import { composeArticle } from './fields/compose.ts';
import type { Paragraph, Stated } from './intake/formats/stated.ts';
import type { LabelledBlock } from './label.ts';
import { LIMITS } from './limits.ts';
import { readAdvisory } from './read/advisory.ts';
import { readByline } from './read/byline.ts';
import { readDateline } from './read/dateline.ts';
import type { Reading } from './read-page.ts';

export function readStated(document: RawDocument, hints: Hints, profile: OutletProfile): Reading {
  const stated = document.stated;
  if (stated === null || stated === undefined) throw new Error('A stated document came without what it states.');
  const labelled = labelledBlocks(stated);
  const candidates = stated.fields.map(({ field, value, where }) => {
    const source = where.startsWith('json-ld') ? ('json-ld' as const) : ('meta' as const);
    return { field, value, where, source };
  });
  const blocks = labelled.map(({ block }) => block);
  const page: Page = { format: 'text', blocks, candidates, opinion: null, repairs: [] };
  return { article: composeArticle(page, labelled, hints, profile), page, labelled };
}

function labelledBlocks({ paragraphs, name }: Stated): readonly LabelledBlock[] {
  return paragraphs
    .filter(({ label, text }) => label !== 'meta.dateline' || readDateline(text) !== null)
    .flatMap(pieces)
    .map(outOfText)
    .map(({ text, label }, index) => ({
      block: blockOf(text, index),
      label,
      reason: { rule: 'format.stated', text: `The document is ${name}, which names its parts.` },
    }));
}

/** Lines at either end of the text in which an agency speaks to desks, or signs. */
const OPENING = 6;
/** A byline of two names is shorter; what is longer may be a sentence. */
const BYLINE_CHARS = 60;

/** Many agencies state the text alone by its name, and print what stands above it as its first lines. */
function outOfText(paragraph: Paragraph, at: number, all: readonly Paragraph[]): Paragraph {
  if (paragraph.label !== 'body') return paragraph;
  const { text } = paragraph;
  const opens = all.slice(0, at).filter(({ label }) => label === 'body').length < OPENING;
  if ((opens || at >= all.length - 2) && readAdvisory(text) !== null) return { text, label: 'meta.advisory' };
  const isByline = opens && text.length <= BYLINE_CHARS && readByline(text, null) !== null;
  return isByline ? { text, label: 'meta.byline' } : paragraph;
}

/** What no paragraph of an article reaches is cut into pieces, like a line of a scrape. */
function pieces({ text, label }: Paragraph): readonly Paragraph[] {
  const found: Paragraph[] = [];
  for (let from = 0; from < text.length; from += LIMITS.blockChars) {
    const piece = text
      .slice(from, from + LIMITS.blockChars)
      .trim()
      .toWellFormed();
    if (piece !== '') found.push({ text: piece, label });
  }
  return found;
}

function blockOf(text: string, index: number): Block {
  return {
    index,
    line: index + 1,
    text,
    raw: null,
    tag: 'line',
    element: null,
    linkChars: 0,
    gapBefore: true,
    fused: false,
  };
}
