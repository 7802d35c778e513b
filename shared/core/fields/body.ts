/**
 * The text itself. In: the blocks labelled as body. Out: its parts with their roles, the dateline cut from the first paragraph,
 * and the counts. Promise: no part is empty, and dateline plus parts give the original back.
 */
import type { LabelledBlock } from '../label.ts';
import { isBody } from '../label.ts';
import { LIMITS } from '../limits.ts';
import { type Dateline, readDateline } from '../read/dateline.ts';
import { KIND, kindOf } from '../read/letters.ts';
import type { BodyPart, QualityCode } from '../record.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

export interface Body {
  readonly parts: readonly BodyPart[];
  readonly dateline: Dateline | null;
  readonly wordCount: number;
  readonly charCount: number;
}

/** The dateline opens the text; a heading or a quote may stand before the first paragraph. */
const DATELINE_WITHIN = 3;

export function readBody(sources: Sources): Found<Body> {
  const blocks = sources.labelled.filter(({ label }) => isBody(label));
  const own = sources.blocks('meta.dateline')[0] ?? null;
  const opening = own === null ? openingOf(blocks) : { block: own, dateline: readDateline(own.block.text) };
  const { parts, truncated } = partsOf(blocks, opening);
  const text = parts.map((part) => part.text).join('\n');
  const value: Body = {
    parts,
    dateline: opening?.dateline ?? null,
    wordCount: wordCount(text),
    charCount: text.length,
  };
  const quality: readonly QualityCode[] = truncated ? ['body-truncated'] : [];
  if (opening?.dateline == null) return { ...nothing(value), quality };
  return {
    ...found(value, 'dateline', placeOf(opening.block.block), 'dateline.opens-text', opening.dateline.raw),
    quality,
  };
}

interface Opening {
  readonly block: LabelledBlock;
  readonly dateline: Dateline | null;
}

function openingOf(blocks: readonly LabelledBlock[]): Opening | null {
  for (const block of blocks.slice(0, DATELINE_WITHIN)) {
    if (block.label !== 'body') continue;
    const dateline = readDateline(block.block.text);
    return dateline === null ? null : { block, dateline };
  }
  return null;
}

function partsOf(
  blocks: readonly LabelledBlock[],
  opening: Opening | null,
): { readonly parts: readonly BodyPart[]; readonly truncated: boolean } {
  const parts: BodyPart[] = [];
  let chars = 0;
  for (const block of blocks) {
    const text = block === opening?.block && opening.dateline !== null ? opening.dateline.rest : block.block.text;
    if (text === '') continue;
    chars += text.length;
    if (chars > LIMITS.bodyChars) return { parts, truncated: true };
    parts.push({ text, role: roleOf(block.label) });
  }
  return { parts, truncated: false };
}

function roleOf(label: LabelledBlock['label']): BodyPart['role'] {
  if (label === 'body.heading') return 'h2';
  return label === 'body.quote' ? 'quote' : label === 'body.list' ? 'list' : 'p';
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const HAS_WIDE = /[\u0e00-\u0e7f\u2e80-\u9fff]/;
/** Japanese and Chinese words have about two characters each. */
const WIDE_CHARS_A_WORD = 2;

/** Words between white space; scripts without it are counted by characters. */
export function wordCount(text: string): number {
  const wide = HAS_WIDE.test(text) ? (text.match(WIDE)?.length ?? 0) : 0;
  return runsOf(wide === 0 ? text : text.replace(WIDE, ' ')) + Math.ceil(wide / WIDE_CHARS_A_WORD);
}

/** Runs of what is not white space. */
function runsOf(text: string): number {
  let runs = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = kindOf(text.charCodeAt(at)) === KIND.blank;
    if (!isBlank && !isInside) runs += 1;
    isInside = !isBlank;
  }
  return runs;
}
