/** What news items are taken apart by, piece by piece: their wishes, their values, their paragraphs. */
import { describe, expect, it } from 'vitest';
import { handlingOf } from '../../../shared/core/intake/formats/handling.ts';
import { at, longText, word, words } from '../../../shared/core/intake/formats/json-value.ts';
import { all, children, first, markupTree, textOf } from '../../../shared/core/intake/formats/markup-tree.ts';
import { paragraphsOf, paragraphsOfText } from '../../../shared/core/intake/formats/paragraphs.ts';
import { NO_HANDLING } from '../../../shared/core/intake/formats/stated.ts';
import { unwrapped } from '../../../shared/core/intake/formats/wrapped.ts';

const NO_WISHES = { status: '', embargo: '', expires: '', slugline: '', replaces: '', version: '', versionCreated: '' };

describe('what a sender wants done', () => {
  it.each([
    ['', 'usable'],
    ['stat:usable', 'usable'],
    ['stat:Withheld', 'withheld'],
    ['stat:canceled', 'canceled'],
    ['CANCELLED', 'canceled'],
    ['kill', 'canceled'],
    ['killed', 'canceled'],
    ['unheard of', 'usable'],
    ['embargoed', 'withheld'],
  ])('by the word %j is %s', (status, expected) => {
    expect(handlingOf({ ...NO_WISHES, status })).toEqual({ ...NO_HANDLING, status: expected });
  });

  it('is to wait until an instant, a wall time anywhere, a day to its end, or for good where nobody can read it', () => {
    const until = (embargo: string, status = '') => {
      const handling = handlingOf({ ...NO_WISHES, status, embargo });
      return [handling.status, handling.embargoedUntil];
    };
    expect(until('2026-01-02T03:04:05Z')).toEqual(['usable', '2026-01-02T03:04:05.000Z']);
    expect(until('20260102T030405+0100')).toEqual(['usable', '2026-01-02T02:04:05.000Z']);
    expect(until('2026-01-02T03:04')).toEqual(['usable', '2026-01-02T15:04:00.000Z']);
    expect(until(' 2026-01-02 ')).toEqual(['usable', '2026-01-02T12:00:00.000Z']);
    expect(until('2026-01-02T03:04:05Z', 'embargoed')).toEqual(['usable', '2026-01-02T03:04:05.000Z']);
    expect(until('after the match')).toEqual(['withheld', null]);
    expect(until('after the match', 'canceled')).toEqual(['canceled', null]);
  });

  it('counts versions by a whole number and an instant, of which one may be missing, and neither is guessed', () => {
    const versionOf = (version: string, versionCreated: string) =>
      handlingOf({ ...NO_WISHES, version, versionCreated }).itemVersion;
    const createdAt = '2026-01-02T02:04:05.000Z';
    expect(versionOf('12', '20260102T030405+0100')).toEqual({ number: 12, createdAt, createdLocal: null });
    expect(versionOf('', ' 2026-01-02T02:04:05Z ')).toEqual({ number: null, createdAt, createdLocal: null });
    const createdLocal = '2026-01-02T02:04:05';
    expect(versionOf('0', createdLocal)).toEqual({ number: 0, createdAt: null, createdLocal });
    expect(versionOf('', '20260102T020405')).toEqual({ number: null, createdAt: null, createdLocal });
    for (const odd of ['1.5', '-1', 'two', '1234567890', '1e3']) expect(versionOf(odd, 'yesterday')).toBeNull();
  });

  it('has names that are cut, and an end', () => {
    const wishes = { ...NO_WISHES, expires: '20260102T000000Z', slugline: 's'.repeat(301), replaces: 'r'.repeat(301) };
    expect(handlingOf(wishes)).toEqual({
      ...{ ...NO_HANDLING, expires: '2026-01-02T00:00:00.000Z' },
      ...{ slugline: 's'.repeat(300), replaces: 'r'.repeat(300) },
    });
  });
});

describe('values of JSON', () => {
  it('are found by a path, through lists by their first entry', () => {
    const object = { a: { b: [{ c: 1 }, { c: 2 }] }, 'a.b': 3, n: null };
    expect([at(object, 'a.b.c'), at(object, 'a.x'), at(object, 'n.x'), at(object, 'a.b.c.d')]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are words only where they are text, or have a name', () => {
    expect([
      word(' a  b '),
      word(3),
      word(null),
      word({ name: ' ', value: 'v' }),
      word({ href: 'h' }),
      word({ x: 'y' }),
      word(['a']),
    ]).toEqual(['a b', '', '', 'v', 'h', '', '']);
    expect([words('a'), words(['a', 3, { title: 'b' }, '']), words(undefined)]).toEqual([['a'], ['a', 'b'], []]);
    expect(words(Array.from({ length: 60 }, (_, n) => String(n)))).toHaveLength(50);
    expect([longText('a\nb'), longText(3)]).toEqual(['a\nb', '']);
  });
});

describe('paragraphs', () => {
  const of = (html: string) => paragraphsOf(markupTree(html, 'html')).map(({ label, text }) => `${label}: ${text}`);

  it('begin with every element but those that run on, and are labelled by theirs', () => {
    expect(
      of(
        'Zero<p>One <b>two</b> <a>three</a></p>four<h3>Five</h3><blockquote><p>Six</p></blockquote><ul><li>Seven</li></ul><script>x</script>',
      ),
    ).toEqual([
      ...[
        'body: Zero',
        'body: One two three',
        'body: four',
        'body.heading: Five',
        'body.quote: Six',
        'body.list: Seven',
      ],
    ]);
    expect(
      of(
        '<figure><figcaption>Eight</figcaption></figure><hl2>Nine</hl2><bq>Ten</bq><media-caption>A</media-caption><media-producer>B</media-producer>',
      ),
    ).toEqual([
      ...['media.caption: Eight', 'body.heading: Nine', 'body.quote: Ten', 'media.caption: A', 'media.credit: B'],
    ]);
    expect(of('<style>a</style><head>b</head><p> </p>')).toEqual([]);
  });

  it('of plain text are parted by blank lines, else by lines', () => {
    const plain = (text: string) => paragraphsOfText(text).map(({ text: one }) => one);
    expect(plain('One\ntwo\n\nthree\r\n \r\nfour')).toEqual(['One two', 'three', 'four']);
    expect(plain('One\ntwo\u2028three')).toEqual(['One', 'two', 'three']);
    expect(plain('One\ntwo\n')).toEqual(['One', 'two']);
    expect(plain('\nOne\ntwo\n')).toEqual(['One', 'two']);
    expect(plain(' \n ')).toEqual([]);
  });

  it('of wires begin with an indented line where others go on at the margin', () => {
    expect(unwrapped('   One\ntwo\nthree\n   Four\nfive')).toEqual(['   One two three', '   Four five']);
    expect(unwrapped('   One\ntwo\n   Three')).toEqual(['   One\ntwo\n   Three']);
    expect(unwrapped('One\ntwo\nthree')).toEqual(['One\ntwo\nthree']);
    expect(unwrapped('   One\n   two\n   three\n   four\n   five\n   six\nseven\neight')).toHaveLength(1);
    expect(unwrapped('One\ntwo\nthree\n \n  Four')).toEqual(['One two three', '  Four']);
  });
});

describe('a tree of mark-up', () => {
  const tree = markupTree('<n:Item ID="1"><A>x<b/> y</A><c><A>z</A></c></n:Item>', 'xml');

  it('has names without prefixes, in lower case', () => {
    const item = first(tree, 'item');
    expect(item?.attributes).toEqual({ id: '1' });
    expect(all(tree, 'a').map(textOf)).toEqual(['x y', 'z']);
    expect(children(item, 'a').map(textOf)).toEqual(['x y']);
    expect([first(tree, 'b', 'c')?.name, first(tree, 'none'), first(undefined, 'a')]).toEqual([
      'b',
      undefined,
      undefined,
    ]);
    expect([textOf(undefined), children(undefined, 'a')]).toEqual(['', []]);
  });

  it('has the namespaces of its names: the nearest that is declared, and none where none is', () => {
    const xml =
      '<a xmlns="urn:1" xmlns:M="urn:2"><b/><m:b/><o:b/><c xmlns="urn:3" xmlns:m="urn:4"><b/><m:b/></c><d xmlns=""><b/></d></a>';
    const names = all(markupTree(xml, 'xml'), 'b').map(({ prefix, space }) => `${prefix} ${space}`);
    expect(names).toEqual([' urn:1', 'm urn:2', 'o ', ' urn:3', 'm urn:4', ' ']);
  });
});
