/** A document in HTML in; its page out: blocks of text and candidates for fields, and a second opinion for whoever asks. */
import { besideText } from '../beside-text.ts';
import type { Block, Candidate, Element, Opinion, Page } from '../block.ts';
import type { RawDocument } from '../document.ts';
import type { QualityCode } from '../record.ts';
import { repairLine } from '../scrape/repair.ts';
import { treeBlocks } from './blocks.ts';
import { declaredCandidates } from './declared.ts';
import { readMetadata } from './metadata.ts';
import { secondOpinion } from './opinion.ts';
import { parseTree } from './tree.ts';

export interface OpenPage {
  readonly page: Page;
  /** The same page with Readability's opinion of it without the elements in `leaveOut`: costs more than all the rest of reading. */
  readonly ask: (leaveOut: ReadonlySet<Element>) => Page;
}

export interface PageOptions {
  readonly opinion: boolean;
}

const NONE: ReadonlySet<Element> = new Set();

function opinionCandidates(opinion: Opinion): readonly Candidate[] {
  const found: Candidate[] = [];
  const facts = { source: 'readability', where: 'readability' } as const;
  if (opinion.headline !== null) found.push({ field: 'headline', value: opinion.headline, ...facts });
  if (opinion.byline !== null) found.push({ field: 'author', value: opinion.byline, ...facts });
  return found;
}

/** Pages carry mojibake too: text that some system upstream had read in the wrong charset before it was put into the page. */
function mended(block: Block, repairs: Set<QualityCode>): Block {
  if (block.tag === 'pre' || block.tag === 'code') return block;
  const { text, mojibake, entities } = repairLine(block.text);
  if (mojibake) repairs.add('mojibake-repaired');
  if (entities) repairs.add('entities-decoded');
  return (mojibake || entities) && text !== '' ? { ...block, text, raw: block.raw ?? block.text } : block;
}

function mendedCandidate(candidate: Candidate): Candidate {
  const { text, mojibake } = repairLine(candidate.value);
  return mojibake ? { ...candidate, value: text } : candidate;
}

/** Throws `Rejection` with a `page.*` code for a page whose shape is hostile. */
export function openPage(document: RawDocument): OpenPage {
  const tree = parseTree(document.text);
  const repairs = new Set<QualityCode>();
  const blocks = treeBlocks(tree).map((block) => mended(block, repairs));
  const { candidates: beside, attachments } = besideText(document);
  const candidates = [...readMetadata(tree), ...declaredCandidates(tree), ...beside].map(mendedCandidate);
  const page: Page = { format: 'html', blocks, candidates, attachments, opinion: null, repairs: [...repairs] };
  return {
    page,
    ask(leaveOut) {
      const opinion = secondOpinion(tree, leaveOut);
      if (opinion === null) return page;
      return { ...page, opinion, candidates: [...candidates, ...opinionCandidates(opinion).map(mendedCandidate)] };
    },
  };
}

/** The page by itself, or with the second opinion on the whole of it. Throws like `openPage`. */
export function htmlPage(document: RawDocument, options: PageOptions): Page {
  const { page, ask } = openPage(document);
  return options.opinion ? ask(NONE) : page;
}
