import { describe, expect, it } from 'vitest';
import { parseTree, type Tree } from '../../shared/core/html/tree.ts';
import { forEachElement, textOf } from '../../shared/core/html/walk.ts';
import { LIMITS } from '../../shared/core/limits.ts';

/** The shape as tags with their depth: `ul1 li2 li2 b3`. */
function shapeOf(tree: Tree): string {
  const parts: string[] = [];
  forEachElement(tree.root, (element) => {
    if (element.depth > 0) parts.push(`${element.tag}${element.depth}`);
    return undefined;
  });
  return parts.join(' ');
}

describe('the lean tree of a page', () => {
  it.each([
    ['<ul><li>a<li>b</ul>', 'ul1 li2 li2'],
    ['<ul><li><b>a<li>b</ul>', 'ul1 li2 b3 li2'],
    ['<ul><li>a<ul><li>b</ul><li>c</ul>', 'ul1 li2 ul3 li4 li2'],
    ['<p>a<p>b<div>c</div>', 'p1 p1 div1'],
    ['<p><font>a<p><font>b', 'p1 font2 p1 font2'],
    ['<dl><dt>a<dd>b<dt>c</dl>', 'dl1 dt2 dd2 dt2'],
    ['<table><tr><td><p>a<td>b<tr><td>c</table>', 'table1 tr2 td3 p4 td3 tr2 td3'],
  ])('ends %s where a browser would', (html, shape) => {
    expect(shapeOf(parseTree(html))).toBe(shape);
  });

  it('drops what can never be article text', () => {
    const html =
      '<p>a<script>x()</script><style>y</style><svg><text>z</text></svg><noscript>n</noscript>b<button>c</button></p>';
    expect(textOf(parseTree(html).root)).toBe('ab');
  });

  it('keeps hidden elements and marks them, since pages hide the text of subscribers', () => {
    const { root } = parseTree('<div style="color:red; display: none">a</div><div aria-hidden="true">b</div>');
    const hidden = root.children.map((child) => (typeof child === 'string' ? null : child.attributes['hidden']));
    expect(hidden).toEqual(['', undefined]);
  });

  it('hands over what the page says about itself', () => {
    const tree = parseTree(
      '<html lang="de"><head><title> A &amp;\n B </title><meta name="author" content="C"><link rel="canonical" href="/d">' +
        '<script type="application/ld+json">{"e":"<p>"}</script></head><body><time datetime="2024-01-02">f</time></body></html>',
    );
    expect(tree.title).toBe('A & B');
    expect(tree.lang).toBe('de');
    expect(tree.metas.map((meta) => meta.attributes['content'])).toEqual(['C']);
    expect(tree.links.map((link) => link.attributes['href'])).toEqual(['/d']);
    expect(tree.times.map((time) => textOf(time))).toEqual(['f']);
    expect(tree.jsonLd).toEqual(['{"e":"<p>"}']);
  });

  it('takes the first title for the title, not the one of a drawing', () => {
    expect(parseTree('<title>a</title><svg><title>b</title></svg><title>c</title>').title).toBe('a');
  });

  it('leaves out handlers, styles and overlong attribute values', () => {
    const html = `<p onclick="x()" style="a" title="${'t'.repeat(LIMITS.htmlAttributeChars + 5)}">a</p>`;
    const child = parseTree(html).root.children[0];
    const attributes = typeof child === 'object' ? child.attributes : {};
    expect(Object.keys(attributes)).toEqual(['title']);
    expect(attributes['title']).toHaveLength(LIMITS.htmlAttributeChars);
  });

  it('bounds the attributes of one tag and goes on', () => {
    const html = `<p ${Array.from({ length: 40_000 }, (_, i) => `a${i}=1`).join(' ')}>text</p>`;
    expect(textOf(parseTree(html).root)).toBe('text');
  });

  it('is not led astray by an attribute or tag named after the language of its own code', () => {
    expect(textOf(parseTree('<constructor __proto__="x" constructor="y">a</constructor>').root)).toBe('a');
  });
});

describe('the guard of the lean tree', () => {
  it.each([
    ['page.too-deep', '<div>'.repeat(5_000)],
    ['page.tables-too-deep', '<table><tr><td>'.repeat(1_000)],
    ['page.too-many-elements', '<p>a</p>'.repeat(LIMITS.htmlElements + 1)],
    ['page.too-deep', '<b>'.repeat(40_000)],
  ])('rejects with %s', (code, html) => {
    expect(() => parseTree(html)).toThrow(expect.objectContaining({ code }));
  });

  it('survives runs of line breaks, forgotten formatting and forgotten list items of any length', () => {
    const html = `${'<br>'.repeat(150_000)}${'<p><font size=2>x'.repeat(900)}<ul>${'<li><i>y'.repeat(900)}</ul>z`;
    const tree = parseTree(html);
    expect(tree.elements).toBeLessThan(5_000);
    expect(textOf(tree.root).endsWith('z')).toBe(true);
  });
});
