/** Why a record says what it says. In: an article's id. Out: every line of its raw file with label and reason. Promise: of the very version that was read. */
import type { Explanation } from '../../shared/core/explain.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { findArticle } from '../../shared/pipeline/query.ts';
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
  const { bucket = null, key = null, member = null, versionId = null, bytes = 0 } = record?.source ?? {};
  if (bucket === null || key === null) return nothing('There is no such article here.');
  const make = async (): Promise<Explanation> => {
    const object = await objects.read({ bucket, key, member }, versionId);
    if (object === null) throw new Error('The raw file is no longer in the bucket; the record stays.');
    return reading.explain({ ...object, name: key });
  };
  // Without a version the bytes behind a key may change.
  const isKept = versionId !== null && bytes < MOST_BYTES;
  try {
    return json(await (isKept ? kept.get(`${bucket}/${key}?${versionId}`, make) : make()));
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  }
}
