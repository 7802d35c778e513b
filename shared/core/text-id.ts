/** The name of a distinct text. In: what tells texts apart. Out: an id. Promise: articles with one id carry one text. */
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
