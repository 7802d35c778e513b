/** Why a record says what it says. In: an article's id. Out: every line of its raw file with label and reason. Promise: of the very version that was read. */
import type { Explanation } from '../../shared/core/explain.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { findArticle } from '../../shared/pipeline/query.ts';
import { readAgain } from '../../shared/pipeline/read-again.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { ConsoleStore } from './console-store.ts';
import { type Kept, keepLast } from './keep-last.ts';
import type { Reading } from './reading.ts';

/** Explanations kept: somebody goes back and forth between a few articles. */
const MOST_KEPT = 60;
/** A longer one is made again: it would push out all others. */
const MOST_BYTES = LIMITS.objectBytes / 8;

export type Explanations = Kept<Explanation>;

export function keepExplanations(): Explanations {
  return keepLast(MOST_KEPT);
}

export async function explanation(
  id: string,
  { query, objects }: Pick<ConsoleStore, 'query' | 'objects'>,
  reading: Reading,
  kept: Explanations,
): Promise<Answer> {
  const record = await findArticle(id, query);
  if (record === null || record.source.key === null) return nothing('There is no such article here.');
  try {
    return json(await explanationOf(record, objects, reading, kept));
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  }
}

/** Rejects, in words, when the raw file is gone or cannot be read. */
export async function explanationOf(
  { source, ingestedAt: at }: ArticleRecord,
  objects: ConsoleStore['objects'],
  reading: Reading,
  kept: Explanations,
): Promise<Explanation> {
  const { bucket, key, member, versionId, bytes } = source;
  const make = async (): Promise<Explanation> => {
    const explained =
      bucket === null || key === null
        ? null
        : member === null
          ? await whole(bucket, key, versionId, objects, reading)
          : await explainedMember({ bucket, key, member, versionId, at }, objects, reading);
    if (explained === null) throw new Error('The raw file is no longer in the bucket; the record stays.');
    return explained;
  };
  // Without a version the bytes behind a key may change.
  const isKept = versionId !== null && bytes < MOST_BYTES;
  return isKept ? kept.get(JSON.stringify([bucket, key, member, versionId]), make) : make();
}

async function whole(
  bucket: string,
  key: string,
  versionId: string | null,
  objects: ConsoleStore['objects'],
  reading: Reading,
): Promise<Explanation | null> {
  const object = await objects.read({ bucket, key, member: null }, versionId);
  return object === null ? null : reading.explain({ ...object, name: key });
}

/** Taken out of its container, and read with the same hints, as when it was stored. */
async function explainedMember(
  origin: Parameters<typeof readAgain>[0],
  objects: ConsoleStore['objects'],
  reading: Reading,
): Promise<Explanation | null> {
  const told: Explanation[] = [];
  const reader: Reader = {
    async read(...asked) {
      const { article, explanation } = await reading.explainRead(...asked);
      told.push(explanation);
      return article;
    },
  };
  await readAgain(origin, { objects, reader });
  return told[0] ?? null;
}
