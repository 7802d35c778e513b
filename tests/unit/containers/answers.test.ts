/** Answers of interfaces, in JSON: which lists in them are read, by which names, and what is said of the others. */
import { describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../../shared/core/intake/containers/json-answer.ts';
import { jsonLists } from '../../../shared/core/intake/containers/json-lists.ts';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { checkMapping } from '../../../shared/core/intake/formats/mapping.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { findMember } from '../../../shared/pipeline/find-member.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { drop, FACTS, TEXT } from './dropped.ts';

const article = (name: string) => ({ title: `News of ${name}`, text: TEXT, url: `https://lowquay.example/${name}` });
const [A, B, C] = [article('a'), article('b'), article('c')];
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const membersOf = (value: unknown) => openContainer(bytes(value), FACTS)?.members ?? [];

/** `/articles/0 a` */
function named(value: unknown): readonly string[] {
  return membersOf(value).map(({ name, open }) => `${name} ${open().stated?.hints.url?.slice(-1) ?? '-'}`);
}

describe('an answer', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['one list', { status: 'ok', articles: [A, B] }, ['/articles/0 a', '/articles/1 b']],
    ['one list, deep inside', { response: { docs: { results: [A] } } }, ['/results/0 a']],
    ['two lists', { news: [A], articles: [B, C] }, ['/news/0 a', '/articles/0 b', '/articles/1 c']],
    [
      'a list for each cluster',
      { clusters: [{ articles: [A, B] }, { articles: [C] }] },
      ['/articles/0 a', '/articles/1 b', '/clusters/1/articles/0 c'],
    ],
    ['a list of one name in another', { data: { items: [A] }, items: [B] }, ['/items/0 a', '/items~2/0 b']],
    ['an article beside a list', { article: A, items: [B] }, ['/article a', '/items/0 b']],
    ['articles in an article', { ...A, articles: [{ title: 'News', text: TEXT }] }, ['/ a', '/articles/0 -']],
    ['records with addresses in an article', { ...A, items: [B] }, ['/ a', '/items/0 b']],
    [
      'articles in one of its articles',
      { results: [{ ...A, articles: [B] }, C] },
      ['/results/0 a', '/results/0/articles/0 b', '/results/1 c'],
    ],
    ['a list of something else before', { items: [{ id: 1 }], results: [A] }, ['/results/0 a']],
    [
      'an answer in each record',
      { results: [{ articles: [A] }, { articles: [B] }] },
      ['/articles/0 a', '/results/1/articles/0 b'],
    ],
    ['words that look like a list', { note: '"articles": [{"title": 1}]', articles: [A] }, ['/articles/0 a']],
  ])('with %s is read, whole and by these names', (_, answer, expected) => {
    expect(named(answer)).toEqual(expected);
  });

  it('whose first record has no text is read all the same, and names that one', () => {
    const [first, second] = membersOf({ articles: [{ title: 'Only where it is', content: null }, A] });
    expect(() => first?.open()).toThrow('no known tool uses');
    expect(second?.open().stated?.hints.url).toBe(A?.url);
  });

  it('behind a long preamble is found', () => {
    expect(named({ meta: 'x'.repeat(70_000), articles: [A] })).toEqual(['/articles/0 a']);
  });

  it('that is cut between its lists says so, and keeps what is whole', async () => {
    const text = JSON.stringify({ clusters: [{ articles: [A, B] }, { size: 1, articles: [C] }] });
    const { state, refused } = await drop(text.slice(0, text.indexOf('"size"')));
    expect(state).toMatchObject({ found: 3, stored: 2, rejected: 1 });
    expect(Object.values(refused)).toEqual(['document.truncated']);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['in a list', [{ articles: [A, B] }, C], ['/0/articles/0 a', '/0/articles/1 b', '/1 c']],
    [
      'in JSON Lines',
      [{ articles: [A] }, C].map((one) => JSON.stringify(one)).join('\n'),
      ['@0/articles/0 a', '@373 c'],
    ],
  ])('%s beside an article is taken apart', (_, many, expected) => {
    const text = named(many);
    expect(text.map((one) => one.replace(/^@[1-9]\d*/, '@373'))).toEqual(expected);
  });

  it('nested deeper than any has nothing that is read, in one pass', () => {
    const deep = `${'{"items":['.repeat(50_000)}${JSON.stringify(A)}`;
    expect(jsonAnswer(deep, null)).toBeNull();
    const { lists, isClosed } = jsonLists(`{"a":${'['.repeat(200)}${']'.repeat(200)},"items":[{}]}`);
    expect([lists.map(({ path }) => path), isClosed]).toEqual([['/items'], true]);
  });

  it('of more lists than any has is refused, whole or as a line', () => {
    const lists = (count: number) => ({ clusters: Array.from({ length: count }, () => ({ articles: [A] })) });
    expect(jsonAnswer(JSON.stringify(lists(10_000)), null)).toHaveLength(10_000);
    const refusal = { code: 'container.too-many-members', message: expect.stringContaining('10000 lists') };
    expect(() => jsonAnswer(JSON.stringify(lists(10_001)), null)).toThrow(expect.objectContaining(refusal));
    const [, line] = membersOf([A, lists(10_001)].map((one) => JSON.stringify(one)).join('\n'));
    expect(() => line?.open()).toThrow(expect.objectContaining(refusal));
  });

  it('in JSON Lines of any length is found by the name of its member', async () => {
    const filler = `${JSON.stringify({ title: 'A tide', text: 'The tide. '.repeat(20_000) })}\n`.repeat(90);
    const bucket = memoryBucket();
    const ref = bucket.put('incoming/x.jsonl', `${filler}${JSON.stringify({ articles: [A, B] })}\n`);
    expect(filler.length).toBeGreaterThan(LIMITS.objectBytes);
    const found = await findMember(ref, `@${filler.length}/articles/1`, ref.versionId, bucket.objects);
    expect(found?.member.open().stated?.hints.url).toBe(B?.url);
  });

  it('in JSON Lines with a mapping keeps the article that the mapping says its line is', () => {
    const mapping = checkMapping({ headline: 'kop', text: 'tekst', url: 'url' });
    const line = JSON.stringify({ kop: 'News of c', tekst: TEXT, url: C?.url, articles: [A] });
    if (typeof mapping === 'string') throw new Error(mapping);
    const { members = [] } = openContainer(bytes(`${line}\n${line}\n`), { ...FACTS, mapping }) ?? {};
    const names = members.map(({ name, open }) => `${name} ${open(mapping).stated?.hints.url?.slice(-1)}`);
    expect(names.slice(0, 2)).toEqual(['@0 c', '@0/articles/0 a']);
  });

  it('asked for as a single document is refused when others stand in its article', () => {
    for (const value of [{ ...A, articles: [B] }, [{ articles: [A] }]])
      expect(() => openDocument(bytes(value), FACTS)).toThrow('This is a list in JSON, which holds many documents');
  });
});

describe('a record of a list or a line', () => {
  it('that is a container is refused in words of its own, since it is in a store already', () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', content_text: TEXT }] };
    const [, record] = membersOf([A, feed]);
    expect(() => record?.open()).toThrow(/^This record is a JSON Feed, .*give each of them a line, or an element/);
  });
});

describe('JSON-LD of several articles', () => {
  const node = (name: string, more = {}) => {
    const { title, text, url } = article(name);
    return { '@type': 'NewsArticle', headline: title, articleBody: text, url, author: { '@id': `#${name}` }, ...more };
  };
  const person = (name: string) => ({ '@type': 'Person', '@id': `#${name}`, name: `Ida ${name.toUpperCase()}` });
  const authors = (value: unknown) =>
    membersOf(value).map(({ name, open }) => {
      const found = open().stated?.fields.filter(({ field }) => field === 'author') ?? [];
      return `${name} ${found.map((one) => one.value).join()}`;
    });

  it('in a graph is read, each with the author that it points to', () => {
    const graph = [{ '@type': 'WebSite', name: 'Low Quay Post' }, node('a'), node('b'), person('a'), person('b')];
    expect(authors({ '@context': 'https://schema.org', '@graph': graph })).toEqual([
      '/@graph/1 Ida A',
      '/@graph/2 Ida B',
    ]);
  });

  it('in a list of items is read, and links among them are none', () => {
    const items = [
      { '@type': 'ListItem', position: 1, item: node('a', { author: person('a') }) },
      { '@type': 'ListItem', position: 2, url: 'https://lowquay.example/b' },
      node('c', { author: person('c') }),
    ];
    expect(authors({ '@type': 'ItemList', itemListElement: items })).toEqual([
      '/itemListElement/0/item Ida A',
      '/itemListElement/2 Ida C',
    ]);
  });

  it('of which one has a text is the one article', () => {
    const graph = [node('a'), { '@type': 'NewsArticle', headline: 'A link' }, person('a')];
    expect(openContainer(bytes({ '@context': 'https://schema.org', '@graph': graph }), FACTS)).toBeNull();
  });
});
