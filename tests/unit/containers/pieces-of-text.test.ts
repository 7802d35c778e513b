/** What containers in text are taken apart by, piece by piece: tables and lists. */
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../shared/core/intake/containers/csv.ts';
import { jsonElements } from '../../../shared/core/intake/containers/json-elements.ts';

describe('a table', () => {
  const rows = (csv: string, most = 99) =>
    csvRows(csv, most)?.map(
      ({ cells, isCut }) =>
        `${Object.entries(cells)
          .sort()
          .map(([name, cell]) => `${name}=${cell}`)
          .join(' ')}${isCut ? ' CUT' : ''}`,
    ) ?? null;

  it.each([
    ['commas', 'Title,Text\nA,B\n', ['text=B title=A']],
    ['semicolons', 'title;text\nA;B,C\n', ['text=B,C title=A']],
    ['tabs', 'title\ttext\nA\tB', ['text=B title=A']],
    ['every kind of line end', 'title,text\r\nA,B\rC,D\n\nE,F', ['text=B title=A', 'text=D title=C', 'text=F title=E']],
    ['quotes, with line ends and quotes in them', 'title,text\n"A ""x""","B\nC"\n', ['text=B\nC title=A "x"']],
    ['something behind the quotes', 'title,text\n"A"x,B\n', ['text=B title=A']],
    ['quotes that never end', 'title,text\nA,B\nC,"D\nE,F', ['text=B title=A', 'text=D\nE,F title=C CUT']],
    ['an empty cell at the end', 'title,text,url\nA,B,\n', ['text=B title=A']],
    ['cells without a column', 'title,text\nA,B,C,D\n', ['text=B title=A']],
    ['rows of nothing', 'title,text\n,\n  ,\nA,B\n', ['', 'text=B title=A']],
    ['two columns of one meaning', 'headline,body,content\nA,B,C\n', ['text=B title=A']],
    ['columns that mean nothing', 'title,nobody,Main Text,Pub Date\nA,x,B,y', ['text=B title=A']],
    ['nothing but its names', 'title,text', []],
  ])('with %s is read', (_, csv, expected) => {
    expect(rows(csv)).toEqual(expected);
  });

  it('is none without a title and a text', () => {
    expect([rows('title,nothing\nA,B'), rows('text\nA'), rows('a story, with commas\nA,B'), rows('')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(rows(`${'x'.repeat(8_192)},title,text\nA,B,C`)).toBeNull();
  });

  it('gives one row more than may be, and no more', () => {
    expect(rows(`title,text\n${'A,B\n'.repeat(9)}`, 3)).toHaveLength(4);
    expect(rows(`title,text\n${'A,B\n'.repeat(3)}`, 3)).toHaveLength(3);
  });

  it('has names of its own where a mapping says so', () => {
    const mapping = {
      tool: 'mapping',
      marks: [],
      headline: ['Kop'],
      text: ['Tekst'],
      author: [],
      published: [],
      url: [],
    };
    expect(csvRows('Kop;Tekst;title\nA;B;C', 9, mapping)).toEqual([
      { cells: { Kop: 'A', Tekst: 'B', title: 'C' }, isCut: false },
    ]);
    expect(csvRows('title,text\nA,B', 9, mapping)).toEqual([{ cells: { title: 'A', text: 'B' }, isCut: false }]);
  });
});

describe('a list in JSON', () => {
  it.each([
    ['[1, 2]', ['1 0', '2 0']],
    ['[]', []],
    ['[ {"a":[1,{}]} ,"b,]\\"" ]', ['{"a":[1,{}]} 3', '"b,]\\"" 0']],
    ['[[1,2],[]] 3', ['[1,2] 1', '[] 1']],
    ['[{"a":1},{"b"', ['{"a":1} 1', '{"b" 1 CUT']],
    ['["a', ['"a 0 CUT']],
    ['[1,,2]', ['1 0', '2 0']],
  ])('%s has these elements', (list, expected) => {
    expect(jsonElements(list, 9).map(({ text: one, depth, isCut }) => `${one} ${depth}${isCut ? ' CUT' : ''}`)).toEqual(
      expected,
    );
  });

  it('gives one more than may be, and no more', () => {
    expect(jsonElements('[1,2,3,4,5,6]', 2)).toHaveLength(3);
  });
});
