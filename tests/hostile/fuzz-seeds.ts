/** One sound document of each format, for changing at random. Our own words; what a mapping is needed for comes with it. */
import zlib from 'node:zlib';
import { readMapping } from '../../shared/core/intake/formats/mapping.ts';
import type { DocumentFacts } from '../../shared/core/intake/open.ts';
import { PACKED_PAGE } from '../unit/intake-formats/bzip2-vectors.ts';
import { LETTERS } from '../unit/intake-formats/letters.ts';
import { FORMATS, HEADLINE, PARAGRAPHS } from '../unit/intake-formats/one-article.ts';
import { page, STORY, utf8 } from './bytes.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly facts: DocumentFacts;
}

const FACTS: DocumentFacts = { contentType: null, contentEncoding: null, name: 'x' };
const LD =
  '{"@type":"NewsArticle","headline":"Pier opens","author":[{"name":"Ida Holm"}],"datePublished":"2031-03-04"}';
const HEAD = `<meta name="author" content="Ida Holm"><script type="application/ld+json">${LD}</script>`;
const BYLINE =
  '<p class="byline">By <a rel="author" href="/author/ida">Ida</a> <time datetime="2031-03-04">4 March</time></p>';
const MARKDOWN = `---
title: "${HEADLINE}"
author:
  - name: Ida Holm
tags: [ferries, 'Halden']
date: 2025-03-03T12:00:00Z
---

# ${HEADLINE}

${PARAGRAPHS.map((text) => `**${text.slice(0, 9)}**${text.slice(9)} [more](https://h.example "x")`).join('\n\n')}

> 1. a list\n> 2. [ida]: https://h.example
`;
const MAPPING = readMapping({
  mapping: '{"headline":"name","text":["content.paragraphs","content"],"author":"who.name","url":"at"}',
});
const OWN = JSON.stringify({
  ...{ name: HEADLINE, content: { paragraphs: PARAGRAPHS }, who: [{ name: 'Anna Lee' }], at: 'https://h.example/1' },
});

const PLAIN: readonly (readonly [string, Uint8Array, Partial<DocumentFacts>])[] = [
  ['a page', page(BYLINE + STORY, HEAD), {}],
  ['plain text', utf8(`Pier opens in spring\nBy Ida Holm\n4 March 2031\n\n${STORY}`), {}],
  ['a page in UTF-16', Buffer.from(`\ufeff<html><body>${STORY}</body></html>`, 'utf16le'), {}],
  ['Markdown', utf8(MARKDOWN), { name: 'x.md' }],
  ['JSON with a mapping', utf8(OWN), { mapping: MAPPING }],
  ['gzip', zlib.gzipSync(page(STORY, HEAD)), {}],
  ['zstd', zlib.zstdCompressSync(page(STORY, HEAD)), {}],
  ['brotli', zlib.brotliCompressSync(page(STORY, HEAD)), { name: 'x.br' }],
  ['deflate', zlib.deflateSync(page(STORY, HEAD)), { contentEncoding: 'deflate' }],
  ['bzip2', PACKED_PAGE, {}],
];

export const SEEDS: readonly Seed[] = [
  ...PLAIN.map(([name, bytes, facts]) => ({ name, bytes: Buffer.from(bytes), facts: { ...FACTS, ...facts } })),
  ...[...FORMATS, ...LETTERS].map(([name, content]) => ({ name, bytes: Buffer.from(content), facts: FACTS })),
];
