/** Data: text that nearly says something, marks that deceive, and charsets that are not what they claim. */
import { latin, page, SENTENCE, STORY, utf8 } from './bytes.ts';
import { HEAVY_MS, type HostileCase } from './hostile-case.ts';

export const LINES: readonly HostileCase[] = [
  {
    name: 'a page of one 5 MB paragraph',
    bytes: () => page(`<p>${`${SENTENCE} `.repeat(35_000)}</p>`),
    outcome: 'read',
  },
  { name: 'a page of 3 MB of blanks', bytes: () => page(`<p>${' '.repeat(3_000_000)}x</p>${STORY}`), outcome: 'read' },
  {
    name: 'a text of one 1 MB line',
    withinMs: HEAVY_MS,
    bytes: () => utf8(`${SENTENCE} `.repeat(7_000)),
    outcome: 'read',
  },
  {
    name: 'a text of one 5 MB line',
    withinMs: HEAVY_MS,
    bytes: () => utf8(`${SENTENCE} `.repeat(35_000)),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a text of 1 MB of blanks between two words',
    bytes: () => utf8(`By${' '.repeat(1_000_000)}Ida\n${SENTENCE}\n${SENTENCE}`),
    outcome: 'read',
  },
];

/** One line of a megabyte that nearly says something, again and again. */
export const ATTACKS: readonly HostileCase[] = [
  ['names without end', 'By Ida Holm, '],
  ['dates without end', '12 May 2031, '],
  ['credits without end', 'Photo: Ida Holm/'],
  ['quotes that nobody closes', '"(['],
  ['dashes and blanks', '-  \t'],
  ['one letter', 'a'],
].map(([name = '', piece = '']) => ({
  name: `a line of ${name}`,
  bytes: () =>
    utf8(`Pier opens in spring\n${piece.repeat(Math.ceil(1_000_000 / piece.length))}\n${SENTENCE}\n${SENTENCE}`),
  outcome: 'read',
}));

export const MARKS: readonly HostileCase[] = [
  {
    name: 'formulas, and marks that turn text around or speak to a terminal',
    bytes: () =>
      page(
        `<p>=cmd()|calc \u202e\u2066 \u001b[2J\u0007 ${SENTENCE}</p>${STORY}`,
        '<meta name="author" content="=HYPERLINK(1)">',
      ),
    outcome: 'read',
  },
];

export const CHARSETS: readonly HostileCase[] = [
  {
    name: 'a charset that is declared behind 5 KB',
    bytes: () =>
      latin(`<html><head>${' '.repeat(5_000)}<meta charset="iso-8859-1"></head><h1>Caf\xe9 \xf6ffnet</h1>${STORY}`),
    outcome: 'read',
  },
  { name: 'no charset', bytes: () => latin(`<html><body><h1>Caf\xe9 \xf6ffnet</h1>${STORY}`), outcome: 'read' },
  {
    name: 'a lying charset',
    bytes: () => utf8(`<html><meta charset="shift_jis"><h1>Café öffnet</h1>${STORY}`),
    outcome: 'read',
    contentType: 'text/html; charset=big5',
  },
  {
    name: 'UTF-16',
    bytes: () => Buffer.from(`\ufeff<html><body><h1>Café öffnet</h1>${STORY}`, 'utf16le'),
    outcome: 'read',
  },
  {
    name: 'lone surrogates and NUL',
    bytes: () => Buffer.concat([page(STORY), latin('<p>a\xed\xa0\xbdb\0c</p>')]),
    outcome: 'read',
  },
  {
    name: 'XML entities in XHTML',
    bytes: () =>
      utf8(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><h1>Pier opens</h1><p>&x;</p>${STORY}</body></html>`,
      ),
    outcome: 'read',
  },
];
