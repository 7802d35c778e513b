/**
 * Texts of other stories that share a passage with an article: an excerpt, a round-up, or a copy nobody can be sure of. In: an
 * article, or its text. Out: links, most shared first. Promise: nothing is stored of them, so they follow the set of texts; work is bounded by
 * the article's keys and the few texts that each shows.
 */
import { relationTo } from '../core/copy-relation.ts';
import { nodeKey } from '../core/keys.ts';
import type { Kinship } from '../core/kinship.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import { compareText } from '../core/url.ts';
import type { Feeds, Table } from './ports.ts';
import { keysOf, readPosting } from './postings.ts';
import { textOfArticle } from './query-story.ts';

export interface SharedPassage {
  /** The earliest article that carries the other text. */
  readonly id: string;
  readonly publisher: string | null;
  readonly storyId: string;
  /** Share of the article's words that stand in the other text, and the other way round, 0 to 1. */
  readonly coverage: number;
  readonly coverageOfOther: number;
}

interface PassageReads {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly feeds: Pick<Feeds, 'getMany'>;
}

export async function sharedPassages(
  articleId: string,
  reads: PassageReads,
  kinship: Kinship,
): Promise<readonly SharedPassage[]> {
  return passagesOfText(await textOfArticle(articleId, reads.table), reads, kinship);
}

/** `own`: the article's text; null while it is on its way. */
export async function passagesOfText(
  own: TextNode | null,
  { table, feeds }: PassageReads,
  kinship: Kinship,
): Promise<readonly SharedPassage[]> {
  if (own === null) return [];
  const postings = await Promise.all(keysOf(own, kinship).map((key) => readPosting(key, { table, kinship })));
  const others = new Set(postings.flatMap(({ smallest }) => smallest.map(({ textId }) => textId)));
  const nodes = (await feeds.getMany([...others].map(nodeKey))).flatMap((item) => textNode(item) ?? []);
  return nodes
    .flatMap((other) => passageOf(own, other))
    .sort((a, b) => b.coverage - a.coverage || compareText(a.id, b.id));
}

function passageOf(own: TextNode, other: TextNode): readonly SharedPassage[] {
  const { storyId, tally } = other;
  const [carrier] = tally.shown;
  if (storyId === null || storyId === own.storyId || carrier === undefined) return [];
  const { relation, coverage, coverageOfOther } = relationTo(own, other);
  if (relation === null) return [];
  return [{ id: carrier.articleId, publisher: carrier.publisher, storyId, coverage, coverageOfOther }];
}
