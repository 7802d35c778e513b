/** Where a report was filed from, by the opening of its first paragraph. */
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../shared/core/read/dateline.ts';

describe('a dateline', () => {
  it.each([
    ['OSLO (AP) — The ferry', 'OSLO (AP) —', ['Oslo'], 'AP', null],
    ['LONDON, May 4 (Reuters) - The bank', 'LONDON, May 4 (Reuters) -', ['London'], 'REUTERS', 'May 4'],
    ['Paris/Rome — Two ministers', 'Paris/Rome —', ['Paris', 'Rome'], null, null],
    ['NEW YORK -- Stocks rose', 'NEW YORK --', ['New York'], null, null],
    ['RIO DE JANEIRO (AP) — A', 'RIO DE JANEIRO (AP) —', ['Rio de Janeiro'], 'AP', null],
    ['KYIV, Ukraine (AP) — Trains', 'KYIV, Ukraine (AP) —', ['Kyiv'], 'AP', null],
    ['WASHINGTON, D.C. — Senators', 'WASHINGTON, D.C. —', ['Washington'], null, null],
    ['St. Louis (AP) — Police', 'St. Louis (AP) —', ['St. Louis'], 'AP', null],
    ['Los Angeles (CNN) — Actors', 'Los Angeles (CNN) —', ['Los Angeles'], null, null],
    ['Tokyo, May 4 (Jiji Press)--The', 'Tokyo, May 4 (Jiji Press)--', ['Tokyo'], 'JIJI', 'May 4'],
    ['NEW DELHI, May 4 (PTI) The court', 'NEW DELHI, May 4 (PTI)', ['New Delhi'], 'PTI', 'May 4'],
    ['OSLO, May 4. /TASS/. The', 'OSLO, May 4. /TASS/.', ['Oslo'], 'TASS', 'May 4'],
    ['BERLIN (dpa) - Die Regierung', 'BERLIN (dpa) -', ['Berlin'], 'DPA', null],
    ['Berlin (dpa/tmn) - Wer reist', 'Berlin (dpa/tmn) -', ['Berlin'], 'DPA', null],
    ['Frankfurt/Main (dpa/lhe) - Ein', 'Frankfurt/Main (dpa/lhe) -', ['Frankfurt/Main'], 'DPA', null],
    ['Berlin. Der Bundestag', 'Berlin.', ['Berlin'], null, null],
    ['VALDEMAR (EFE).- La biblioteca', 'VALDEMAR (EFE).-', ['Valdemar'], 'EFE', null],
    ['Madrid, 11 sep (EFE).- El puerto', 'Madrid, 11 sep (EFE).-', ['Madrid'], 'EFE', '11 sep'],
    ['PARIS, 3 mars (AFP) – Le', 'PARIS, 3 mars (AFP) –', ['Paris'], 'AFP', '3 mars'],
    ['(ANSA) - ROMA, 4 MAG - Il governo', '(ANSA) - ROMA, 4 MAG -', ['Roma'], 'ANSA', '4 MAG'],
    ['МОСКВА, 4 мая — РИА Новости. Завод', 'МОСКВА, 4 мая — РИА Новости.', ['Москва'], 'RIA', '4 мая'],
    ['新华社北京5月4日电（记者张三）会议', '新华社北京5月4日电（记者张三）', ['北京'], 'XINHUA', '5月4日'],
    ['(서울=연합뉴스) 홍길동 기자 = 정부는', '(서울=연합뉴스) 홍길동 기자 =', ['서울'], 'YONHAP', null],
    ['【ワシントン時事】米国', '【ワシントン時事】', ['ワシントン'], 'JIJI', null],
  ] as const)('%s', (text, raw, places, agency, date) => {
    expect(readDateline(text)).toMatchObject({ raw, places, agency, date });
  });

  it('and the rest together give the paragraph back', () => {
    const text = 'OSLO (AP) — The ferry will not run today.';
    const dateline = readDateline(text);
    expect(`${dateline?.raw} ${dateline?.rest}`).toBe(text);
  });

  it('may be all that a line holds', () => {
    expect(readDateline('OSLO (AP) —')?.rest).toBe('');
  });

  it.each([
    'WASHINGTON — which has long been quiet',
    'Note — The next meeting is in May',
    'Kim — who spoke first — left early',
    'BREAKING — The bridge is closed',
    'EXCLUSIVE: The bridge is closed',
    'Johannes Kepler - Der Astronom',
    'Apple — The company',
    'London: The city in pictures',
    'The ferry (AP) — not the train — was late',
  ])('is not in: %s', (text) => {
    expect(readDateline(text)).toBeNull();
  });
});
