/**
 * What is wrong with the page as a whole. In: repairs, labels and the text. Out: quality codes, with what shows them.
 * Promise: a code says something about this page that a reader of the record should know before trusting it.
 */
import { countWords } from '../label/draft.ts';
import { isBody, type LabelledBlock } from '../label.ts';
import { type BodyPart, type Evidence, type Media, QUALITY_CODES, type QualityCode } from '../record.ts';
import { evidenceOf } from './found.ts';
import { pageKinds, SHORT_WORDS } from './page-kind.ts';
import { isWalled } from './page-wall.ts';
import type { Sources } from './sources.ts';

const KNOWN: ReadonlySet<string> = new Set(QUALITY_CODES);

export interface PageQuality {
  readonly codes: readonly QualityCode[];
  /** `quality.live-blog` and so on: what shows it. */
  readonly evidence: readonly (readonly [string, Evidence])[];
}

export interface PageText {
  readonly parts: readonly BodyPart[];
  readonly wordCount: number;
  readonly media: readonly Media[];
}

export function pageQuality(sources: Sources, { parts, wordCount, media }: PageText): PageQuality {
  const { page, blocks } = sources;
  const captions = media.flatMap(({ caption }) => (caption === null ? [] : [caption]));
  const captionWords = captions.reduce((sum, caption) => sum + countWords(caption), 0);
  const kinds = pageKinds(sources, { words: wordCount, captions: captions.length, captionWords });
  const wall = isWalled(sources, parts, wordCount);
  const shown = wall === null ? kinds : [wall, ...kinds];
  const codes: QualityCode[] = page.repairs.filter(isCode);
  if (sources.labelled.some(hadInvisible)) codes.push('invisible-removed');
  if (blocks('dup.body').length > 0) codes.push('body-repeated');
  if (page.blocks.some(({ fused }) => fused)) codes.push('fused-text');
  if (wordCount < SHORT_WORDS) codes.push('body-short');
  codes.push(...shown.map(({ code }) => code));
  if (parts.some(({ text }) => closesUnopened(text))) codes.push('unbalanced-quotes');
  return {
    codes,
    evidence: shown.map(({ code, where, rule, raw }) => [`quality.${code}`, evidenceOf(where, rule, raw)] as const),
  };
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

/** Only what the record keeps: advertisements and menus are full of invisible signs. */
function hadInvisible({ block, label }: LabelledBlock): boolean {
  return block.raw !== null && (isBody(label) || label === 'meta.headline') && INVISIBLE.test(block.raw);
}

function isCode(code: string): code is QualityCode {
  return KNOWN.has(code);
}

const CURLY = /[“”]/;
const OPENS = 0x201c;
const CLOSES = 0x201d;

/** A closing quotation mark that nothing opened: a quote over several paragraphs opens each and closes the last. */
function closesUnopened(text: string): boolean {
  if (!text.includes('”') || text.includes('„')) return false; // German closes with “
  let open = 0;
  for (let at = text.search(CURLY); at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === OPENS) open += 1;
    else if (code === CLOSES) {
      if (open === 0) return true;
      open -= 1;
    }
  }
  return false;
}
