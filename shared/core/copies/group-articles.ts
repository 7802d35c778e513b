/**
 * Articles into stories, in memory. Articles with their paragraphs come in, the story of each goes out.
 * Promise: a function of the set of articles: neither their order nor their names decide who belongs together.
 */
import { contentHash } from '../fingerprint.ts';
import { storyIdOf } from '../keys.ts';
import { groupCopies, type Stories, type TextNode } from './group-copies.ts';
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
  const hashOf = new Map<string, string>();
  for (const { id, paragraphs } of articles) {
    const hash = contentHash(paragraphs);
    const node = texts.get(hash) ?? { hash, print: textPrint(paragraphs) };
    // Articles without a word have nothing in common.
    const name = node.print.words === 0 ? `alone#${id}` : hash;
    hashOf.set(id, name);
    if (name === hash) texts.set(hash, node);
  }
  const { storyOf, counts } = groupCopies(texts.values());
  const stories = new Map([...hashOf].map(([id, name]) => [id, storyIdOf(storyOf.get(name) ?? name)]));
  return { storyOf: stories, texts: texts.size, counts };
}
