/** A document in HTML in; its page out: blocks of text, candidates for fields, and a second opinion when asked for. */
import type { Block, Candidate, Opinion, Page } from '../block.ts';
import type { RawDocument } from '../document.ts';
import { repairLine } from '../scrape/repair.ts';
import { treeBlocks } from './blocks.ts';
import { declaredCandidates } from './declared.ts';
import { readMetadata } from './metadata.ts';
import { secondOpinion } from './opinion.ts';
import { parseTree } from './tree.ts';

export interface PageOptions {
  /** Ask Readability too: it takes most of the time that a page takes. */
  readonly opinion: boolean;
}

function opinionCandidates(opinion: Opinion | null): readonly Candidate[] {
  const found: Candidate[] = [];
  const facts = { source: 'readability', where: 'readability' } as const;
  if (opinion?.headline != null) found.push({ field: 'headline', value: opinion.headline, ...facts });
  if (opinion?.byline != null) found.push({ field: 'author', value: opinion.byline, ...facts });
  return found;
}

/** Pages carry mojibake too: text that some system upstream had read in the wrong charset before it was put into the page. */
function mended(block: Block): Block {
  const { text, mojibake } = repairLine(block.text);
  return mojibake ? { ...block, text, raw: block.raw ?? block.text } : block;
}

function mendedCandidate(candidate: Candidate): Candidate {
  const { text, mojibake } = repairLine(candidate.value);
  return mojibake ? { ...candidate, value: text } : candidate;
}

/** Throws `Rejection` with a `page.*` code for a page whose shape is hostile. */
export function htmlPage(document: RawDocument, options: PageOptions): Page {
  const tree = parseTree(document.text);
  const written = treeBlocks(tree);
  const blocks = written.map(mended);
  const isMended = blocks.some((block, at) => block !== written[at]);
  const opinion = options.opinion ? secondOpinion(tree) : null;
  const offered = [...readMetadata(tree), ...declaredCandidates(tree), ...opinionCandidates(opinion)];
  const candidates = offered.map(mendedCandidate);
  return { format: 'html', blocks, candidates, opinion, repairs: isMended ? ['mojibake-repaired'] : [] };
}
