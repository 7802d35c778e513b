/** JSON Lines with a line that is none; files of many articles where a single one is asked for. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { hasObjectLines } from '../../../shared/core/intake/object-lines.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { findObject } from '../../../shared/pipeline/query.ts';
import { aTar } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { FACTS, page, reader, TEXT } from './dropped.ts';

const line = (title: string) => JSON.stringify({ title, text: TEXT, url: `https://lowquay.example/${title.length}` });
const ONE = line('The tide is early');
const TWO = line('The bell is mended again');
const wide = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

async function stored(content: string | Uint8Array) {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put('incoming/x.jsonl', content));
  return findObject('incoming/x.jsonl', store.query);
}

describe('JSON Lines', () => {
  it.each([
    ['whose first line is broken', `{broken\n${ONE}\n${TWO}\n`, 3],
    ['cut at the front', `${ONE.slice(90)}\n${ONE}\n${TWO}\n`, 3],
    ['with a comment above', `# exported on Monday\n${ONE}\n${TWO}\n`, 3],
    ['with a list among them', `${ONE}\n[1, 2]\n${TWO}\n`, 3],
    ['with null among them', `${ONE}\nnull\n${TWO}\n`, 3],
    ['of which one is whole', `{broken\n${ONE}\n`, 2],
    ['behind a mark', `\u{feff}${ONE}\r\n${TWO}\r\n`, 2],
  ])('%s are read line by line, and what is none is refused alone', async (_, content, found) => {
    const state = await stored(content);
    expect(state).toMatchObject({ state: 'container', format: 'a file of JSON Lines' });
    const whole = content.split('\n').filter((each) => each.includes(ONE) || each.includes(TWO)).length;
    expect(state).toMatchObject({ found, stored: whole, rejected: found - whole });
  });

  it('in UTF-16 are read as well, and the record says so', () => {
    const { members = [] } = openContainer(wide(`${ONE}\n${TWO}\n`), FACTS) ?? {};
    expect(members.map(({ open }) => open().charset)).toEqual(['utf-16le', 'utf-16le']);
  });

  it.each([
    ['prose with an example in it', `${TEXT}\n{"a": 1}\n`],
    ['one object over two lines', '{"title": "a", "more": {"b": 1}\n}'],
    ['one object', `${ONE}\n`],
    ['a list, an element a line', `[\n${ONE},\n${TWO}\n]`],
    ['a page with lines in its script', `<script>\n${ONE}\n${TWO}\n</script>`],
  ])('%s is none', (_, content) => {
    expect(hasObjectLines(Buffer.from(content))).toBe(false);
  });

  it('are known by lines that other programs write and JSON has not', () => {
    expect(hasObjectLines(Buffer.from('{"a": NaN}\n{"a": NaN}\n'))).toBe(true);
  });
});

const entry = `<title>The tide</title>${'x'.repeat(20)}`;
describe('a file of many articles, asked for as one', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['an RSS feed', `<rss version="2.0"><channel><item>${entry}</item></channel></rss>`],
    ['an Atom feed', `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`],
    ['a JSON Feed', `{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "a"}]}`],
    ['a list in JSON', `[${ONE}, ${TWO}]`],
    ['a list in JSON', `{"status": "ok", "articles": [${ONE}]}`],
    ['a file of JSON Lines', `${ONE}\n${TWO}\n`],
    ['a file of JSON Lines', `\u{feff}${ONE}\r\n${TWO}\r\n`],
    ['a file of JSON Lines', wide(`${ONE}\n${TWO}\n`)],
    ['a file of JSON Lines', `{broken\n${ONE}\n${TWO}\n`],
    ['a table (CSV)', 'title,text\na,b\n'],
    ['a tar archive', aTar([{ name: 'a.txt', content: page('The tide') }])],
  ])('says that it is %s and where it is read', (name, content) => {
    expect(() => openDocument(Buffer.from(content), FACTS)).toThrow(
      `This is ${name}, which holds many documents: add it to a store, which reads each of them`,
    );
  });

  it.each([
    ['a table that does not name its columns', 'a,b\nc,d\n', 'whose first line does not name its columns'],
    ['records over several lines', `{"a":\n1}\n{"a":\n2}`, 'over several lines each'],
    ['one object of its own', '{"a": 1}', 'no known tool uses'],
    ['a list of such', '[{"a": 1}]', 'no known tool uses'],
  ])('%s is told for what it is', (_, content, message) => {
    expect(() => openDocument(Buffer.from(content), { ...FACTS, name: 'x.csv' })).toThrow(message);
  });
});
