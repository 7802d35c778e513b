/** What a mail is made of, piece by piece: headers, parameters, flowed lines, packed parts, and what its sender says. */
import { describe, expect, it } from 'vitest';
import { unflowed } from '../../../shared/core/intake/mail/flowed.ts';
import { parametered, readHeader } from '../../../shared/core/intake/mail/header.ts';
import { isMailbox, looksLikeMail } from '../../../shared/core/intake/mail/mail-head.ts';
import { bareSubject, dateOf, fieldsOfMail, instantOfMail } from '../../../shared/core/intake/mail/sender.ts';
import { unpackPart } from '../../../shared/core/intake/mail/transfer.ts';
import { LIMITS } from '../../../shared/core/limits.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a header', () => {
  const fields = (text: string) => Object.fromEntries(readHeader(bytes(text)).fields);

  it('ends at the first empty line, and has folded lines put together', () => {
    const text = 'Subject: One\r\n two\r\n\tthree\r\nFrom : a@b\r\nX\r\nsubject: other\r\n\r\nTo: body';
    expect(fields(text)).toEqual({ subject: 'One two three', from: 'a@b' });
    expect(readHeader(bytes(text)).end).toBe(text.indexOf('To: body'));
    expect(readHeader(bytes('A: b\n\nrest')).end).toBe(6);
    expect(readHeader(bytes('\nrest')).end).toBe(1);
    expect(readHeader(bytes('A: b')).end).toBe(4);
    expect(fields('A: b\nX\n c\n\n')).toEqual({ a: 'b' });
    expect(fields(' before: x\nA: b')).toEqual({ a: 'b' });
  });

  it('that no mail has is refused', () => {
    const lines = `X: ${'y'.repeat(1_000)}\n`.repeat(LIMITS.mailHeaderBytes / 1_000 + 2);
    expect(() => readHeader(bytes(lines))).toThrow(
      `A header of this mail has more than ${LIMITS.mailHeaderBytes / 1024} KiB; no mail program writes so much.`,
    );
  });

  it.each([
    ['Text/Plain; Charset=UTF-8', 'text/plain', { charset: 'UTF-8' }],
    ['a/b; name="x;\\"y\\"" ; name=z; = q; flag', 'a/b', { name: 'x;"y"' }],
    ['a/b; c="open', 'a/b', { c: 'open' }],
    ['', '', {}],
  ])('field %j has a value and parameters', (field, value, parameters) => {
    const read = parametered(field);
    expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters]);
  });

  it('field has fifty parameters at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => `p${at}=x`).join(';');
    expect(parametered(`a;${many}`).parameters.size).toBe(50);
  });
});

describe('a text that looks like a mail', () => {
  const none = { contentType: null, name: '' };
  it.each([
    ['three fields, one of a mail program', 'Received: x\nFrom: a\nTo: b\n\n', none, true],
    ['a field that goes on', 'Received: x\n  more\nFrom: a\nTo: b\n', none, true],
    ['two fields', 'Received: x\nFrom: a\n\nTo: b', none, false],
    ['three fields that a person might write', 'From: a\nTo: b\nSubject: c\n', none, false],
    ['two of them with a type', 'From: a\nTo: b\n', { contentType: 'message/rfc822', name: '' }, true],
    ['two of them with a name', 'From: a\nXx: b\n', { contentType: null, name: 'a.EML' }, true],
    ['a saved page', 'From: a\nX-b: b\n', { contentType: null, name: 'page.mhtml' }, true],
    ['one with a name', 'From: a\n\n', { contentType: null, name: 'a.eml' }, false],
    ['fields of nobody with a name', 'Aa: b\nCc: d\n', { contentType: null, name: 'a.eml' }, false],
    ['a line of text first', 'Hello\nReceived: x\nFrom: a\nTo: b\n', none, false],
    ['a line that goes on first', '  x\nReceived: x\nFrom: a\nTo: b\n', none, false],
  ])('%s: %#', (_, head, hints, is) => {
    expect(looksLikeMail(head, hints)).toBe(is);
  });

  it('is a mailbox by its first line', () => {
    expect(isMailbox('From a@b.example Mon Mar  3 12:00:00 2025')).toBe(true);
    for (const head of ['From Berlin to Lagos', 'From a@b Mon March 3', 'x\nFrom a@b.example Mon Mar  3 12:00:00 2025'])
      expect([head, isMailbox(head)]).toEqual([head, false]);
  });
});

describe('flowed text', () => {
  it.each([
    ['One \ntwo\nthree', 'One two\nthree'],
    ['> One \n> two\nthree', '> One two\nthree'],
    ['> One \n>> two', '> One \n>> two'],
    [' One \n  two', 'One  two'],
    ['One \r\n-- \r\nAda', 'One \n-- \nAda'],
    ['open ', 'open '],
    ['', ''],
  ])('%j is put together', (text, whole) => {
    expect(unflowed(text, { dropsBlank: false })).toBe(whole);
  });

  it('loses its blanks where its script has none', () => {
    expect(unflowed('東京 \nで', { dropsBlank: true })).toBe('東京で');
  });
});

describe('a packed part', () => {
  const unpacked = (text: string, encoding: string) =>
    Buffer.from(unpackPart(bytes(text), encoding)).toString('latin1');
  it.each([
    ['=E4=c3', 'Quoted-Printable', '\xe4\xc3'],
    ['a=\r\nb= \t\nc=\nd', 'quoted-printable', 'abcd'],
    ['a=b =g1 =1', 'quoted-printable', 'a=b =g1 =1'],
    ['a=', 'quoted-printable', 'a='],
    [`a=${' '.repeat(20)}\nb`, 'quoted-printable', 'ab'],
    [`a=${' '.repeat(21)}\nb`, 'quoted-printable', `a=${' '.repeat(21)}\nb`],
    ['aGFy\r\nYm91cg==', ' BASE64 ', 'harbour'],
    ['as it is =E4', '8bit', 'as it is =E4'],
    ['as it is', '', 'as it is'],
  ])('%j, sent as %s', (text, encoding, expected) => {
    expect(unpacked(text, encoding)).toBe(expected);
  });

  it('in a way that nobody uses is refused', () => {
    expect(() => unpacked('x', 'x-uuencode')).toThrow('packed in a way that is not base64 or quoted-printable');
  });
});

describe('what a sender says', () => {
  const said = (fields: Readonly<Record<string, string>>) =>
    fieldsOfMail(new Map(Object.entries(fields))).map(({ field, value, where }) => `${field}=${value} (${where})`);

  it('is of an outlet only when it was sent to many', () => {
    const mail = {
      subject: 'Fwd: Ferry   returns',
      date: 'Mon, 3 Mar 2025 12:00:00 +0000 (UTC)',
      from: '"Halden Courier" <n@a.example>',
    };
    const [headline, published] = [
      'headline=Ferry returns (mail Subject)',
      'published=Mon, 3 Mar 2025 12:00:00 +0000 (mail Date)',
    ];
    expect(said(mail)).toEqual([headline, published]);
    const from = 'publisher=Halden Courier (mail From)';
    expect(said({ ...mail, 'list-id': 'The "List" <l.a.example> x' })).toEqual([
      headline,
      published,
      'publisher=The List (mail List-Id)',
      from,
    ]);
    for (const [name, value] of [
      ['list-unsubscribe', 'x'],
      ['precedence', 'Bulk'],
      ['precedence', 'list'],
    ] as const)
      expect(said({ ...mail, [name]: value })).toEqual([headline, published, from]);
    expect(said({ ...mail, precedence: 'bulky' })).toEqual([headline, published]);
    expect(said({ from: 'n@a.example', precedence: 'bulk', 'content-language': 'de, en' })).toEqual([
      'language=de (mail Content-Language)',
    ]);
    expect(said({})).toEqual([]);
  });

  it.each([
    ['Re: AW: [Halden] Ferry', 'Ferry'],
    ['fw : Ferry', 'Ferry'],
    ['Report: Ferry', 'Report: Ferry'],
    ['[Only]', '[Only]'],
    ['Re: Re: Re: Re: Re: Re: six', 'Re: six'],
  ])('as a subject %j is %j', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });

  it.each([
    ['Mon, 3 Mar 2025 12:00:00 +0100', '2025-03-03T11:00:00.000Z'],
    ['3 Mar 2025 12:00 GMT', '2025-03-03T12:00:00.000Z'],
    ['03 Mar 2025 12:00:00 UT', '2025-03-03T12:00:00.000Z'],
    ['3 Mar 2025 12:00:00', null],
    ['3 Mar 2025 12:00:00 EST', null],
    ['3 Xxx 2025 12:00:00 +0000', null],
    ['2025-03-03T12:00:00Z', null],
  ])('as a date %s is the instant %s', (date, instant) => {
    expect(instantOfMail(date)).toBe(instant);
    expect(dateOf(new Map([['date', ` ${date} (CET)`]]))).toBe(date);
  });
});
