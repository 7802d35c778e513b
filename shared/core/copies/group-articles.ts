/**
 * Articles into stories, in memory. Articles with their paragraphs come in, the story of each goes out.
 * Promise: a function of the set of articles: neither their order nor their names decide who belongs together.
 */
import { contentHash } from '../fingerprint.ts';
import { storyIdOf } from '../keys.ts';
import { ownTextIdOf, textIdOf } from '../text-id.ts';
import { groupCopies, type Stories, type TextNode } from './group-copies.ts';
import { packPrint } from './packed-print.ts';
import { textPrint } from './text-print.ts';

export interface ArticleText {
  readonly id: string;
  /** As `articleParagraphs` or the cleaner gives them. */
  readonly paragraphs: readonly string[];
}

export interface GroupedArticles {
  /** By article: the story's id. */
  readonly storyOf: ReadonlyMap<string, string>;
  readonly texts: number;
  readonly counts: Stories['counts'];
}

export function groupArticles(articles: Iterable<ArticleText>): GroupedArticles {
  const texts = new Map<string, TextNode>();
  const nameOf = new Map<string, string>();
  for (const { id, paragraphs } of articles) {
    const print = textPrint(paragraphs);
    // Articles without a word have nothing in common.
    const isEmpty = print.words === 0;
    const hash = isEmpty ? ownTextIdOf(id) : textIdOf(contentHash(paragraphs), packPrint(print));
    nameOf.set(id, hash);
    if (!isEmpty) texts.set(hash, { hash, print });
  }
  const { storyOf, counts } = groupCopies(texts.values());
  const stories = new Map([...nameOf].map(([id, name]) => [id, storyIdOf(storyOf.get(name) ?? name)]));
  return { storyOf: stories, texts: texts.size, counts };
}
