/** A packed record stands in its row, or in the bucket when a row cannot hold it, and is found again in either place. */
import { describe, expect, it } from 'vitest';
import { bodiesPrefix } from '../../shared/core/keys.ts';
import { packRecord } from '../../shared/core/packed.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { fetchRecord, placeRecord } from '../../shared/pipeline/place-record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';

const record = aRecord();
const packed = packRecord(record);

/** Text that packing does not make shorter than a row can hold. */
function longText(): string {
  let state = 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  };
  return Array.from({ length: STORE_LIMITS.packedBytes / 4 }, next).join(' ');
}

describe('the place of a record', () => {
  it('is its row, up to the size that is told', async () => {
    const { bodies } = memoryBucket(undefined, packed.length);
    expect(await placeRecord(record, 'txt_a', bodies)).toEqual({ packed });
  });

  it('is the bucket beyond that, under the names of article and text', async () => {
    const { bodies } = memoryBucket(undefined, packed.length - 1);
    const place = await placeRecord(record, 'txt_a', bodies);
    const packedAt = 'packedAt' in place ? place.packedAt : '';
    expect(packedAt.startsWith(bodiesPrefix(record.id, 'txt_a'))).toBe(true);
    expect(await bodies.get(packedAt)).toEqual(packed);
    expect(await placeRecord(record, 'txt_a', bodies)).toEqual(place);
    expect(await fetchRecord(place, bodies)).toEqual(record);
  });

  it('is another for other contents under the same names', async () => {
    const { bodies } = memoryBucket(undefined, 1);
    const one = await placeRecord(record, 'txt_a', bodies);
    expect(await placeRecord({ ...record, section: 'Harbour' }, 'txt_a', bodies)).not.toEqual(one);
  });

  it('is by default a row of the size that the table can hold', async () => {
    const { bodies } = memoryBucket();
    expect(await placeRecord(record, 'txt_a', bodies)).toEqual({ packed });
    expect(await placeRecord({ ...record, summary: longText() }, 'txt_a', bodies)).toHaveProperty('packedAt');
  });
});

describe('a record that is fetched', () => {
  it('is that of the row, without asking the bucket', async () => {
    const get = async () => {
      throw new Error('asked');
    };
    expect(await fetchRecord({ packed }, { get })).toEqual(record);
    await expect(fetchRecord({}, { get })).rejects.toThrow('The packed record  is missing.');
  });

  it('is missed by the name of its place', async () => {
    const { bodies } = memoryBucket();
    await expect(fetchRecord({ packedAt: 'bodies/gone' }, bodies)).rejects.toThrow('record bodies/gone is missing');
  });
});
