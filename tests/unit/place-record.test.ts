/** A packed record stands in its row, or in the bucket when a row cannot hold it, and is found again in either place. */
import { describe, expect, it } from 'vitest';
import { bodiesPrefix } from '../../shared/core/keys.ts';
import { placedKey } from '../../shared/core/operating-keys.ts';
import { packRecord } from '../../shared/core/packed.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { fetchRecord, placeRecord } from '../../shared/pipeline/place-record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const record = aRecord();
const packed = packRecord(record);

function placing(over?: number) {
  const store = memoryStore(lineReader, over);
  return { store, ports: { bodies: store.bucket.bodies, table: currentTable(store.table) } };
}

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
    const { ports, store } = placing(packed.length);
    expect(await placeRecord(record, 'txt_a', ports)).toEqual({ packed });
    expect(store.table.items()).toEqual([]);
  });

  it('is the bucket beyond that, under the names of article and text', async () => {
    const { ports } = placing(packed.length - 1);
    const { bodies } = ports;
    const place = await placeRecord(record, 'txt_a', ports);
    const packedAt = 'packedAt' in place ? place.packedAt : '';
    expect(packedAt.startsWith(bodiesPrefix(record.id, 'txt_a'))).toBe(true);
    expect(await bodies.get(packedAt)).toEqual(packed);
    expect(await placeRecord(record, 'txt_a', ports)).toEqual(place);
    expect(await fetchRecord(place, bodies)).toEqual(record);
  });

  it('is noted under its text before the record stands there, so that whoever dies in between leaves no secret', async () => {
    const { ports, store } = placing(packed.length - 1);
    const put = () => Promise.reject(new Error('died'));
    const dying = { ...ports, bodies: { ...ports.bodies, put } };
    await expect(placeRecord(record, 'txt_a', dying)).rejects.toThrow('died');
    expect(store.table.items()).toEqual([{ ...placedKey('txt_a', record.id), schema: expect.any(Number) }]);
  });

  it('is another for other contents under the same names', async () => {
    const { ports } = placing(1);
    const one = await placeRecord(record, 'txt_a', ports);
    expect(await placeRecord({ ...record, section: 'Harbour' }, 'txt_a', ports)).not.toEqual(one);
  });

  it('is by default a row of the size that the table can hold', async () => {
    const { ports } = placing();
    expect(await placeRecord(record, 'txt_a', ports)).toEqual({ packed });
    expect(await placeRecord({ ...record, summary: longText() }, 'txt_a', ports)).toHaveProperty('packedAt');
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
    const { bodies } = memoryStore(lineReader).bucket;
    await expect(fetchRecord({ packedAt: 'bodies/gone' }, bodies)).rejects.toThrow('record bodies/gone is missing');
  });
});
