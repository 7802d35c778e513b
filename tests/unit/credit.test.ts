/** Credits of texts and of pictures. */
import { describe, expect, it } from 'vitest';
import { agencyOf } from '../../shared/core/read/agencies.ts';
import { splitCaption } from '../../shared/core/read/caption.ts';
import { readCredit } from '../../shared/core/read/credit.ts';

describe('the credit of a text', () => {
  it.each([
    ['Via AFP newswire', 'AFP'],
    ['Via AP newswire service', 'AP'],
    ['Reuters', 'REUTERS'],
    ['— Reuters', 'REUTERS'],
    ['(AP)', 'AP'],
    ['Agence France-Presse', 'AFP'],
    ['With files from The Canadian Press', 'CP'],
    ['© 2021 AFP', 'AFP'],
    ['dpa/lno', 'DPA'],
    ['Quelle: harbour.example, dpa', 'DPA'],
    ['Le Courrier avec AFP', 'AFP'],
    ['AFP, Reuters und dpa', 'AFP'],
    ['The Associated Press contributed to this report.', 'AP'],
    ['来源：新华社', 'XINHUA'],
    ['keystone-sda', 'SDA'],
  ])('%s', (line, code) => {
    expect(readCredit(line)).toMatchObject({ kind: 'agency', agency: { code } });
  });
});

describe('the credit of a picture', () => {
  it.each([
    ['Picture: A/B/REUTERS', 'A/B/REUTERS', 'REUTERS'],
    ['Photo by Jo Li', 'Jo Li', null],
    ['Image credit, AFP', 'AFP', 'AFP'],
    ['Foto: dpa', 'dpa', 'DPA'],
    ['(City Press Service)', 'City Press Service', null],
    ['Getty Images', 'Getty Images', null],
    ['AP Photo/Jo Li', 'AP Photo/Jo Li', 'AP'],
    ['写真：共同通信', '共同通信', 'KYODO'],
    ['사진=연합뉴스', '연합뉴스', 'YONHAP'],
  ])('%s', (line, credit, code) => {
    const found = readCredit(line);
    expect(found).toMatchObject({ kind: 'photo', credit });
    expect(found?.agency?.code ?? null).toBe(code);
  });
});

it.each([
  'Officials told Reuters that the bridge was safe',
  'The Reuters building burned',
  'Photos from the scene',
  'Photo illustration of the day',
  'According to AP',
  'Related topics',
  'Comments',
])('no credit is in: %s', (line) => {
  expect(readCredit(line)).toBeNull();
});

describe('a caption with its credit', () => {
  it.each([
    ['Harbour Square (City Press Service)', 'Harbour Square', 'City Press Service'],
    ['Crowds on May 4 2021. Picture: CITY/HANDOUT/REUTERS', 'Crowds on May 4 2021.', 'CITY/HANDOUT/REUTERS'],
    ['The square in 2021Image source, Reuters', 'The square in 2021', 'Reuters'],
    ['The square at noon © Anna Müller', 'The square at noon', 'Anna Müller'],
    ['Protesters in Rome | AP', 'Protesters in Rome', 'AP'],
    ['Ein Haus. Foto: Max Muster/dpa', 'Ein Haus.', 'Max Muster/dpa'],
    ['A bridge (Jo Li/The Post)', 'A bridge', 'Jo Li/The Post'],
  ])('%s', (line, caption, credit) => {
    expect(splitCaption(line)).toMatchObject({ caption, credit });
  });

  it('keeps brackets that are no credit', () => {
    expect(splitCaption('The town (population 200)')).toBeNull();
    expect(splitCaption('He said: "we won (again)"')).toBeNull();
  });
});

it('tells agencies from words by their capitals where they are alike', () => {
  expect(agencyOf('PA')?.code).toBe('PA');
  expect(agencyOf('pa')).toBeNull();
  expect(agencyOf('The Associated Press')?.code).toBe('AP');
  expect(agencyOf('Tass')?.code).toBe('TASS');
});
