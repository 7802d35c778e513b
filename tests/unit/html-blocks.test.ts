import { describe, expect, it } from 'vitest';
import { treeBlocks } from '../../shared/core/html/blocks.ts';
import { parseTree } from '../../shared/core/html/tree.ts';
import { LIMITS } from '../../shared/core/limits.ts';

const blocksOf = (html: string) => treeBlocks(parseTree(html));
const textsOf = (html: string) => blocksOf(html).map((block) => block.text);

describe('blocks of a page', () => {
  it('split at block tags and line breaks, never at inline tags', () => {
    expect(textsOf('<div>a <b>b</b>c<p>d<br>e</p>f</div><span>g</span>')).toEqual(['a bc', 'd', 'e', 'f', 'g']);
  });

  it('know the element that makes them', () => {
    const html = '<h2>a</h2><ul><li>b</li></ul><figure><figcaption>c</figcaption></figure><blockquote>d</blockquote>';
    expect(blocksOf(html).map((block) => block.tag)).toEqual(['h2', 'li', 'figcaption', 'blockquote']);
    expect(blocksOf(html)[1]?.element?.parent?.tag).toBe('ul');
  });

  it('go on in the outer element after an inner one', () => {
    expect(blocksOf('<li>a<p>b</p>c</li>').map((block) => block.tag)).toEqual(['li', 'p', 'li']);
  });

  it('count the characters that stand in links', () => {
    expect(blocksOf('<p><a href="/x">link</a> and text</p>')[0]?.linkChars).toBe(4);
  });

  it('are numbered without gaps, from 0 and 1', () => {
    const blocks = blocksOf('<p>a</p><p> </p><p>b</p>');
    expect(blocks.map(({ index, line }) => [index, line])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('collapse white space and lose invisible characters, and keep what stood there', () => {
    const [block] = blocksOf('<p>\n Rind\u00adfleisch\u00a0 und\u200b Brot</p>');
    expect(block?.text).toBe('Rindfleisch und Brot');
    expect(block?.raw).toBe('Rind\u00adfleisch und\u200b Brot');
  });

  it('keep decomposed letters as the page has them', () => {
    expect(textsOf('<p>u\u0308ber</p>')).toEqual(['u\u0308ber']);
  });

  it('split preformatted text at blank lines', () => {
    expect(textsOf('<pre>one\ntwo\n\nthree</pre>')).toEqual(['one two', 'three']);
  });

  it('cut a block of endless length into bounded pieces without losing a word', () => {
    const blocks = blocksOf(`<p>${'word '.repeat(50_000)}</p>`);
    expect(blocks.every((block) => block.text.length <= LIMITS.blockChars)).toBe(true);
    expect(
      blocks
        .map((block) => block.text)
        .join(' ')
        .split(' '),
    ).toHaveLength(50_000);
  });

  it('do not include the title or anything of the head', () => {
    expect(textsOf('<head><title>t</title><meta name="a" content="b"></head><body>c</body>')).toEqual(['c']);
  });
});
