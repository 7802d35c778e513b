/** An agency's file that was cut off: what is there of its text is read, and the record says that it is not all of it. */
import { describe, expect, it } from 'vitest';
import { isCutOff } from '../../../shared/core/intake/formats/cut-off.ts';
import { markupTree, textOf } from '../../../shared/core/intake/formats/markup-tree.ts';
import type { Stated } from '../../../shared/core/intake/formats/stated.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { HEADLINE, NEWSML, NEWSML_1, NITF, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const read = (text: string): Promise<ArticleRecord> =>
  cleanBytes(Buffer.from(text), { path: 'a', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const open = (text: string) =>
  openDocument(Buffer.from(text), { contentType: null, contentEncoding: null, name: 'a.xml' });
const upTo = (text: string, word: string): string => text.slice(0, text.indexOf(word) + word.length);
const MESSAGE = `<newsMessage><itemSet>${NEWSML.slice(NEWSML.indexOf('<newsItem'))}`;

describe('a single item that is cut off', () => {
  it.each([
    ['NITF', NITF],
    ['NewsML-G2', NEWSML],
    ['NewsML-G2 in a message', MESSAGE],
    ['NewsML 1', NEWSML_1],
  ])('in its text (%s) is read as far as it goes, and says that it is cut off', async (_, text) => {
    const record = await read(upTo(text, 'before Friday'));
    expect(record.headline).toBe(HEADLINE);
    expect(record.body.map((paragraph) => paragraph.text)).toEqual([
      PARAGRAPHS[0],
      '“Nobody had expected it before Friday',
    ]);
    expect(record.quality).toContain('body-truncated');
  });

  it.each([
    ['NITF', NITF.trimEnd()],
    ['NewsML-G2', NEWSML.trimEnd()],
    ['NewsML 1', NEWSML_1.trimEnd()],
  ])('behind its text (%s) says so too, and a whole one does not', async (_, text) => {
    expect((await read(text.slice(0, -1))).quality).toContain('body-truncated');
    expect((await read(`${text}\n<!-- sent in 2 ms -->`)).quality).not.toContain('body-truncated');
  });

  it.each([
    ['NITF', NITF, '<body.head>'],
    ['NITF in its first tag', NITF, '<nitf xml:lang'],
    ['NewsML-G2', NEWSML, '<contentSet>'],
    ['NewsML-G2 in its first tag', NEWSML, '<newsItem xmlns'],
    ['NewsML 1', NEWSML_1, '<DataContent>'],
    ['NewsML 1 in front of its item', NEWSML_1, '<NewsEnvelope>'],
  ])('in front of its text (%s) is refused as cut off', (_, text, word) => {
    expect(() => open(upTo(text, word))).toThrow(expect.objectContaining({ code: 'document.truncated' }));
  });

  it('is obeyed where it takes an article back, once it says which', async () => {
    const kill = NEWSML.replace('stat:usable', 'stat:canceled');
    for (const word of ['</headline>', 'before Friday'])
      expect(await read(upTo(kill, word))).toMatchObject({ status: 'canceled', headline: HEADLINE });
    await expect(read(upTo(kill, '</itemMeta>'))).rejects.toMatchObject({ code: 'document.truncated' });
  });

  it('at any of its characters is never taken for a whole one, nor a tag for its text', () => {
    const found = { read: 0, refused: 0 };
    for (let end = NITF.indexOf('<body.content>'); end < NITF.length - 1; end += 1) {
      const { code, stated } = attempt(NITF.slice(0, end));
      found[stated === undefined ? 'refused' : 'read'] += 1;
      expect([code, stated?.isCut]).toEqual(stated === undefined ? ['document.truncated', undefined] : ['', true]);
      expect((stated?.paragraphs ?? []).map(({ text }) => text).join(' ')).not.toMatch(/[<>/]/);
    }
    expect(Math.min(found.read, found.refused)).toBeGreaterThan(50);
  });
});

function attempt(text: string): { readonly code: string; readonly stated?: Stated | undefined } {
  try {
    return { code: '', stated: open(text).stated };
  } catch (error) {
    return { code: error instanceof Rejection ? error.code : String(error) };
  }
}

describe('a tree of XML', () => {
  it('knows which of its elements were never closed', () => {
    expect(isCutOff(markupTree('<a><b>x</b></a>', 'xml'))).toBe(false);
    expect(isCutOff(markupTree('<a><b>x</b>', 'xml'))).toBe(true);
    expect(isCutOff(markupTree('<a><b>x</a>', 'xml'))).toBe(false);
    expect(isCutOff(markupTree('<a href="', 'xml'))).toBe(true);
    expect(['<a>x<', '<a>x</', '<a>x</b'].map((text) => textOf(markupTree(text, 'xml')))).toEqual(['x', 'x', 'x']);
  });
});
