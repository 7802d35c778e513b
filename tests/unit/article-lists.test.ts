/** Lists and filters by name: one spelling for all spellings of an outlet, an author or an agency; and what is asked to be read again. */
import { describe, expect, it } from 'vitest';
import {
  agencyList,
  authorList,
  isListedIn,
  type Listable,
  listKeysOf,
  listsOf,
  outletList,
  urlList,
} from '../../shared/core/article-lists.ts';
import { agencyKey, nameKey, outletKey } from '../../shared/core/list-names.ts';
import { ObjectRow, removedRow, storedRow } from '../../shared/core/object-row.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import { isWanted, type ReplayFilter } from '../../shared/core/replay-filter.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aRemoval } from '../../shared/testing/builders.ts';

describe('a name', () => {
  it.each([
    ['  José  NÚÑEZ-Ortiz ', 'jose nunez ortiz'],
    ['The Herald & Post', 'the herald post'],
    ['Ça va?', 'ca va'],
    ['ﬁnance', 'finance'],
    ['***', '***'],
    [' ** ', '**'],
    ['日本新聞', '日本新聞'],
    ['がぎ', 'がぎ'],
  ])('%j is listed as %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('of an outlet may be its host, with or without the names of its telephone pages', () => {
    expect(outletKey(' www.Herald.example ')).toBe('herald.example');
    expect(outletKey('herald.example')).toBe('herald.example');
    expect(outletKey('The Herald')).toBe('the herald');
    expect(outletKey('St. Louis Post')).toBe('st louis post');
    expect(outletKey('herald')).toBe('herald');
  });

  it('of an agency is its code, however it is written; one that nobody knows stands for itself', () => {
    expect([agencyKey('Associated Press'), agencyKey('AP'), agencyKey(' ap ')]).toEqual(['ap', 'ap', 'ap']);
    expect(agencyKey('Harbour News Service')).toBe('harbour news service');
  });
});

const LISTED: Listable = {
  articleId: 'art_x',
  sortDate: { utc: '2026-01-01T00:00:00.000Z', basis: 'stored' },
  publisher: 'The Herald',
  domain: 'www.herald.example',
  authors: ['Ada Quill', 'ADA QUILL', 'Ben Ash'],
  provider: 'AP',
  addresses: ['hash'],
};

describe('the lists of an article', () => {
  it('are those of its outlet by name and by host, its authors, its agency, its addresses, each once', () => {
    expect(listsOf(LISTED)).toEqual([
      { kind: 'outlet', value: 'the herald' },
      { kind: 'outlet', value: 'herald.example' },
      { kind: 'author', value: 'ada quill' },
      { kind: 'author', value: 'ben ash' },
      { kind: 'agency', value: 'ap' },
      { kind: 'url', value: 'hash' },
    ]);
    expect(listsOf({ ...LISTED, publisher: 'herald.example', authors: [], provider: null, addresses: [] })).toEqual([
      { kind: 'outlet', value: 'herald.example' },
    ]);
    expect(listsOf({ ...LISTED, publisher: null, domain: null, authors: [], provider: null, addresses: [] })).toEqual(
      [],
    );
  });

  it('are asked for in any spelling', () => {
    for (const list of [
      outletList('the HERALD'),
      outletList('herald.example'),
      authorList('Ada  Quill'),
      agencyList('ap'),
    ])
      expect(isListedIn(LISTED, list)).toBe(true);
    expect(isListedIn(LISTED, outletList('The Post'))).toBe(false);
    expect(isListedIn(LISTED, authorList('The Herald'))).toBe(false);
    expect(urlList('http://A.example/1#x')).toEqual({ kind: 'url', value: shortHash('https://a.example/1') });
    expect(urlList('no address')).toBeNull();
  });

  it('hold it in the order of time', () => {
    const keys = listKeysOf(LISTED);
    expect(keys).toHaveLength(6);
    expect(new Set(keys.map(({ sk }) => sk))).toEqual(new Set(['2026-01-01T00:00:00.000Z#art_x']));
    expect(keys[0]?.pk).toBe(`list#outlet#${shortHash('the herald')}`);
  });
});

describe('a row is read again', () => {
  const record = aRecord({ publisher: { name: 'L’Écho', domain: 'www.Echo.example' } });
  const change = aChange({ at: '2026-01-02T00:00:00.000Z' });
  const write = storedRow(change, record, plainFacts(record), change.at, { packed: new Uint8Array() });
  const row = ObjectRow.parse({ ...write.attributes, extractor: 3 });
  const removed = ObjectRow.parse(removedRow(aRemoval()).attributes);
  const ALL: ReplayFilter = { outlet: null, since: null, extractorBelow: null };
  const wanted = (given: Partial<ReplayFilter>, of = row) => isWanted(of, { ...ALL, ...given });

  it('when nothing is asked, and when it changed since the moment that is asked for', () => {
    expect([wanted({}), wanted({}, removed)]).toEqual([true, true]);
    expect(wanted({ since: '2026-01-02T00:00:00.000Z' })).toBe(true);
    expect(wanted({ since: '2026-01-02T00:00:00.001Z' })).toBe(false);
  });

  it('when an older extractor read it', () => {
    expect([wanted({ extractorBelow: 4 }), wanted({ extractorBelow: 3 })]).toEqual([true, false]);
  });

  it.each([
    'l’echo',
    ' L’ÉCHO ',
    'echo.example',
    'www.echo.example',
    'ECHO.example',
    'example',
  ])('when its outlet is called %s', (outlet) => {
    expect(wanted({ outlet })).toBe(true);
  });

  it('not when its outlet is another, or when it has none', () => {
    for (const outlet of ['L’Éch', 'cho.example', 'news.echo.example']) expect(wanted({ outlet })).toBe(false);
    expect(wanted({ outlet: 'echo.example' }, removed)).toBe(false);
    const nameless = ObjectRow.parse({ ...write.attributes, publisher: null, domain: null });
    expect(wanted({ outlet: 'echo.example' }, nameless)).toBe(false);
    expect(wanted({ outlet: '' }, nameless)).toBe(false);
  });

  it('only when all that is asked holds', () => {
    expect(wanted({ outlet: 'echo.example', since: '2026-01-01', extractorBelow: 4 })).toBe(true);
    expect(wanted({ outlet: 'echo.example', since: '2027-01-01', extractorBelow: 4 })).toBe(false);
    expect(wanted({ outlet: 'echo.example', since: '2026-01-01', extractorBelow: 2 })).toBe(false);
  });
});
