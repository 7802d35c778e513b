/** Who an article is: in this order its id, its address, its guid, its place. */
import { describe, expect, it } from 'vitest';
import { NO_HINTS } from '../../shared/core/document.ts';
import { articleIdOf, identify } from '../../shared/core/identity.ts';
import { objectIdOf } from '../../shared/core/keys.ts';
import { shortHash } from '../../shared/core/short-hash.ts';

const REF = { key: 'incoming/a.html', member: null };
const PAGE = { url: null, canonicalUrl: null, publisher: null };
const OUTLET = { name: 'The Harbour', domain: 'harbour.example' };

describe('an identity', () => {
  it('is the explicit id before everything else', () => {
    const hints = { ...NO_HINTS, id: 'x-1', url: 'https://harbour.example/1', guid: 'g' };
    expect(identify(hints, PAGE, REF)).toEqual({ kind: 'id', value: 'x-1' });
  });

  it('is the address, in its canonical spelling, before a guid', () => {
    const hints = { ...NO_HINTS, url: 'http://HARBOUR.example:80/1?utm_source=x#top', guid: 'g' };
    expect(identify(hints, PAGE, REF)).toEqual({ kind: 'url', value: 'https://harbour.example/1' });
  });

  it('is the guid when there is no address, and the key when there is neither', () => {
    expect(identify({ ...NO_HINTS, guid: 'g' }, PAGE, REF)).toEqual({ kind: 'guid', value: 'g' });
    expect(identify(NO_HINTS, PAGE, REF)).toEqual({ kind: 'key', value: 'incoming/a.html' });
    expect(identify(NO_HINTS, PAGE, { key: 'a.zip', member: 'b.txt' })).toEqual({ kind: 'key', value: 'a.zip#b.txt' });
  });

  it('takes the address that the page gives itself over the one it was fetched from', () => {
    const hints = { ...NO_HINTS, url: 'https://amp.harbour.example/1.amp' };
    const page = { ...PAGE, canonicalUrl: 'https://www.harbour.example/1' };
    expect(identify(hints, page, REF).value).toBe('https://www.harbour.example/1');
  });

  it('is the address that the page states when nothing says where it belongs', () => {
    const page = { ...PAGE, canonicalUrl: 'https://harbour.example/1' };
    expect(identify({ ...NO_HINTS, guid: 'g' }, page, REF)).toEqual({
      kind: 'url',
      value: 'https://harbour.example/1',
    });
    expect(identify(NO_HINTS, { ...PAGE, canonicalUrl: 'https://harbour.example/' }, REF).kind).toBe('key');
    expect(identify(NO_HINTS, { ...PAGE, url: 'https://harbour.example/?p=1' }, REF).kind).toBe('url');
  });

  it.each([
    ['where it was fetched', { ...NO_HINTS, url: 'https://copy.example/9' }, PAGE, 'https://copy.example/9'],
    ['its own address', NO_HINTS, { ...PAGE, url: 'https://copy.example/9' }, 'https://copy.example/9'],
    ['the domain of its publisher', NO_HINTS, { ...PAGE, publisher: OUTLET }, 'incoming/a.html'],
  ])('does not follow a copy that names the original on another site, as told by %s', (_, hints, page, value) => {
    expect(identify(hints, { ...page, canonicalUrl: 'https://original.example/1' }, REF).value).toBe(value);
  });

  it('does not take the front page for an article', () => {
    const hints = { ...NO_HINTS, url: 'https://harbour.example/1' };
    const page = { ...PAGE, canonicalUrl: 'https://harbour.example/' };
    expect(identify(hints, page, REF).value).toBe('https://harbour.example/1');
    expect(identify(NO_HINTS, page, REF).kind).toBe('key');
  });
});

describe('an id', () => {
  it('is short, safe everywhere and different for each kind', () => {
    const ids = (['id', 'url', 'guid', 'key'] as const).map((kind) => articleIdOf({ kind, value: 'same' }));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^art_[0-9a-z]{26}$/);
  });

  it('of an object never holds its key, and tells a member from its container', () => {
    expect(objectIdOf({ key: '../x y', member: null })).toMatch(/^[0-9a-z]{26}$/);
    expect(objectIdOf({ key: 'a', member: null })).not.toBe(objectIdOf({ key: 'a', member: 'b' }));
  });

  it('stays the same from release to release', () => {
    expect(shortHash('wirefold')).toBe(shortHash('wirefold'));
    expect(articleIdOf({ kind: 'key', value: 'a' })).toMatchInlineSnapshot(`"art_5vxsaa1jdf86hx5yqezgcpc4rg"`);
  });
});
