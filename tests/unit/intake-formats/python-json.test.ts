/** Numbers that JSON has not, as Python writes them, and sequences of JSON texts. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { asJson, parsedRecord } from '../../../shared/core/intake/python-json.ts';
import { FACTS, TEXT } from '../containers/dropped.ts';

const ONE = JSON.stringify({ title: 'The tide is early', text: TEXT });
const TWO = JSON.stringify({ title: 'NaN is no number', text: `${TEXT} "Infinity", it said.` });

describe('JSON of Python', () => {
  it.each([
    ['{"a": NaN, "b": [-Infinity, Infinity]}', '{"a": null, "b": [null, null]}'],
    ['{"NaN": "NaN \\" NaN", "a": -1}', '{"NaN": "NaN \\" NaN", "a": -1}'],
    ['{"a": NaN, "b": "NaN', '{"a": null, "b": "NaN'],
    ['{"a": -NaN}', '{"a": -null}'],
    ['{"a": 1}', '{"a": 1}'],
  ])('%s has null for its numbers that are none', (text, expected) => {
    expect(asJson(text)).toBe(expected);
  });

  it('is read as other JSON is, and what is broken beside stays broken', () => {
    expect(parsedRecord('{"a": NaN}')).toEqual({ a: null });
    expect(parsedRecord('{"a": Nan}')).toBeUndefined();
    expect(parsedRecord('{"a": NaN')).toBeUndefined();
    const score = (json: string) => json.replace('{', '{"score": NaN, ');
    for (const json of [score(ONE), score(TWO)]) expect(openDocument(Buffer.from(json), FACTS).format).toBe('stated');
    const { members = [] } = openContainer(Buffer.from(`${score(ONE)}\n${score(TWO)}\n`), FACTS) ?? {};
    expect(members.map(({ open }) => open().format)).toEqual(['stated', 'stated']);
  });
});

describe('a sequence of JSON texts', () => {
  const namesOf = (text: string) => openContainer(Buffer.from(text), FACTS)?.members.map(({ name }) => name);

  it.each([
    ['one a line', `\u001e${ONE}\n\u001e${TWO}\n`, [0, ONE.length + 2]],
    ['one alone', `\u001e${ONE}\n`, [0]],
    ['over several lines', `\u001e${ONE.replace(',', ',\n')}\n\u001e${TWO}\n`, [0, ONE.length + 3]],
    ['with nothing between two separators', `\u001e\n\u001e${ONE.replace(',', ',\n')}`, [2]],
  ])('%s is read, each by its place', (_, text, places) => {
    expect(namesOf(text)).toEqual(places.map((place) => `@${place}`));
    const { members = [] } = openContainer(Buffer.from(text), FACTS) ?? {};
    expect(members.map(({ open }) => open().format)).toEqual(places.map(() => 'stated'));
  });

  it('keeps what is whole, and refuses a text that is cut', () => {
    const text = `\u001e${ONE.replace(',', ',\n')}\n\u001e${TWO.slice(0, 99)}`;
    const [first, second] = openContainer(Buffer.from(text), FACTS)?.members ?? [];
    expect(first?.open().format).toBe('stated');
    expect(() => second?.open()).toThrow('broken or not whole');
  });

  it('asked for as one says what it is', () => {
    for (const text of [`\u001e${ONE}\n`, `\u001e${ONE.replace(',', ',\n')}`])
      expect(() => openDocument(Buffer.from(text), FACTS)).toThrow(
        'This is a sequence of JSON texts, which holds many',
      );
  });
});
