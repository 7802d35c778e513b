/**
 * The record as a reader sees it. In: the stored record and what was derived of it from other articles. Out: one record.
 * Promise: only derived fields change; what the page itself said stays as it was read.
 */

import { type Direction, directionOf } from './copies/direction.ts';
import { firstFacts, recordFacts } from './copy-direction.ts';
import { type CopyRelation, relationTo } from './copy-relation.ts';
import type { LiveHead } from './head.ts';
import { trustedMoment } from './moment.ts';
import { olderCopy } from './older-copy.ts';
import type { ArticleRecord, QualityCode } from './record.ts';
import type { Story } from './story.ts';
import type { TextNode } from './text-node.ts';

/** What was derived of the article's text; null while it is on its way. */
export interface Told {
  readonly node: TextNode | null;
  readonly story: Story | null;
  /** The text that was published first in the story. */
  readonly firstNode: TextNode | null;
  /** The article that was first; null when it is gone, or is this one. */
  readonly firstHead: LiveHead | null;
  readonly eventId: string | null;
}

export function joinRecord(
  record: ArticleRecord,
  head: LiveHead,
  { node, story, firstNode, firstHead, eventId }: Told,
): ArticleRecord {
  const joined: ArticleRecord = { ...record, version: head.version, storyId: node?.storyId ?? null, eventId };
  const first = story?.first ?? node?.tally.first ?? null;
  if (first === null || first.id === record.id) return joined;
  const older = olderCopy(trustedMoment(record.published), { node, story, firstNode });
  const direction = directionOf(recordFacts(record), firstFacts(first, firstHead));
  // Whose text it is has copied it from nobody, though another page of it may be dated earlier.
  const isSource = direction.from === record.id;
  const copied =
    node === null || firstNode === null || isSource
      ? joined
      : withCopyOf(joined, first.id, relationTo(node, firstNode), direction);
  return older === null ? copied : disputed(copied, older.utc, older.id);
}

function withCopyOf(
  record: ArticleRecord,
  id: string,
  { relation, coverage, coverageOfOther }: CopyRelation,
  { provider, basis }: Direction,
): ArticleRecord {
  // They are in one story through others: this text has nothing of the first.
  if (relation === null) return record;
  return {
    ...record,
    copyOf: {
      id,
      provider,
      relation,
      coverage,
      coverageOfOther,
      direction: basis,
    },
  };
}

function disputed(record: ArticleRecord, utc: string, id: string): ArticleRecord {
  const { published } = record;
  const statement = `same text already published ${utc} (${id})`;
  const quality = new Set<QualityCode>([...record.quality, 'published-disputed', 'copy-of-earlier']);
  return {
    ...record,
    published: { ...published, status: 'disputed', contradicts: [...published.contradicts, statement] },
    effectiveDate: { utc, basis: 'earliest-copy' },
    quality: [...quality],
  };
}
