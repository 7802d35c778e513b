/**
 * Whether a page shows only the beginning of an article and asks for a subscription. In: labels and the text. Out: what shows it, or null.
 * Promise: a short article beside a "Subscribe" button is no stub: the text must break off, or the page must say that it is not free.
 */

import { foldInside } from '../label/fold.ts';
import { isBody } from '../label.ts';
import type { BodyPart } from '../record.ts';
import { READ_ON_PHRASES } from '../tables/page-words.ts';
import { placeOf } from './found.ts';
import type { KindFound } from './page-kind.ts';
import type { Sources } from './sources.ts';

/** Behind a wall a page shows less than this. */
const STUB_WORDS = 200;
/** The prompt follows the text at once, or after a share bar. */
const NEAR = 5;
/** A button is in every menu, and an appeal may follow any article; this prompt says that the article goes on. */
const READ_ON = READ_ON_PHRASES.map(foldInside);

export function isWalled(sources: Sources, parts: readonly BodyPart[], wordCount: number): KindFound | null {
  if (wordCount >= STUB_WORDS || parts.length === 0) return null;
  const [declared] = sources.of('paywalled');
  const prompt = promptAfter(sources);
  const breaksOff = isCut(parts.at(-1));
  if (declared !== undefined && (prompt !== null || breaksOff))
    return {
      code: 'paywall-stub',
      where: declared.where,
      rule: 'wall.stated',
      raw: prompt?.block.text ?? declared.value,
    };
  if (prompt === null || !(breaksOff || readsOn(prompt.block.text))) return null;
  return { code: 'paywall-stub', where: placeOf(prompt.block), rule: 'wall.prompt', raw: prompt.block.text };
}

function promptAfter({ labelled }: Sources): Sources['labelled'][number] | null {
  const last = labelled.findLastIndex(({ label }) => isBody(label));
  return labelled.slice(last + 1, last + 1 + NEAR).find(({ label }) => label === 'promo.paywall') ?? null;
}

function readsOn(text: string): boolean {
  const folded = foldInside(text.slice(0, 500));
  return READ_ON.some((phrase) => folded.includes(phrase));
}

/** The text ends in dots, or without any stop. */
function isCut(part: BodyPart | undefined): boolean {
  if (part === undefined || part.role !== 'p') return false;
  return /(?:…|\.\.\.|\[…\])$/.test(part.text) || /[\p{L}\p{N},;]$/u.test(part.text);
}
