/** NewsML 1: which item it is, whatever was done to it, how it wants to be handled, and its text. */
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { listArticles } from '../../../shared/pipeline/query.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { NEWSML_1, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const read = (text: string): Promise<ArticleRecord> =>
  cleanBytes(Buffer.from(text), { path: 'a', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const MORNING = '2025-03-04T06:00:00.000Z';

describe('an item of NewsML 1', () => {
  it('revisions of an item are one article, told by its identifier without the revision', async () => {
    const newer = NEWSML_1.replace('>1</RevisionId>', '>2</RevisionId>').replace(':4711:1<', ':4711:2<');
    const [first, second] = [await read(NEWSML_1), await read(newer)];
    expect(first.identity).toEqual({ kind: 'guid', value: 'urn:newsml:halden-courier.example:20250303:4711' });
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ slugline: 'FERRY', modified: { utc: '2025-03-03T14:00:00Z' } });
  });

  it.each([
    [':4711:1', '1', ''],
    [':4711:1N', '1', ' Update="N"'],
    [':4711:2U', '2', ' Update="U"'],
    [':4711:3A', '3', ' Update="A"'],
    [':4711:4U', '4', ''],
    [':4711', '5', ' Update="N"'],
    [':4711:6X', '6', ' Update="X"'],
  ])('an identifier that ends %s (revision %s) names the item, whatever was done to it', async (ending, number, update) => {
    const text = NEWSML_1.replace(/<RevisionId .*<\/RevisionId>/, `<RevisionId${update}>${number}</RevisionId>`);
    const { identity } = await read(text.replace(':4711:1<', `${ending}<`));
    expect(identity).toEqual({ kind: 'guid', value: 'urn:newsml:halden-courier.example:20250303:4711' });
  });

  it.each([
    ['of an item that is called like its revision', ':1', '1', '1'],
    ['of an item that is called like an update', ':1U', '1U', '1'],
    ['with another number', ':4711:12', '4711', '2'],
    ['with a letter that nobody says', ':4711:2x', '4711', '2'],
  ])('an identifier %s stays whole', async (_, ending, name, number) => {
    const named = NEWSML_1.replace('>4711</NewsItemId>', `>${name}</NewsItemId>`).replace('>1</R', `>${number}</R`);
    const { identity } = await read(named.replace(':4711:1<', `${ending}<`));
    expect(identity.value).toBe(`urn:newsml:halden-courier.example:20250303${ending}`);
  });

  it('an identifier that is nothing but a number names the item', async () => {
    const text = NEWSML_1.replace(/<PublicIdentifier>.*<\/PublicIdentifier>/, '<PublicIdentifier>1</PublicIdentifier>');
    expect((await read(text)).identity.value).toBe('1 in halden-courier.example');
  });

  it('a cancellation reaches the article that it takes back', async () => {
    const store = memoryStore(reader);
    const kill = NEWSML_1.replace('"Usable"', '"Canceled"').replace('Update="N">1<', 'Update="U">2<');
    await store.deliver(store.bucket.put('in/1.xml', NEWSML_1.replace(':4711:1<', ':4711:1N<')));
    await store.deliver(store.bucket.put('in/2.xml', kill.replace(':4711:1<', ':4711:2U<')));
    const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
    expect(items.map(({ status }) => status)).toEqual(['canceled']);
  });

  it('an embargo ends when the status will change, and a cancellation is a record', async () => {
    const change =
      '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20250304T060000Z</DateAndTime></StatusWillChange>';
    const held = NEWSML_1.replace('FormalName="Usable"/></NewsM', `FormalName="Embargoed"/>${change}</NewsM`);
    expect(await read(held)).toMatchObject({ status: 'usable', embargoedUntil: MORNING });
    const killed = NEWSML_1.replace('FormalName="Usable"', 'FormalName="Canceled"').replace(
      /<ContentItem>[\s\S]*<\/ContentItem>/,
      '',
    );
    expect(await read(killed)).toMatchObject({ status: 'canceled', body: [] });
  });

  it('of several texts none is chosen', async () => {
    const item = /<NewsItem [\s\S]*<\/NewsItem>/.exec(NEWSML_1)?.[0] ?? '';
    await expect(read(NEWSML_1.replace('</NewsML>', `${item}</NewsML>`))).rejects.toMatchObject({
      code: 'document.unsupported-format',
      message: expect.stringContaining('2 items with text'),
    });
  });

  it('plain text without mark-up is read by its blank lines', async () => {
    const plain = NEWSML_1.replace(/<nitf>[\s\S]*<\/nitf>/, `\n${PARAGRAPHS.join('\n\n').replaceAll('&', '&amp;')}\n`);
    expect((await read(plain)).body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });
});
