import { describe, expect, it } from 'vitest';
import { exportChunks, exportOne } from '../../../shared/core/exports/chunks.ts';
import { csvCell } from '../../../shared/core/exports/csv-cell.ts';
import { EXPORT_FORMATS, isExportFormat } from '../../../shared/core/exports/formats.ts';
import { escapeMarkdown } from '../../../shared/core/exports/markdown-escape.ts';
import { oneLine, safeText } from '../../../shared/core/exports/safe-text.ts';
import { webUri } from '../../../shared/core/exports/uris.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { aRecord } from '../../../shared/testing/a-record.ts';
import { aDate, UNDATED } from '../../../shared/testing/builders.ts';
import { ABOUT, exported } from './exported.ts';

const NAMES = Object.keys(EXPORT_FORMATS).filter(isExportFormat);

describe('what is exported', () => {
  const secret = 'A headline that nobody may see yet';
  const kept: readonly [string, Partial<ArticleRecord>][] = [
    ['withheld', { status: 'withheld' }],
    ['canceled', { status: 'canceled' }],
    ['under embargo', { embargoedUntil: '2026-02-01T00:00:00.001Z' }],
  ];

  it.each(kept)('is never what is %s, in any format', (_, given) => {
    const record = aRecord({ headline: secret, ...given });
    for (const name of NAMES) {
      expect(exported(name, [record])).not.toContain('nobody');
      expect(exportOne(record, EXPORT_FORMATS[name], ABOUT)).toBeNull();
    }
  });

  it('is free once the embargo is over', () => {
    const record = aRecord({ headline: secret, embargoedUntil: ABOUT.at });
    for (const name of NAMES) expect(exported(name, [record])).toContain('nobody');
  });

  it('leaves no gap where a withheld record stood', () => {
    const [one, two] = [aRecord({ headline: 'One' }), aRecord({ headline: 'Two' })];
    const withheld = aRecord({ status: 'withheld' });
    for (const name of NAMES)
      expect(exported(name, [withheld, one, withheld, two, withheld])).toBe(exported(name, [one, two]));
  });

  it('is a document also when there is nothing', () => {
    expect(JSON.parse(exported('jsonfeed', [])).items).toEqual([]);
    expect(JSON.parse(exported('jsonld', []))['@graph']).toEqual([]);
    expect(exported('csv', []).split('\r\n')).toHaveLength(2);
    expect(exported('atom', [])).toMatch(/<\/feed>\n$/);
  });

  it('comes as a stream: a piece is out before the next record is asked for', async () => {
    const asked: number[] = [];
    async function* records() {
      for (let at = 0; at < 3; at += 1) {
        asked.push(at);
        yield aRecord({ headline: `Number ${at}` });
      }
    }
    const seen: [number, boolean][] = [];
    for await (const piece of exportChunks(records(), EXPORT_FORMATS.rss, ABOUT))
      seen.push([asked.length, piece.includes(`Number ${asked.length - 1}`)]);
    expect(seen.slice(0, 3)).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
  });
});

describe('dates', () => {
  const dates = [
    ['stated', aDate('2024-03-12T16:05:00Z'), '2024-03-12T16:05:00Z', '2024-03-12T16:05:00Z'],
    [
      'a wall time',
      { ...UNDATED, status: 'stated-zone-assumed', local: '2024-03-12T17:05:00', precision: 'minute' },
      undefined,
      '2024-03-12T17:05:00',
    ],
    ['a bare day', { ...UNDATED, status: 'stated', local: '2024-03-12', precision: 'day' }, undefined, '2024-03-12'],
    ['disputed', aDate('2024-03-12T16:05:00Z', { status: 'disputed' }), undefined, undefined],
    [
      'estimated',
      {
        ...UNDATED,
        status: 'estimated',
        precision: 'day',
        estimate: { earliest: '2024-03-12', latest: '2024-03-14', basis: 'a caption' },
      },
      undefined,
      undefined,
    ],
    ['missing', UNDATED, undefined, undefined],
  ] as const;

  it.each(dates)('that are %s come out as what the page states, and no more', (_, published, utc, local) => {
    const record = aRecord({ published: { ...published, contradicts: [] } });
    const ninjs = JSON.parse(exported('ninjs', [record]));
    const feed = JSON.parse(exported('jsonfeed', [record])).items[0];
    const jsonld = JSON.parse(exported('jsonld', [record]))['@graph'][0];
    expect([ninjs.firstCreated, feed.date_published, jsonld.datePublished]).toEqual([utc, utc, local]);
    expect(exported('rss', [record]).includes('<pubDate>')).toBe(utc !== undefined);
    expect(exported('atom', [record]).includes('<published>')).toBe(utc !== undefined);
    // The standard wants a last change of every entry; that of the store is true in any case.
    expect(exported('atom', [record])).toContain(`<updated>${utc ?? record.ingestedAt}</updated>`);
  });
});

describe('text of strangers', () => {
  it.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '" \'=1"'],
    ['\r=1', '"\n\'=1"'],
    [' =1', '" \'=1"'],
    ['＝1', "'＝1"],
    ['a;=1', '"a;\'=1"'],
    ['one\n- two', '"one\n\'- two"'],
    ['"=1', '"""\'=1"'],
    ['Rain, wind and "sun"', '"Rain, wind and ""sun"""'],
    ['well-known = good', 'well-known = good'],
  ])('%j is %j in CSV', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('keeps its words and loses what commands a terminal or turns a line round', () => {
    expect(safeText('a\u001b[2Jb\u202egnp\u2069\u0000\ud800c\r\nd')).toBe('a�[2Jbgnp��c\nd');
    expect(oneLine(' שלום\u200f \n world\t')).toBe('שלום\u200f world');
  });

  it('is no markup in Markdown', () => {
    expect(escapeMarkdown('1. *see* <b> [x](y)')).toBe('1\\. \\*see\\* \\<b\\> \\[x\\](y)');
  });

  it('gives addresses of the web only', () => {
    expect(webUri('https://user:secret@news.example/a b?q={x}|"#é')).toBe(
      'https://news.example/a%20b?q=%7Bx%7D%7C%22#%C3%A9',
    );
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//news.example', ''])
      expect(webUri(text)).toBeNull();
  });
});

describe('one article', () => {
  it('is an object of its own in JSON-LD, that can stand in a page', () => {
    const text = exportOne(aRecord({ headline: '</script><script>x' }), EXPORT_FORMATS.jsonld, ABOUT) ?? '';
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: '</script><script>x',
    });
  });

  it('is not called an article when it is none', () => {
    const text = exported('jsonld', [aRecord({ quality: ['not-an-article', 'section-front'] })]);
    expect(JSON.parse(text)['@graph'][0]['@type']).toBe('WebPage');
  });
});
