/** Heads of articles, as the store has them. In: an id and its paragraphs. Out: an item that stories are settled by. */
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import type { Item } from '../../shared/core/item.ts';
import { headKey, objectKey } from '../../shared/core/keys.ts';
import { textIdOf } from '../../shared/core/text-id.ts';

const UTC = '2026-01-01T00:00:00.000Z';

export function aLiveHead(articleId: string, paragraphs: readonly string[]): Item & { readonly text: string } {
  const print = packPrint(textPrint(paragraphs));
  const contentHash = paragraphs.join('\n');
  return {
    ...headKey(articleId),
    ...{
      live: true,
      articleId,
      identity: { kind: 'key', value: articleId },
      objectId: articleId,
      version: 1,
      objects: 1,
    },
    ...{ text: textIdOf(contentHash, print), headline: null, publisher: null, domain: null, provider: null },
    ...{ capturedAt: null, published: { utc: null, local: null, raw: null, precision: null, status: 'missing' } },
    ...{ sortDate: { utc: UTC, basis: 'stored' }, language: 'en', wordCount: 50, quality: [], status: 'usable' },
    ...{ contentHash, print, about: new Uint8Array(), texts: [], gen: 1 },
  };
}

/** The row of the head's only object: what a text is like stands there. */
export function rowOf(head: Item): Item {
  const {
    sk: _,
    pk: _head,
    live: _live,
    objects: _objects,
    version: _version,
    texts: _texts,
    gen: _gen,
    ...facts
  } = head;
  const objectId = String(head['objectId']);
  const common = { objectId, bucket: 'b', key: 'k', member: null, versionId: null, changedAt: UTC, extractor: 1 };
  return { ...facts, ...objectKey(objectId), ...common, revision: '1', state: 'stored', lastModified: UTC, bytes: 1 };
}

export function aGoneHead(articleId: string): Item {
  return { ...headKey(articleId), live: false, articleId, texts: [], gen: 2 };
}
