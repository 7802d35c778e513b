/** A row stays under what the table can hold, whatever the page holds. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { assembleRecord } from '../../shared/core/assemble.ts';
import { NO_HINTS } from '../../shared/core/document.ts';
import { historyValue } from '../../shared/core/history.ts';
import type { Attributes } from '../../shared/core/item.ts';
import { storedRow } from '../../shared/core/object-row.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { aChange, anArticle } from '../../shared/testing/builders.ts';

const MOST_BYTES = 300_000;
const document = { bytes: 1, mediaType: 'text/html', charset: 'utf-8', charsetBasis: 'bom' } as const;

/** As DynamoDB counts, roughly: names and values in UTF-8, binary as it is, a few bytes for each nesting. */
function sizeOf(attributes: Attributes): number {
  const { packed, ...rest } = attributes;
  const binary = packed instanceof Uint8Array ? packed.length : 0;
  return binary + Buffer.byteLength(JSON.stringify(rest));
}

describe('a row', () => {
  it('with the longest fields and a full history is under 300 KB', () => {
    const long = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }).map((text) => text.repeat(2_000));
    fc.assert(
      fc.property(long, long, (headline, name) => {
        const change = aChange({ key: '\u{1f4f0}'.repeat(256) });
        const { bucket, key, member, versionId, at } = change;
        const facts = {
          bucket,
          key,
          member,
          versionId,
          path: null,
          etag: null,
          ingestedAt: at,
          storedAt: at,
          document,
        };
        const hints = { ...NO_HINTS, id: name.slice(0, STORE_LIMITS.metadataChars) };
        const record = assembleRecord(anArticle({ headline, publisher: { name, domain: name } }), hints, facts);
        const row = storedRow(change, record, plainFacts(record), at, {
          packed: new Uint8Array(STORE_LIMITS.packedBytes),
        });
        const entry = sizeOf({ [row.historyName ?? '']: historyValue(row.entry) });
        return sizeOf(row.attributes) + STORE_LIMITS.history * entry < MOST_BYTES;
      }),
      { numRuns: 200 },
    );
  });
});
