/** What an agency asks for is kept: embargo, cancellation, deck, caption, rights. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../shared/core/intake/open.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { isReleased } from '../../../shared/core/released.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { HEADLINE, NEWSML, NITF, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const read = (text: string): Promise<ArticleRecord> =>
  cleanBytes(Buffer.from(text), { path: 'a', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const ninjs = (more: object): string =>
  JSON.stringify({ uri: 'urn:x:1', headline: HEADLINE, body_text: 'The ferry came in at noon.', ...more });
const MORNING = '2025-03-04T06:00:00.000Z';

describe('embargo', () => {
  it.each([
    ['NewsML-G2', NEWSML.replace('<pubStatus', `<embargoed>2025-03-04T07:00:00+01:00</embargoed><pubStatus`)],
    ['NITF', NITF.replace('<date.issue', '<date.release norm="20250304T070000+0100"/><date.issue')],
    ['ninjs 1', ninjs({ pubstatus: 'usable', embargoed: '2025-03-04T06:00:00Z' })],
    ['ninjs 3', ninjs({ pubStatus: 'usable', embargoedUntil: '2025-03-04T06:00:00Z' })],
  ])('%s: held back until its instant, then not', async (_, text) => {
    const record = await read(text);
    expect(record.embargoedUntil).toBe(MORNING);
    expect(isReleased(record, '2025-03-04T05:59:59Z')).toBe(false);
    expect(isReleased(record, MORNING)).toBe(true);
  });

  it.each([
    ['without an end', NEWSML.replace('<pubStatus', '<embargoed/><pubStatus'), 'usable'],
    ['with an end that has no zone', ninjs({ pubstatus: 'usable', embargoed: 'tomorrow morning' }), 'withheld'],
    ['by its status alone', NITF.replace('"usable"', '"embargoed"'), 'withheld'],
  ])('%s: withheld only where one is asked for', async (_, text, status) => {
    expect(await read(text)).toMatchObject({ status, embargoedUntil: null });
  });
});

describe('an embargo by a clock whose zone is not stated', () => {
  it.each([
    ['a time', '20250304T070000', '2025-03-04T19:00:00.000Z'],
    ['a day', '2025-03-04', '2025-03-04T12:00:00.000Z'],
  ])('%s: ends when it has come everywhere', async (_, norm, until) => {
    const record = await read(NITF.replace('<date.issue', `<date.release norm="${norm}"/><date.issue`));
    expect(record).toMatchObject({ status: 'usable', embargoedUntil: until });
  });
});

describe('text as a wire machine has wrapped it', () => {
  const [one = '', two = ''] = PARAGRAPHS;
  const wrapped = (text: string): string => `    ${text.replace(/(.{30,60}) /g, '$1\n')}`;
  it('is parted where a line is indented, and its notes and byline stand in their fields', async () => {
    const lines = ['(Adds bell)', wrapped(one), '    By Anna Lee', wrapped(two)].join('\n').replaceAll('&', '&amp;');
    const text = NEWSML.replace(/<body>[\s\S]*<\/body>/, `<body><p>${lines}</p></body>`).replace(
      '<by>By Anna Lee</by>',
      '',
    );
    const record = await read(text);
    expect(record.body.map(({ text: own }) => own)).toEqual([one, two]);
    expect(record).toMatchObject({ byline: 'Anna Lee', advisory: { kind: 'update' } });
  });

  it('is left whole where only its mark-up was printed so', async () => {
    const pretty = one.split(' ').join('\n      ');
    const record = await read(NEWSML.replace(/<body>[\s\S]*<\/body>/, `<body><p>${pretty}</p></body>`));
    expect(record.body.map(({ text }) => text)).toEqual([one]);
  });
});

describe('who sent it', () => {
  it('an agency that names itself by its host is known', async () => {
    const sent = NEWSML.replace(
      '<provider><name>Halden Courier</name></provider>',
      '<provider literal="reuters.com"/>',
    );
    expect((await read(sent)).provider).toMatchObject({ code: 'REUTERS' });
  });

  it('a title behind the name is no part of the byline', async () => {
    const titled = NITF.replace('</person>', '</person><byttl>Halden Courier</byttl>');
    expect(await read(titled)).toMatchObject({ byline: 'Anna Lee', authors: [{ name: 'Anna Lee' }] });
  });

  it('a newsroom system may name the item by guid instead of uri', async () => {
    const item = {
      guid: 'urn:desk:1',
      versioncreated: '2025-03-04T06:00:00Z',
      headline: HEADLINE,
      body_html: '<p>The ferry came.</p>',
    };
    expect(await read(JSON.stringify(item))).toMatchObject({ headline: HEADLINE, identity: { kind: 'guid' } });
  });
});

describe('status', () => {
  it.each([
    ['stat:usable', 'usable'],
    ['stat:withheld', 'withheld'],
    ['stat:canceled', 'canceled'],
    ['something new', 'usable'],
  ])('NewsML-G2 %s is %s', async (qcode, status) => {
    expect((await read(NEWSML.replace('stat:usable', qcode))).status).toBe(status);
  });

  it('a cancellation without its text is still a record, any other item without text is none', async () => {
    const killed = NEWSML.replace('stat:usable', 'stat:canceled').replace(/<contentSet>[\s\S]*<\/contentSet>/, '');
    expect(await read(killed)).toMatchObject({ status: 'canceled', headline: HEADLINE, body: [] });
    expect(await read(ninjs({ pubstatus: 'canceled', body_text: '' }))).toMatchObject({ status: 'canceled' });
    await expect(read(ninjs({ pubstatus: 'usable', body_text: '' }))).rejects.toMatchObject({
      code: 'article.no-text',
    });
  });
});

describe('a body under a name of its sender', () => {
  it.each([
    ['body_main', 'The ferry came in at noon.\\n\\nIt left at one.'],
    ['body_desk_xhtml', '<p>The ferry came in at noon.</p><p>It left at one.</p>'],
  ])('ninjs 1 %s is read, with the headline beside it', async (name, body) => {
    const item = `{"uri":"urn:x:1","versioncreated":"2025-03-04T06:00:00Z","headline_main":"${HEADLINE}","${name}":"${body}"}`;
    const record = await read(item);
    expect(record.headline).toBe(HEADLINE);
    expect(record.body.map(({ text }) => text)).toEqual(['The ferry came in at noon.', 'It left at one.']);
  });
});

describe('the parts of an item', () => {
  it('deck, caption, rights and keywords stand in their fields, not in the text', async () => {
    const text = NITF.replace('</hedline>', '<hl2>Crowds on the quay as the old bell rings</hl2></hedline>');
    const record = await read(text);
    expect(record).toMatchObject({
      deck: 'Crowds on the quay as the old bell rings',
      bylineRaw: 'By Anna Lee',
      keywords: ['ferries'],
      rights: { holder: 'Halden Courier' },
      publisher: { name: 'Halden Courier' },
      language: 'en',
    });
    expect(record.media[0]?.caption).toBe('The quay at noon.');
  });

  it.each([
    ['NewsML-G2', NEWSML.replace('</rightsInfo>', '<usageTerms>Not for archives.</usageTerms></rightsInfo>')],
    ['NITF', NITF.replace('<key-list>', '<doc.rights>Not for archives.</doc.rights><key-list>')],
    ['ninjs', ninjs({ pubstatus: 'usable', copyrightholder: 'Halden Courier', usageterms: 'Not for archives.' })],
  ])('%s: usage terms are terms, not the notice', async (_, text) => {
    const { rights } = await read(text);
    expect(rights).toMatchObject({ holder: 'Halden Courier', terms: 'Not for archives.' });
    expect(rights.notice).not.toBe('Not for archives.');
  });

  it('headings, quotes and lists keep their roles', async () => {
    const body =
      '<h2>Tickets</h2><p>The ferry came in.</p><blockquote><p>At last.</p></blockquote><ul><li>Noon</li></ul>';
    const record = await read(ninjs({ pubstatus: 'usable', body_text: undefined, body_xhtml: body }));
    expect(record.body).toEqual([
      { text: 'Tickets', role: 'h2' },
      { text: 'The ferry came in.', role: 'p' },
      { text: 'At last.', role: 'quote' },
      { text: 'Noon', role: 'list' },
    ]);
  });

  it('plain text stays as it is: nothing in it runs, and no entity of a document type is resolved', async () => {
    const evil = NITF.replace(
      '<!DOCTYPE nitf SYSTEM',
      '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">] SYSTEM',
    ).replace('The ferry to Halden', '&x; The ferry <script>alert(1)</script>to Halden');
    const record = await read(evil);
    expect(record.body[0]?.text.startsWith('&x; The ferry to Halden')).toBe(true);
  });
});

describe('what is refused', () => {
  const code = (text: string): unknown => {
    try {
      openDocument(Buffer.from(text), { contentType: null, contentEncoding: null, name: 'a' });
    } catch (error) {
      return error;
    }
    return null;
  };

  it.each([
    [
      'several texts in one message',
      `<newsMessage>${NEWSML.slice(38)}${NEWSML.slice(38)}</newsMessage>`,
      'document.unsupported-format',
    ],
    ['an item without text', '<newsItem guid="a"></newsItem>', 'document.unsupported-format'],
    ['a NITF without text', '<nitf><body><body.head/></body></nitf>', 'article.no-text'],
    ['a NITF of depth 100,000', `<nitf>${'<block>'.repeat(100_000)}`, 'page.too-deep'],
    ['a body of depth 100,000 inside ninjs', ninjs({ body_xhtml: '<b>'.repeat(100_000) }), 'page.too-deep'],
    ['a million elements', `<nitf>${'<p/>'.repeat(100_000)}</nitf>`, 'page.too-many-elements'],
    ['a million lines', ninjs({ body_text: 'a\n\n'.repeat(100_000) }), 'page.too-many-elements'],
    ['a list of articles', `[${ninjs({})},${ninjs({})}]`, 'document.unsupported-format'],
    ['JSON of names that no tool uses', '{"kop": "The ferry", "tekst": "It came."}', 'document.unsupported-format'],
    ['JSON that is cut', ninjs({ body_text: 'a' }).slice(0, -2), 'document.unsupported-format'],
  ])('%s', (_, text, expected) => {
    expect(code(text)).toMatchObject({ code: expected });
  });
});
