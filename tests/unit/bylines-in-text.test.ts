/** Who wrote it, in scrapes without markup: glued lines, names on lines of their own, and what looks like a name. All people are made up. */
import { describe, expect, it } from 'vitest';
import { readByline } from '../../shared/core/read/byline.ts';
import { readFactsLine } from '../../shared/core/read/facts-line.ts';
import { partedTail } from '../../shared/core/read/glued-tail.ts';
import { articleOf, BODY, type Line } from './fields-builders.ts';

const HEADLINE: Line = ['meta.headline', 'Ferry stays in harbour'];
const DATE: Line = ['meta.published', 'October 18, 2023'];
const namesIn = (...lines: readonly Line[]) => articleOf({ lines }).authors.map(({ name }) => name);
const namesOf = (line: string, language = 'en', asNameLine = false) =>
  readByline(line, language, { asNameLine })?.names.map(({ name }) => name) ?? null;

describe('what scrapes run into a name', () => {
  it.each([
    ['Anna LeeCity Columnist', 'Anna Lee, City Columnist'],
    ['Anna LeeShowbiz & TV Reporter', 'Anna Lee, Showbiz & TV Reporter'],
    ['Anna LeeFounder at Harbour Works', 'Anna Lee, Founder at Harbour Works'],
    ['Anna LeeReporter | Harbour News', 'Anna Lee, Reporter | Harbour News'],
    ['Anna LeeThe Harbour Gazette', 'Anna Lee, The Harbour Gazette'],
    ['Anna LeePublished: Mar 9, 2023', 'Anna Lee, Published: Mar 9, 2023'],
    ['Anna Lee2 hours ago', 'Anna Lee, 2 hours ago'],
    ['By Anna ODec. 18, 2023', 'By Anna O, Dec. 18, 2023'],
    ['Associated PressApril 28, 2023 GMT', 'Associated Press, April 28, 2023 GMT'],
  ])('%s is parted where that begins', (line, parted) => expect(partedTail(line, 'en')).toBe(parted));

  it.each([
    'By Anna McCarthy',
    'By Anna DeSantis Reporter',
    'Mary-Kate O’Brien Reporter',
    'LaKeith Lee, Reporter',
    'Ben Holm-Berg ⋅ Review Editor',
    'HomePoliticsBusinessSportTravelFoodHealthScienceCultureOpinionWeatherVideoMore News Editor',
  ])('%s stays whole', (line) => expect(partedTail(line, 'en')).toBe(line));

  it('is no part of a byline, nor of the date beside it', () => {
    expect(namesOf('By Anna LeeCity Columnist')).toEqual(['Anna Lee']);
    expect(readByline('By Anna LeeCity Columnist', 'en')?.raw).toBe('By Anna LeeCity Columnist');
    const facts = readFactsLine('By Anna ODec. 18, 2023 9:00 am EST', { language: 'en' });
    expect(facts?.byline?.names).toEqual([{ name: 'Anna O', kind: 'person' }]);
    expect(facts?.dates[0]?.value).toMatchObject({ year: 2023, month: 12, day: 18 });
  });
});

describe('a word such as "by" that ran into the name', () => {
  it.each([
    ['en', 'Posted byAnna Lee'],
    ['de', 'Veröffentlicht vonAnna Lee 28. Februar 2016'],
  ])('is heard behind what was done (%s)', (language, line) => expect(namesOf(line, language)).toEqual(['Anna Lee']));
});

describe('a title behind a name', () => {
  it.each([
    ['en', 'By Anna Lee and Bo Novak Globe Staff and Globe Correspondent', ['Anna Lee', 'Bo Novak']],
    ['en', 'By Anna Lee Parliamentary Editor', ['Anna Lee']],
    ['de', 'Von Anna Lee Landespolitische Korrespondentin', ['Anna Lee']],
    ['en', 'By Mary Jo Lee Staff Writer', ['Mary Jo Lee']],
    ['en', 'Guide by Anna Lee Former Deputy Tech Editor', ['Anna Lee']],
    ['en', 'By Anna Post', ['Anna Post']],
  ])('takes its field or its paper along (%s, %s)', (language, line, names) =>
    expect(namesOf(line, language)).toEqual(names));
});

describe('a number', () => {
  it.each([
    ['By Anna Lee 15 min read', false],
    ['by Anna Lee—10 min read', false],
    ['Anna Lee 2 months', true],
    ['Anna Lee 2 hours ago', true],
  ])('ends a name: %s', (line, asNameLine) => expect(namesOf(line, 'en', asNameLine)).toEqual(['Anna Lee']));

  it('makes no name of a headline', () => expect(namesOf('Anna Lee 5 Ways to Win', 'en', true)).toBeNull());
});

describe('a word such as "by"', () => {
  it('may stand on a line above the name, once for each writer', () => {
    expect(namesIn(HEADLINE, ['other', 'By'], ['media.caption', 'Anna Lee, harbour.example'], BODY)).toEqual([
      'Anna Lee',
    ]);
    const dashed: readonly Line[] = [
      ['nav.menu', 'By —'],
      ['other', 'Anna Lee, Associated Press Anna Lee, Associated Press'],
      ['other', 'By —'],
      ['other', 'Bo Novak, Associated Press Bo Novak, Associated Press'],
    ];
    expect(namesIn(HEADLINE, ...dashed, BODY)).toEqual(['Anna Lee', 'Bo Novak']);
    expect(namesIn(HEADLINE, ['other', 'COMMENTARY BY'], ['other', 'A.J. Lee @ajlee'], BODY)).toEqual(['A.J. Lee']);
  });

  it('is heard far below the headline, and in a box below the text when it is a strong one', () => {
    const players = Array.from({ length: 30 }, (): Line => ['ui.control', 'Play']);
    expect(namesIn(HEADLINE, ...players, ['other', 'By ANNA LEE, BO NOVAK and JO LI'], BODY)).toEqual([
      ...['ANNA LEE', 'BO NOVAK', 'JO LI'],
    ]);
    expect(namesIn(HEADLINE, BODY, ['footer.author', 'Written by Anna Lee'])).toEqual(['Anna Lee']);
    expect(namesIn(HEADLINE, BODY, ['nav.menu', 'By Anna Lee'])).toEqual([]);
    for (const line of ['Written by all', 'Published by the Harbour Press, a company'])
      expect(namesIn(HEADLINE, BODY, ['footer.imprint', line])).toEqual([]);
    const far = Array.from({ length: 12 }, (): Line => ['other', 'More from the harbour']);
    expect(namesIn(HEADLINE, BODY, ...far, ['footer.author', 'Written by Anna Lee'])).toEqual([]);
  });

  it('is heard whatever was done, but not for what others than writers do', () => {
    const below = (opener: string) => namesIn(HEADLINE, BODY, ['nav.menu', opener], ['nav.menu', 'Anna Lee']);
    expect(below('Comment by')).toEqual(['Anna Lee']);
    expect(below('A talk by')).toEqual(['Anna Lee']);
    for (const opener of ['Photos by', 'Medically reviewed by', 'A very long talk by'])
      expect(below(opener)).toEqual([]);
  });

  it('is not heard in credits of pictures and in other articles', () => {
    expect(namesIn(HEADLINE, ['media.credit', 'Photo by Anna Lee'], ['related.item', 'By Bo Novak'], BODY)).toEqual([]);
  });

  it('makes an outlet the writer beside a date, and nothing of other words', () => {
    const article = articleOf({ lines: [HEADLINE, ['other', 'By 3i Harbour'], DATE, BODY] });
    expect(article.authors).toEqual([{ name: '3i Harbour', kind: 'org' }]);
    expect(namesIn(HEADLINE, ['other', 'By 3i Harbour'], BODY)).toEqual([]);
    expect(namesIn(HEADLINE, ['other', 'By the numbers and more of it'], DATE, BODY)).toEqual([]);
  });

  it('wins over a bare name', () => {
    expect(namesIn(HEADLINE, ['meta.byline', 'Harbour Pixel Lights'], ['other', 'By Anna Lee'], BODY)).toEqual([
      'Anna Lee',
    ]);
  });

  it('may stand before an agency, and then no person signs', () => {
    const article = articleOf({ lines: [HEADLINE, DATE, ['meta.credit', 'By Associated Press'], BODY] });
    expect(article.authors).toEqual([{ name: 'Associated Press', kind: 'org' }]);
    expect(namesIn(HEADLINE, BODY, ['meta.credit', 'AFP'], DATE)).toEqual(['AFP']);
    expect(namesIn(HEADLINE, BODY, ['meta.credit', 'AFP'])).toEqual([]);
  });
});

describe('a bare name', () => {
  it.each<[string, readonly Line[], readonly string[]]>([
    ['above the date', [['media.caption', 'Anna Lee'], DATE], ['Anna Lee']],
    ['below the date', [DATE, ['other', 'Anna Lee and Bo Novak']], ['Anna Lee', 'Bo Novak']],
    ['with its own age', [['other', 'Anna Lee 2 hours ago']], ['Anna Lee']],
    ['of a team', [['other', 'Harbour Staff'], DATE], ['Harbour Staff']],
    ['far from any date', [['other', 'Anna Lee']], []],
    ['of a team far from any date', [['other', 'Harbour Staff']], []],
  ])('%s', (_, lines, names) => expect(namesIn(HEADLINE, ...lines, BODY)).toEqual(names));

  const about = (text: string): Line => ['body', `${text} ${BODY[1]}`];

  it('is none when the text has its words in small letters', () => {
    const fees: Line = ['other', 'Filing Fee'];
    expect(namesIn(HEADLINE, fees, DATE, about('The filing costs a fee.'))).toEqual([]);
    expect(namesIn(HEADLINE, ['meta.byline', 'Filing Fee'], about('The filing costs a fee.'))).toEqual([]);
    expect(namesIn(HEADLINE, ['meta.byline', 'Filing Fee'], BODY)).toEqual(['Filing Fee']);
  });

  it('may have a surname that is a word of the text, or stand in an address', () => {
    const green: Line = ['other', 'Anna Green'];
    expect(namesIn(HEADLINE, green, DATE, about('The green ferry.'))).toEqual(['Anna Green']);
    expect(namesIn(HEADLINE, ['other', 'Green Anna'], DATE, about('The green ferry.'))).toEqual([]);
    expect(namesIn(HEADLINE, green, DATE, about('Write to anna@green.example or @green.'))).toEqual(['Anna Green']);
  });

  it('stands above another when both have their titles', () => {
    const two = (first: string, second: string) =>
      namesIn(HEADLINE, ['meta.byline', first], ['meta.byline', second], BODY);
    expect(two('Anna Lee – Journalist', 'Bo Novak – Journalist')).toEqual(['Anna Lee', 'Bo Novak']);
    expect(two('Anna Lee', 'Bo Novak')).toEqual(['Anna Lee']);
  });

  it('of Cyrillic letters has two words', () => {
    expect(namesOf('Анна Лисина Пётр Новак', 'ru', true)).toEqual(['Анна Лисина', 'Пётр Новак']);
    expect(namesOf('Анна Петровна Лисина', 'ru', true)).toEqual(['Анна Петровна Лисина']);
  });
});
