/** What containers in text are taken apart by, piece by piece: tables and lists. */
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../shared/core/intake/containers/csv.ts';
import { jsonElements } from '../../../shared/core/intake/containers/json-elements.ts';

describe('a table', () => {
  const rows = (csv: string, most = 99) =>
    csvRows(csv, most)?.map(
      ({ cells, flaw }) =>
        `${Object.entries(cells)
          .sort()
          .map(([name, cell]) => `${name}=${cell}`)
          .join(' ')}${flaw === null ? '' : ` ${flaw.toUpperCase()}`}`,
    ) ?? null;

  it.each([
    ['commas', 'Title,Text\nA,B\n', ['text=B title=A']],
    ['semicolons', 'title;text\nA;B,C\n', ['text=B,C title=A']],
    ['tabs', 'title\ttext\nA\tB', ['text=B title=A']],
    ['every kind of line end', 'title,text\r\nA,B\rC,D\n\nE,F', ['text=B title=A', 'text=D title=C', 'text=F title=E']],
    ['quotes, with line ends and quotes in them', 'title,text\n"A ""x""","B\nC"\n', ['text=B\nC title=A "x"']],
    ['words in quotes at the beginning of a cell', 'title,text\n"A" is x,B\n', ['text=B title="A" is x']],
    [
      'the same between tabs',
      'title\ttext\nA\t"Yes," she said, and "No"\n',
      ['text="Yes," she said, and "No" title=A'],
    ],
    ['something behind quotes that hold a mark', 'title,text\nA,"B, C" D\n', ['text=B, C D title=A']],
    ['quotes that never end', 'title,text\nA,B\nC,"D\nE,F', ['text=B title=A', 'text=D\nE,F title=C CUT']],
    ['a blank before a quote', 'title,text,url\nA, "B, C\nD" ,\t"E"\n', ['text=B, C\nD title=A url=E']],
    ['quotes in its words', 'title,text\nA, "B" and "C"\n', ['text="B" and "C" title=A']],
    ['a blank before quotes that never end', 'title,text\nA, "B', ['text="B title=A']],
    [
      'a quote that is not closed before the next row',
      'title,text\nA,"B, no end,\nmore, C\nD,"E, ""F"""\nG,H\n',
      ['text=B, no end,\nmore, C title=A UNCLOSED', 'text=E, "F" title=D', 'text=H title=G'],
    ],
    [
      'all cells in quotes, of which one is not closed',
      'title,text\r\n"A","B\r\n"C","D"\r\n"E","F"',
      ['text=B title=A UNCLOSED', 'text=D title=C', 'text=F title=E'],
    ],
    ['a comment above', '# of 2026, by title\ntitle,text\nA,B\n', ['text=B title=A']],
    [
      'a comment above, and rows that end early',
      '# x\ntitle,text,url\nA,B\nC,"D, E",F\n',
      ['text=B title=A', 'text=D, E title=C url=F'],
    ],
    [
      'a comment above, and a quote that is never closed',
      '# x\ntitle,text,url\nA,"B,C\nD,"E",F\n',
      ['text=B,C title=A UNCLOSED', 'text=E title=D url=F'],
    ],
    ['a comment above, and commas at the end', '# x\ntitle,text\nA,B,\nC,D,,\n', ['text=B title=A', 'text=D title=C']],
    ['a name that begins as a comment', '#,title,text\n1,A,B\n', ['text=B title=A']],
    ['blank lines above', '\r\n;;\r\ntitle;text\r\nA;B\r\n', ['text=B title=A']],
    ['twenty lines above', `${'#\n'.repeat(20)}title,text\nA,B\n`, ['text=B title=A']],
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
    expect(rows('# A story\n\n| title | text |\n|---|---|\n| A | B |\n')).toBeNull();
    expect([rows(`${'#\n'.repeat(21)}title,text\nA,B`), rows('A story\ntitle,text\nA,B')]).toEqual([null, null]);
  });

  it('is none below a heading, where names of columns or a table of Markdown are parts of a text', () => {
    const prose = 'The tide came in at four, and nobody minded.\n\nThe bell was mended, said Ida Holm, who keeps it.\n';
    for (const inside of [
      'Title | Text\n--- | ---\na | b\n',
      'title, text, date\n',
      '    title,text,date\n    A,B,2026-01-01\n',
      'title,text\nA,B,C\n',
      'title,text\nA\n',
    ])
      expect(rows(`# Our format\n\n${inside}\n${prose}`)).toBeNull();
    expect(rows('# Our format\n\ntitle,text\n')).toBeNull();
    expect(rows('# Our export\n\ntitle,text\nA,B\n\nC,"D\n\nE"\n')).toEqual(['text=B title=A', 'text=D\n\nE title=C']);
  });

  it.each([
    ['German', 'Überschrift;Inhalt;Autor;Datum', 'author=C published=D text=B title=A'],
    ['French', 'titre;texte intégral;auteur;rubrique', 'author=C section=D text=B title=A'],
    ['Spanish', 'TÍTULO;Contenido;Autor;Fecha', 'author=C published=D text=B title=A'],
    ['Italian', 'titolo;testo;autore;fonte', 'author=C publisher=D text=B title=A'],
    ['Portuguese', 'Título;Texto;autor;seção', 'author=C section=D text=B title=A'],
    ['Dutch', 'kop;inhoud;auteur;bron', 'author=C publisher=D text=B title=A'],
    ['English beside German', 'title;text;Titel;Autor', 'author=D text=B title=A'],
    ['English behind German', 'Titel;text;title;Autor', 'author=D text=B title=C'],
  ])('is read by the names of its columns in %s', (_, names, expected) => {
    expect(rows(`${names}\nA;B;C;D\n`)).toEqual([expected]);
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
      { cells: { Kop: 'A', Tekst: 'B', title: 'C' }, flaw: null },
    ]);
    expect(csvRows('title,text\nA,B', 9, mapping)).toEqual([{ cells: { title: 'A', text: 'B' }, flaw: null }]);
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
