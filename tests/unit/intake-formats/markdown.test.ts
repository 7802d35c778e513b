/** Markdown: what stands between dashes before a text is evidence, and its marks are no part of the text. */
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import { frontMatter } from '../../../shared/core/intake/front-matter.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { HEADLINE, PAGE, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const read = (text: string, path = 'inbox/a.bin') =>
  cleanBytes(Buffer.from(text), { path, modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const open = (text: string, name = 'photo.jpg') =>
  openDocument(Buffer.from(text), { contentType: null, contentEncoding: null, name });

const MATTER = `---
# kept by hand
title: "${HEADLINE}"
author:
  - name: Anna Lee
date: 2025-03-03T12:00:00Z
tags: [ferries, 'Halden']
draft: false
source: https://halden-courier.example/news/ferry-returns
retrieved: 2025-03-04T08:00:00Z
---
`;
const [one = '', two = '', three = ''] = PARAGRAPHS;
const MARKED = [
  `# ${HEADLINE}`,
  '![The quay](quay.jpg "at noon")',
  one.replace('the last one', '*the last one*').replace('whole harbour', '**whole harbour**'),
  two.replace('Ida Holm', '[Ida Holm][ida]').replace('& keeps', '\\& keeps').replace('\\&', '&'),
  '***',
  three.replace('two crossings', '_two crossings_').replace('spring', '`spring`'),
  '[ida]: https://halden-courier.example/ida "Ida"',
].join('\n\n');

describe('Markdown', () => {
  it('gives the same headline, body and content hash as the page, without its marks', async () => {
    const record = await read(`${MATTER}\n${MARKED}\n`);
    expect(record.headline).toBe(HEADLINE);
    expect(record.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(record.fingerprint.contentHash).toBe(contentHash(PARAGRAPHS));
    expect(record.source.mediaType).toBe('text/markdown');
  });

  it('has author, day, address and keywords from what stands before it, each with its evidence', async () => {
    const record = await read(`${MATTER}\n${MARKED}\n`);
    expect(record).toMatchObject({
      ...{ authors: [{ name: 'Anna Lee', kind: 'person' }], published: { utc: '2025-03-03T12:00:00Z' } },
      ...{ url: 'https://halden-courier.example/news/ferry-returns', capturedAt: '2025-03-04T08:00:00.000Z' },
      ...{ keywords: ['ferries', 'Halden'], identity: { kind: 'url' } },
    });
    expect(record.evidence['published']?.where).toBe('front matter date');
  });

  it('is known by its name where nothing stands before it', async () => {
    expect((await read(MARKED, 'ferry.md')).body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });

  it('keeps words with marks in them, and marks that were written out', async () => {
    const text = 'The file_name_here and 2 * 3 * 4 stay as they are, said the clerk, and so does \\*this\\* one.';
    const record = await read(`${MATTER}\n# ${HEADLINE}\n\n${text}\n`);
    expect(record.body[0]?.text).toBe(text.replaceAll('\\', ''));
  });
});

describe('what stands between dashes', () => {
  it('leaves every line of the text its number', () => {
    const found = frontMatter(`${MATTER}First line.`);
    expect(found?.text.split('\n').indexOf('First line.')).toBe(MATTER.split('\n').length - 1);
    expect(found?.text.trim()).toBe('First line.');
  });

  it.each([
    ['a rule above a text', '---\nThe ferry came in at noon: nobody had expected it.\n---\nMore.'],
    ['names that say nothing of an article', '---\nKnown: nothing\n---\nMore.'],
    ['dashes that nobody closes', '---\ntitle: x\nThe text.'],
    ['nothing', '---\n---\nThe text.'],
    ['a text with a line of dashes later', 'title: x\n---\nThe text.'],
    ['more than anybody writes by hand', `---\n${'a: b\n'.repeat(300)}---\nThe text.`],
  ])('is none: %s', (_, text) => {
    expect(frontMatter(text)).toBeNull();
  });

  it('may stand before a page', () => {
    expect(open(`${MATTER}${PAGE}`)).toMatchObject({ format: 'html', beside: { hints: { url: expect.any(String) } } });
  });
});
