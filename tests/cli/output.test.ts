import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerSafe } from '../../cli/header-safe.ts';
import { inOrder } from '../../cli/ordered.ts';
import { tableLines } from '../../cli/output/table.ts';
import { safeJson, visible } from '../../cli/output/visible.ts';
import { displayWidth, shortened, wrapped } from '../../cli/output/width.ts';
import { lineWriter } from '../../cli/output/writer.ts';
import { decodeHeaderText } from '../../shared/core/encoded-words.ts';

describe('text of strangers on a terminal', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u009b31m', '‹U+009B›31m'],
    ['safe\u202egpj.exe', 'safe‹U+202E›gpj.exe'],
    ['one\ntwo\tthree', 'one two three'],
    ['nul\u0000del\u007f', 'nul␀del␡'],
    ['zero\u200bwidth\ufeff', 'zero‹U+200B›width‹U+FEFF›'],
    ['\ud800', '‹U+D800›'],
    ['naïve 東京 سلام 👩‍🚀', 'naïve 東京 سلام 👩‍🚀'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('keeps nothing that could move the cursor, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(visible(text))).toBe(false);
      }),
    );
  });

  it('is the same value in JSON, without such characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = safeJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(json)).toBe(false);
      }),
    );
  });
});

describe('a table', () => {
  const columns = [
    { title: 'Headline', max: 60, flexible: true },
    { title: 'Id', max: 10 },
  ];

  it('aligns columns, also below wide characters', () => {
    expect(
      tableLines(
        columns,
        [
          ['東京', 'a'],
          ['Paris', 'b'],
        ],
        80,
      ),
    ).toEqual(['Headline  Id', '東京      a', 'Paris     b']);
  });

  it('shortens the flexible column until a row fits the terminal', () => {
    const lines = tableLines(columns, [['A headline that is much too long for this terminal', 'x1']], 40);
    expect(lines[1]).toMatch(/^A headline that .*… +x1$/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it('takes from each flexible column what it can spare, and no more than needed', () => {
    const two = [
      { title: 'Key', max: 60, flexible: true },
      { title: 'Why', max: 60, flexible: true },
    ];
    const [, row] = tableLines(two, [['k'.repeat(22), 'w'.repeat(60)]], 70);
    expect(row).toMatch(/^k{20}… {2}w{45}…$/);
    expect(displayWidth(row ?? '')).toBeLessThanOrEqual(70);
  });

  it('cuts paths at their beginning', () => {
    const [, row] = tableLines([{ title: 'File', max: 8, keepEnd: true }], [['news/2024/a.txt']], 80);
    expect(row).toBe('…4/a.txt');
  });

  it('keeps a row on one line whatever a cell holds', () => {
    const [, row] = tableLines(columns, [['a\nb\u001b[2J', 'x']], 80);
    expect(row).toMatch(/^a b␛\[2J +x$/);
  });
});

describe('lines of text', () => {
  it.each([
    ['Hello world', 8, 'Hello w…'],
    ['Hello', 8, 'Hello'],
    ['東京都庁', 5, '東京…'],
  ])('%j in %d columns is %j', (text, columns, short) => {
    expect(shortened(text, columns)).toBe(short);
  });

  it('break at spaces, and inside text that has none', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('東京都庁前', 4)).toEqual(['東京', '都庁', '前']);
    expect(wrapped('', 10)).toEqual([]);
  });
});

describe('several at once', () => {
  it('come out in order, however long each takes, and never more than allowed run', async () => {
    let running = 0;
    let most = 0;
    const work = async (n: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, (n * 7) % 5));
      running -= 1;
      return n;
    };
    const results: number[] = [];
    for await (const n of inOrder([...Array(20).keys()], 4, work)) results.push(n);
    expect(results).toEqual([...Array(20).keys()]);
    expect(most).toBeLessThanOrEqual(4);
    expect(most).toBeGreaterThan(1);
  });
});

describe('a reader that goes away', () => {
  it('ends the work quietly', async () => {
    const pipe = new PassThrough();
    const writer = lineWriter(pipe);
    expect(await writer.line('one')).toBe(true);
    pipe.emit('error', Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
    expect(await writer.line('two')).toBe(false);
  });
});

describe('metadata of an upload', () => {
  it.each([
    'https://news.example/a?b=1',
    'Süddeutsche',
    '日本新聞',
    'plain',
  ])('%s is ASCII on the way and itself again after', (text) => {
    expect(headerSafe(text)).toMatch(/^[\x20-\x7e]*$/);
    expect(decodeHeaderText(headerSafe(text))).toBe(text);
  });
});
