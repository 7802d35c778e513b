/** The mark of refused uploads as tags, asked of the emulated S3 through the real SDK. */
import { GetObjectTaggingCommand, PutObjectTaggingCommand, type Tag } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3RefusedMarks } from '../../shared/aws/refused-marks.ts';
import { Bucket, emulatedS3 } from './emulated-s3.ts';

let store: Awaited<ReturnType<typeof emulatedS3>>;
beforeAll(async () => {
  store = await emulatedS3();
});
afterAll(() => store.close());

const MARK = { Key: 'wirefold', Value: 'refused' };
const refOf = (key: string) => ({ bucket: Bucket, key, member: null });

async function tagsOf(Key: string, VersionId: string): Promise<readonly Tag[]> {
  return (await store.s3.send(new GetObjectTaggingCommand({ Bucket, Key, VersionId }))).TagSet ?? [];
}

async function aVersion(key: string, tags: readonly Tag[]): Promise<string> {
  const { VersionId = '' } = await store.put(key, 'text');
  await store.s3.send(new PutObjectTaggingCommand({ Bucket, Key: key, VersionId, Tagging: { TagSet: [...tags] } }));
  return VersionId;
}

describe('the mark of a refused upload', () => {
  it('stands beside the tags of others, once, on one version only, and goes without them', async () => {
    const marks = s3RefusedMarks(store.s3);
    const desk = { Key: 'desk', Value: 'foreign & sport' };
    const [older, newer] = [await aVersion('in/a b.txt', []), await aVersion('in/a b.txt', [desk])];
    for (let time = 0; time < 2; time += 1) await marks.set(refOf('in/a b.txt'), newer);
    expect(await tagsOf('in/a b.txt', newer)).toEqual([desk, MARK]);
    expect(await tagsOf('in/a b.txt', older)).toEqual([]);
    for (let time = 0; time < 2; time += 1) await marks.clear(refOf('in/a b.txt'), newer);
    expect(await tagsOf('in/a b.txt', newer)).toEqual([desk]);
  });

  it('is left out where ten tags of others stand, and where the version is gone', async () => {
    const marks = s3RefusedMarks(store.s3);
    const ten = Array.from({ length: 10 }, (_, at) => ({ Key: `k${at}`, Value: 'v' }));
    const full = await aVersion('in/full.txt', ten);
    await marks.set(refOf('in/full.txt'), full);
    expect(await tagsOf('in/full.txt', full)).toEqual(ten);
    await marks.set(refOf('in/never.txt'), full);
    await marks.clear(refOf('in/never.txt'), full);
  });
});
