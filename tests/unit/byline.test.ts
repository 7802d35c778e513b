/** Who wrote it, by one line. All people are made up, but for the names that others are known to have broken. */
import { describe, expect, it } from 'vitest';
import { readByline } from '../../shared/core/read/byline.ts';
import { readFactsLine } from '../../shared/core/read/facts-line.ts';
import { looksLikeName } from '../../shared/core/read/names.ts';

const namesOf = (line: string, language: string | null, asNameLine = false): readonly string[] | null =>
  readByline(line, language, { asNameLine })?.names.map(({ name }) => name) ?? null;

describe('a byline', () => {
  it.each([
    ['en', 'byAnna Lee and Bo Novak', ['Anna Lee', 'Bo Novak']],
    ['en', 'By ABBY GOODNOUGH', ['ABBY GOODNOUGH']],
    ['en', 'By Byron York', ['Byron York']],
    ['en', 'By Kim Bybee', ['Kim Bybee']],
    ['en', 'By Anna Lee, Bo Novak and Mary-Kate O’Brien', ['Anna Lee', 'Bo Novak', 'Mary-Kate O’Brien']],
    ['en', 'By Anna Lee, Staff Writer', ['Anna Lee']],
    ['en', 'By Anna Lee in Berlin and Bo Novak in Paris', ['Anna Lee', 'Bo Novak']],
    ['en', 'By Anna Lee for The Harbour News', ['Anna Lee']],
    ['en', 'By Anna Lee | anna@news.example | The Harbour News', ['Anna Lee']],
    ['en', 'By Anna Lee Published May 4, 2021', ['Anna Lee']],
    ['en', 'By Anna Lee, MD, PhD', ['Anna Lee']],
    ['en', 'By: Anna Lee @annalee', ['Anna Lee']],
    ['en', 'By Anna Lee DAILY HARBOUR', ['Anna Lee']],
    ['en', 'Written by harbourcat', ['harbourcat']],
    ['en', 'By Anna Lee For Daily Harbour Online', ['Anna Lee']],
    ['en', 'By Anna Lee Follow', ['Anna Lee']],
    ['en', 'By Anna Lee, Chief Harbour Officer and Head of Ferry Labs', ['Anna Lee']],
    ['en', 'Published by: Anna Lee', ['Anna Lee']],
    ['en', 'By Anna Lee@annalee', ['Anna Lee']],
    ['de', 'Eingestellt von hafenkatze um 21:11', ['hafenkatze']],
    ['pl', 'Autor: Jan Kowalski', ['Jan Kowalski']],
    ['pt', 'Por João da Silva', ['João da Silva']],
    ['tr', 'Haber: Ayşe Yılmaz', ['Ayşe Yılmaz']],
    ['de', 'Von Anna Müller und Jörg von der Heide', ['Anna Müller', 'Jörg von der Heide']],
    ['de', 'Text: von Anna Müller', ['Anna Müller']],
    ['fr', 'Par Jean Dupont et Marie de la Tour', ['Jean Dupont', 'Marie de la Tour']],
    ['es', 'Por Juan Pérez y María López', ['Juan Pérez', 'María López']],
    ['it', 'di Marco Rossi', ['Marco Rossi']],
    ['nl', 'Door Jan van der Berg', ['Jan van der Berg']],
    ['ru', 'Автор: Иван Петров', ['Иван Петров']],
    ['zh', '记者 张三', ['张三']],
    ['ja', '文・山田太郎', ['山田太郎']],
    ['ar', 'بقلم أحمد علي', ['أحمد علي']],
    ['en', 'By Anna Lee, Chief Harbour Officer and Head of Research', ['Anna Lee']],
    ['en', 'By Anna Lee Content Marketing Coordinator', ['Anna Lee']],
    ['en', 'Written by Anna Lee Anna Lee', ['Anna Lee']],
    ['en', 'ByJ.R. Stone', ['J.R. Stone']],
    ['en', 'Posted by Marigold on Tuesday', ['Marigold']],
    ['en', 'All posts by Anna Lee', ['Anna Lee']],
    ['de', 'Alle Artikel von Anna Müller', ['Anna Müller']],
    ['ja', '文 山田太郎', ['山田太郎']],
  ] as const)('in %s: %s', (language, line, names) => {
    expect(namesOf(line, language)).toEqual(names);
  });

  it('is shown from the first name to the last, as printed', () => {
    expect(readByline('By Dr. Anna Lee and Bo Novak, Staff Writers', 'en')?.text).toBe('Dr. Anna Lee and Bo Novak');
  });

  it.each([
    ['en', 'By the numbers'],
    ['en', 'By Monday the army had left'],
    ['en', 'By Popular Demand'],
    ['en', 'Bybee lake opens'],
    ['en', 'Byron Bay floods again'],
    ['de', 'Von der Leyen'],
    ['de', 'Von der Leyen reist nach Kiew'],
    ['fr', 'Par exemple'],
  ])('is not, in %s: %s', (language, line) => {
    expect(readByline(line, language)).toBeNull();
  });

  it('of an agency names no person', () => {
    expect(readByline('By The Associated Press', 'en')).toMatchObject({ names: [], agency: { code: 'AP' } });
    expect(readByline('By ANNA LEE, AP Sports Writer', 'en')).toMatchObject({
      names: [{ name: 'ANNA LEE' }],
      agency: { code: 'AP' },
    });
  });

  it('of a newsroom is an organisation', () => {
    expect(readByline('By Editorial Board', 'en')?.names).toEqual([{ name: 'Editorial Board', kind: 'org' }]);
    expect(readByline('By Harbour Gazette Editorial Board', 'en')?.names).toEqual([
      { name: 'Harbour Gazette Editorial Board', kind: 'org' },
    ]);
  });

  it('of a firm is an organisation', () => {
    expect(readByline('By Harbour Press Ltd', 'en')?.names).toEqual([{ name: 'Harbour Press Ltd', kind: 'org' }]);
  });

  it('begins with a desk in Japan, whose first sign is not the word for "text by"', () => {
    expect(namesOf('文化部 高瀬みなみ', 'ja', true)).toEqual(['高瀬みなみ']);
  });
});

describe('a bare name line', () => {
  it.each([
    ['Anna Lee', ['Anna Lee']],
    ['Byron Smith', ['Byron Smith']],
    ['Anna Lee, Political Editor', ['Anna Lee']],
    ['홍길동 기자', ['홍길동']],
  ] as const)('%s', (line, names) => {
    expect(namesOf(line, null, true)).toEqual(names);
  });

  it.each([
    'Most Read',
    'Related topics',
    'Comments',
    'Harbour City Council',
    'Sky News',
    'Crowds fill Harbour Square',
    'Getty Images',
  ])('is not: %s', (line) => {
    expect(namesOf(line, 'en', true)).toBeNull();
  });

  it('needs somebody to say that it stands where names stand', () => {
    expect(namesOf('Anna Lee', 'en')).toBeNull();
    expect(looksLikeName('Anna Lee')).toBe(true);
  });
});

describe('a line of several facts', () => {
  it.each([
    ['World May 4, 2021 10:59 AM EST', null],
    ['Anna Lee and Bo Novak, Harbour News - May 4, 2021 3:06 pm UTC', ['Anna Lee', 'Bo Novak']],
    ['posted on 2021-05-04 23:30 EST by Anna Maria Lee', ['Anna Maria Lee']],
  ])('gives its date and its byline: %s', (line, names) => {
    const facts = readFactsLine(line, { language: 'en' });
    expect(facts?.dates[0]?.value).toMatchObject({ year: 2021, month: 5, day: 4 });
    expect(facts?.byline?.names.map(({ name }) => name) ?? null).toEqual(names);
  });

  it('is not a sentence or a caption with a date in it', () => {
    expect(
      readFactsLine('Crowds cheer as the bridge opens in Harbour City on May 4, 2021', { language: 'en' }),
    ).toBeNull();
  });
});
