/** The name of a distinct text. In: what tells texts apart. Out: an id. Promise: articles with one id carry one text. */
import type { PlainFacts } from './plain-facts.ts';
import { shortHash } from './short-hash.ts';

/**
 * `print`: as stored. It sees what the hash folds away (capitals), so two articles with one hash may carry two texts; those are
 * kin by their prints.
 */
export function textIdOf(contentHash: string, print: Uint8Array): string {
  return shortHash(`${contentHash}#${Buffer.from(print).toString('base64')}`);
}

/** What has no words, or is no article, is a text of its own: a hundred cookie walls say the same and are no story. */
export function ownTextIdOf(articleId: string): string {
  return shortHash(`alone#${articleId}`);
}

const ALONE: readonly string[] = ['not-an-article', 'paywall-stub'];

export function isAlone({ wordCount, quality }: Pick<PlainFacts, 'wordCount' | 'quality'>): boolean {
  return wordCount === 0 || quality.some((code) => ALONE.includes(code));
}

type TextFacts = Pick<PlainFacts, 'articleId' | 'wordCount' | 'quality' | 'contentHash' | 'print'>;

/** A row's facts are asked several times which text they are of, and never change. */
const KNOWN = new WeakMap<TextFacts, string>();

export function textOfFacts(facts: TextFacts): string {
  const text =
    KNOWN.get(facts) ?? (isAlone(facts) ? ownTextIdOf(facts.articleId) : textIdOf(facts.contentHash, facts.print));
  KNOWN.set(facts, text);
  return text;
}
