/** Builders of mails and saved pages: fields and parts in, bytes out. Fictional, our own words. */
import { HEADLINE, PAGE, PARAGRAPHS } from './one-article.ts';

export const ADDRESS = 'https://halden-courier.example/news/ferry-returns';
export const DATE = 'Mon, 03 Mar 2025 12:00:00 +0000';

/** The same article with its byline, as a newsletter or a page shows it. */
export const SIGNED_PAGE = PAGE.replace('</h1>', '</h1><p class="byline">By Anna Lee</p>');
export const SIGNED_TEXT = [HEADLINE, 'By Anna Lee', ...PARAGRAPHS].join('\n\n');

export const SENDER: Readonly<Record<string, string>> = {
  Received: 'from mx.halden-courier.example by mail.example; Mon, 03 Mar 2025 12:00:02 +0000',
  From: '"Halden Courier" <news@halden-courier.example>',
  To: 'reader@mail.example',
  Subject: HEADLINE,
  Date: DATE,
  'Message-ID': '<4711@halden-courier.example>',
  'List-Unsubscribe': '<mailto:leave@halden-courier.example>',
  'MIME-Version': '1.0',
};

const lines = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

export function aPart(fields: Readonly<Record<string, string>>, body: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${lines(fields)}\r\n`), Buffer.from(body)]);
}

export function aLetter(
  type: string,
  body: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Buffer {
  return aPart({ ...SENDER, 'Content-Type': type, ...fields }, body);
}

/** Parts between boundaries, as the body of whatever holds them. */
export function between(boundary: string, parts: readonly Uint8Array[]): Buffer {
  const each = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([
    Buffer.from('For programs that know no parts.\r\n'),
    ...each,
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** Each byte that is not plain, written out; long lines folded, as mail programs do. */
export function quoted(text: string): string {
  const coded = [...Buffer.from(text)].map((byte) =>
    byte === 0x3d || byte > 0x7e || (byte < 0x20 && byte !== 0x0a)
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  let column = 0;
  return coded
    .map((piece) => {
      const folds = piece !== '\n' && column + piece.length > 74;
      column = piece === '\n' ? 0 : (folds ? 0 : column) + piece.length;
      return piece === '\n' ? '\r\n' : `${folds ? '=\r\n' : ''}${piece}`;
    })
    .join('');
}

export const base64 = (content: string | Uint8Array) =>
  (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

const html = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Transfer-Encoding': 'quoted-printable' };
const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'base64' };
const picture = { 'Content-Type': 'image/png', 'Content-ID': '<logo>', 'Content-Transfer-Encoding': 'base64' };

/** As `format=flowed` sends it: a blank before each line end inside of a paragraph. */
export const flowing = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/(.{30,60} )(?=\S)/g, '$1\r\n'))
    .join('\r\n');

export const alternative = between('alt', [
  aPart(plain, base64('A shorter form, for programs that show no pages.')),
  aPart(html, quoted(SIGNED_PAGE)),
]);

export const MHTML = aPart(
  {
    ...{
      From: '<Saved by Blink>',
      'Snapshot-Content-Location': ADDRESS,
      Subject: HEADLINE,
      Date: 'Tue, 4 Mar 2025 08:00:00 -0000',
    },
    ...{
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x"',
    },
  },
  between('----MultipartBoundary--x', [
    aPart({ ...html, 'Content-ID': '<frame-1@mhtml.blink>', 'Content-Location': ADDRESS }, quoted(SIGNED_PAGE)),
    aPart(
      { ...html, 'Content-ID': '<frame-2@mhtml.blink>', 'Content-Location': 'cid:css' },
      quoted('<p>An advertisement in a frame.</p>'),
    ),
    aPart({ ...picture, 'Content-Location': 'https://halden-courier.example/logo.png' }, base64('logo')),
  ]),
);

/** One article in every kind of mail. */
export const LETTERS: readonly (readonly [string, Uint8Array])[] = [
  [
    'a mail with a page in base64',
    aLetter('text/html; charset=utf-8', base64(SIGNED_PAGE), { 'Content-Transfer-Encoding': 'base64' }),
  ],
  [
    'a mail with plain text',
    aLetter('text/plain; charset=utf-8', SIGNED_TEXT, { 'Content-Transfer-Encoding': '8bit' }),
  ],
  ['a mail with flowed text', aLetter('text/plain; charset=utf-8; format=flowed', flowing(SIGNED_TEXT))],
  ['a mail with both forms', aLetter('multipart/alternative; boundary=alt', alternative)],
  [
    'a mail with both forms, pictures, an attachment and the line of a list',
    aLetter(
      'multipart/mixed; boundary="mixed"',
      between('mixed', [
        aPart(
          { 'Content-Type': 'multipart/related; boundary=related' },
          between('related', [
            aPart({ 'Content-Type': 'multipart/alternative; boundary=alt' }, alternative),
            aPart(picture, base64('logo')),
          ]),
        ),
        aPart({ 'Content-Type': 'application/pdf; name="minutes.pdf"', 'Content-Disposition': 'attachment' }, 'x'),
        aPart(plain, base64('You get this mail as a reader of the list.')),
      ]),
    ),
  ],
  ['a saved page (MHTML)', MHTML],
];
