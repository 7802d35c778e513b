/** PDFs: the text layer becomes paragraphs, and what has none, is locked, or is broken, ends in its code. */
import { afterAll, describe, expect, it } from 'vitest';
import { paragraphsOfPage } from '../../../shared/core/intake/pdf/page-text.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { ReaderStopped } from '../../../shared/pipeline/reader-stopped.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { aPdf, PACKED_PDF, PDF, setLines } from './a-pdf.ts';
import { HEADLINE, PARAGRAPHS } from './one-article.ts';

/** Loading on a busy machine is not what is tested here. */
const reader = createReader({ deadlineMs: 60_000 });
afterAll(() => reader.close());
const read = (bytes: Uint8Array) =>
  cleanBytes(bytes, { path: 'photo.jpg', modifiedAt: '2025-03-05T00:00:00Z' }, reader);

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof Rejection || error instanceof ReaderStopped) return error.code;
    throw error;
  }
}

describe('a PDF', () => {
  it.each([
    ['as it is', PDF],
    ['with packed pages', PACKED_PDF],
    ['behind blanks', Buffer.concat([Buffer.from('\r\n'), PDF])],
  ])('%s: its headline, author and day, whatever its name says; its title is the file’s', async (_, bytes) => {
    const record = await read(bytes);
    expect(record).toMatchObject({
      headline: HEADLINE,
      authors: [{ name: 'Anna Lee' }],
      source: { mediaType: 'application/pdf' },
    });
    expect(record.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(record.published.local).toContain('2025-03-03');
  });

  it('of several pages is one text', async () => {
    const pages = PARAGRAPHS.map((paragraph, at) => [
      ...(at === 0 ? [{ text: HEADLINE, size: 20 }] : []),
      ...setLines([paragraph], 60),
    ]);
    expect((await read(aPdf(pages))).body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });

  it.each<readonly [string, Uint8Array, string]>([
    [
      'locked',
      aPdf([[{ text: 'x' }]], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
      'document.encrypted',
    ],
    ['a scan without text', aPdf([[], []]), 'article.no-text'],
    [
      'of more pages than any article has',
      aPdf(Array.from({ length: LIMITS.pdfPages + 1 }, () => [{ text: 'Page' }])),
      'page.too-many-elements',
    ],
    ['nothing but its first line', Buffer.from('%PDF-1.7\n'), 'document.damaged'],
    [
      'noise behind its first line',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(PDF).fill(0xaa, 100)]),
      'document.damaged',
    ],
    ['without any page', aPdf([]), 'article.no-text'],
  ])('%s', async (_, bytes, code) => {
    expect(await outcome(bytes)).toBe(code);
  });

  it('whose table of places was lost is read all the same', async () => {
    expect(
      (await read(Buffer.from(PDF.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'))).headline,
    ).toBe(HEADLINE);
  });

  it('runs nothing and opens nothing that it names', async () => {
    const names =
      '/OpenAction << /S /JavaScript /JS (throw 1) >> /AA << /WC << /S /URI /URI (http://127.0.0.1:1/) >> >>';
    const lines = setLines([HEADLINE, ...PARAGRAPHS]);
    expect(await outcome(aPdf([lines], { catalog: names }))).toBe('read');
  });
});

describe('lines of a page', () => {
  const line = (text: string, base: number, more: object = {}) => ({
    text,
    left: 50,
    base,
    width: text.length * 5,
    size: 10,
    endsLine: true,
    ...more,
  });
  const long = 'which goes on to the end of the column here';

  it.each([
    ['that follow each other are a paragraph', [line(`One ${long}`, 700), line('two.', 688)], [`One ${long} two.`]],
    [
      'further apart are two',
      [line(`One ${long}`, 700), line(`two ${long}`, 688), line('Three.', 670)],
      [`One ${long} two ${long}`, 'Three.'],
    ],
    ['of another size are two', [line('Heading', 700, { size: 14 }), line('text', 686)], ['Heading', 'text']],
    [
      'that begin further in are two',
      [line(`One ${long}`, 700), line('Two', 688, { left: 62 })],
      [`One ${long}`, 'Two'],
    ],
    [
      'end a paragraph where one is short',
      [line(`One ${long}`, 700), line('ends.', 688), line(`Two ${long}`, 676)],
      [`One ${long} ends.`, `Two ${long}`],
    ],
    ['have their word put together', [line(`The ${long} har-`, 700), line('bour.', 688)], [`The ${long} harbour.`]],
    [
      'keep a hyphen before a name',
      [line(`The ${long} Anglo-`, 700), line('Saxon.', 688)],
      [`The ${long} Anglo- Saxon.`],
    ],
    ['have no blank between signs', [line('港の船が来た', 700, { width: 300 }), line('朝', 688)], ['港の船が来た朝']],
  ])('%s', (_, pieces, paragraphs) => {
    expect(paragraphsOfPage(pieces)).toEqual(paragraphs);
  });

  it('are put together from pieces, with a blank where there is room', () => {
    const pieces = [
      line('Fer', 700, { width: 15, endsLine: false }),
      line('ry', 700, { left: 65, width: 10, endsLine: false }),
      line('home', 700, { left: 80 }),
    ];
    expect(paragraphsOfPage(pieces)).toEqual(['Ferry home']);
  });
});
