/** A JSON Feed that was cut off, or of which one item is broken: what is whole is kept, the rest is named. */
import { describe, expect, it } from 'vitest';
import { jsonFeedEntries } from '../../../shared/core/intake/containers/json-feed.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { drop, FACTS, TEXT } from './dropped.ts';

const HEAD = { version: 'https://jsonfeed.org/version/1.1', title: 'Low Quay Post', language: 'en' };
const item = (id: string) => ({
  ...{ id, url: `https://lowquay.example/${id}`, title: `Tide ${id} [{"`, authors: [{ name: 'Ada Quill', id: 'ada' }] },
  content_text: `${TEXT} ${id}`,
});
const whole = JSON.stringify({ ...HEAD, items: [item('a'), item('b'), item('c')], author: { name: 'Desk' } });
const upTo = (mark: string, more = 0) => whole.slice(0, whole.indexOf(mark) + more);

const told = (text: string) =>
  jsonFeedEntries(text)?.map(({ guid, whose, read }) => {
    try {
      return `${guid}: ${read().headline} (${whose.at(-1)})`;
    } catch (error) {
      return `${guid}: ${(error as { code: string }).code}`;
    }
  });
const [A, B, C] = ['a', 'b', 'c'].map((id) => `${id}: Tide ${id} [{" (Low Quay Post)`);

describe('a JSON Feed that was cut off', () => {
  it.each([
    ['in the text of an item', upTo('"content_text":"The tide', 40), ['a: document.truncated']],
    ['in the text of the last item', whole.slice(0, -60), [A, B, 'c: document.truncated']],
    ['in an item, behind its names', upTo('"id":"b"', 60), [A, 'b: document.truncated']],
    ['before the name of an item', upTo('"id":"b"', 0), [A, ': document.truncated']],
    ['behind the comma between items', upTo('{"id":"b"'), [A, ': document.truncated']],
    ['between items', upTo(',{"id":"b"'), [A, ': document.truncated']],
    ['in the list, before its first item', upTo('{"id":"a"'), [': document.truncated']],
    ['behind its items', upTo('],"author"', 1), [A, B, C, ': document.truncated']],
    ['in what stands behind its items', upTo('{"name":"Desk"', 14), [A, B, C, ': document.truncated']],
    ['not at all', whole, [A, B, C]],
  ])('%s keeps the items that are whole, and names the rest', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ['in its head', upTo('"items"', 0)],
    ['before its list', upTo('"items":', 8)],
  ])('%s says so', (_, text) => {
    expect(() => told(text)).toThrow('The feed ends before it is closed: upload the whole file.');
  });

  it('lies in a store with what is whole, and has a name for what is not', async () => {
    const { state, refused } = await drop(whole.slice(0, -200));
    expect(state).toMatchObject({ state: 'container', found: 3, stored: 2, rejected: 1, pending: 0 });
    expect(refused).toEqual({ c: 'document.truncated' });
  });

  it('is for whoever asks for one article what a whole one is', () => {
    const says = (text: string) => () => openDocument(Buffer.from(text), FACTS);
    expect(says(whole)).toThrow('This is a JSON Feed, which holds many documents');
    expect(says(whole.slice(0, -200))).toThrow('This is a JSON Feed, which holds many documents');
  });
});

describe('a JSON Feed with a broken item', () => {
  const broken = whole.replace('"title":"Tide b', '"title":NaN,"subtitle":"Tide b');

  it('keeps the others, and names it', () => {
    expect(told(broken)).toEqual([A, 'b: document.unsupported-format', C]);
  });

  it('that was cut off too says both', () => {
    expect(told(broken.slice(0, -60))).toEqual([A, 'b: document.unsupported-format', 'c: document.truncated']);
  });

  it.each([
    ['another feed behind it', whole + whole],
    ['another feed behind one with a broken item', broken + whole, 'b: document.unsupported-format'],
    ['something broken behind its items', whole.replace('"Desk"', 'Desk')],
  ])('keeps its items and says that there is more: %s', (_, text, second = B) => {
    expect(told(text)).toEqual([A, second, C, ': document.unsupported-format']);
  });

  it.each([
    ['whose head is broken', whole.replace('"Low Quay Post"', 'NaN')],
    [
      'whose items are no list',
      whole.replace('"items":[', '"items":{"a":[').replace('],"author":{"name":"Desk"', ']},"author":{"name":Desk'),
    ],
    ['that has no items and is broken', whole.replace('"items"', '"entries"').replace('"Desk"', 'Desk')],
  ])('or one %s is refused as broken', (_, text) => {
    expect(() => told(text)).toThrow('This is JSON that is broken or not whole');
  });
});

describe('a JSON Feed', () => {
  it('is one with slashes that are escaped, too', () => {
    expect(told(whole.replaceAll('/', '\\/'))).toEqual([A, B, C]);
  });

  it('is none where an article speaks of the format', () => {
    const article = JSON.stringify({ title: 'A', text: 'Write "version": "https://jsonfeed.org/version/1".' });
    expect(jsonFeedEntries(article)).toBeNull();
    expect(jsonFeedEntries(article.slice(0, -1))).toBeNull();
  });

  it('is not taken apart by what else is called items in it', () => {
    const more = whole.replace('"title"', '"_more":{"items":[{"id":"x"}]},"title"');
    expect(told(more.slice(0, -60))).toEqual([A, B, 'c: document.truncated']);
  });

  it('leaves out what is no object among its items, cut or not', () => {
    const odd = whole.replace('"items":[', '"items":[3,"items",null,');
    expect(told(odd)).toEqual([A, B, C]);
    expect(told(odd.slice(0, -60))).toEqual([A, B, 'c: document.truncated']);
  });
});
