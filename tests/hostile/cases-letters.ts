/** Data: mails and PDFs that mean harm, are broken, or hold no text. */
import zlib from 'node:zlib';
import { aPdf } from '../unit/intake-formats/a-pdf.ts';
import { latin, SENTENCE, STORY, utf8 } from './bytes.ts';
import type { HostileCase } from './hostile-case.ts';

const fields = (type: string): string =>
  `Received: x\r\nFrom: ida@mail.example\r\nSubject: Pier opens\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;

/** A PDF whose page is what is given, packed as it says. */
const packedPdf = (content: Uint8Array, filter: string): Buffer => {
  const stream = `<< /Filter ${filter} /Length ${content.length} >>\nstream\n${latinText(content)}\nendstream`;
  const empty = aPdf([[]]).toString('latin1');
  return latin(
    empty.replace(/<< \/Length \d+ >>\nstream\n\nendstream/, () => stream).replace(/startxref\n\d+/, 'startxref\n7'),
  );
};
const latinText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const PDFS: readonly HostileCase[] = [
  {
    name: 'a PDF whose page unpacks to 200 MB',
    bytes: () => packedPdf(zlib.deflateSync(Buffer.alloc(200 << 20)), '/FlateDecode'),
    outcome: 'document.inflates-too-large',
  },
  {
    name: 'a PDF whose page is packed twice, to 200 MB',
    bytes: () => packedPdf(zlib.deflateSync(zlib.deflateSync(Buffer.alloc(200 << 20))), '[/FlateDecode /Fl]'),
    outcome: 'document.inflates-too-large',
  },
  {
    name: 'a PDF whose pages are each other’s',
    bytes: () => latin(aPdf([[]]).toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]')),
    outcome: 'document.damaged',
  },
  {
    name: 'a PDF of 10,000 pages',
    bytes: () => aPdf(Array.from({ length: 10_000 }, () => [{ text: 'Page' }])),
    outcome: 'page.too-many-elements',
  },
];

export const MAILS: readonly HostileCase[] = [
  {
    name: 'a mail of 400,000 fields',
    bytes: () => utf8(`${fields('text/plain')}${'X-A: b\r\n'.repeat(400_000)}\r\n${SENTENCE}`),
    outcome: 'document.too-large',
  },
  {
    name: 'a mail whose parts hold parts, 100,000 deep',
    bytes: () =>
      utf8(
        fields('multipart/mixed; boundary=b') +
          '\r\n--b\r\nContent-Type: multipart/mixed; boundary=b\r\n'.repeat(100_000),
      ),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a mail of 2 million boundaries',
    bytes: () => utf8(`${fields('multipart/mixed; boundary=b')}\r\n${'--b\r\n'.repeat(2_000_000)}`),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a mail of 14 MB of equals signs',
    bytes: () =>
      utf8(
        `${fields('text/plain')}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=\r\n'.repeat(4_500_000)}${SENTENCE}`,
      ),
    outcome: 'read',
  },
  {
    name: 'a mail with a field of 200 KB of semicolons',
    bytes: () => utf8(`${fields(`text/html; ${';="'.repeat(65_000)}`)}\r\n${STORY}`),
    outcome: 'read',
  },
];
