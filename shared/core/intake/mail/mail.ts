/**
 * A mail, or a web page that was saved as one (MHTML), in; its text and what stands beside it out; null for what is no mail. Promise: found
 * in the bytes; the page comes before the plain text; attachments are named and not read. Throws `Rejection` for one without a text.
 */
import type { Beside } from '../../document.ts';
import { Rejection } from '../../rejection.ts';
import { parseWebUrl } from '../../url.ts';
import { type Decoded, decodeText } from '../charset.ts';
import { isUnique } from '../formats/guid.ts';
import { latin } from '../zip.ts';
import { unflowed } from './flowed.ts';
import { looksLikeMail, type MailHints } from './mail-head.ts';
import { type Part, readMail } from './part.ts';
import { dateOf, fieldsOfMail, instantOfMail } from './sender.ts';
import { attachmentsOf, isHtml, rootOf, textsOf, visibleLength } from './texts.ts';
import { unpackPart } from './transfer.ts';

export interface Mail {
  readonly decoded: Decoded;
  /** Of the text, as its part states it. */
  readonly contentType: string;
  readonly mediaType: 'message/rfc822' | 'multipart/related';
  readonly beside: Beside;
}

/** Enough to see the first fields. */
const HEAD_BYTES = 16_384;

export function openMail(bytes: Uint8Array, hints: MailHints): Mail | null {
  const from = behindMark(bytes);
  if (!looksLikeMail(latin(bytes.subarray(from, from + HEAD_BYTES)), hints)) return null;
  const mail = readMail(bytes.subarray(from));
  refuseLocked(mail);
  const texts = textsOf(mail, shownLength);
  const [first] = texts;
  if (first === undefined) throw noText(mail);
  const decoded = joined(texts.map(decodedPart));
  const page = savedPage(mail);
  return {
    decoded,
    contentType: first.type.value,
    mediaType: page === null ? 'message/rfc822' : 'multipart/related',
    beside: page ?? letter(mail),
  };
}

/** One that cannot be read shows nothing; whoever reads it says why. */
function shownLength(part: Part): number {
  try {
    const { text } = decodedPart(part);
    return isHtml(part) ? visibleLength(text) : text.length;
  } catch (error) {
    if (error instanceof Rejection) return 0;
    throw error;
  }
}

/** More than this before the header is no mail that a program wrote. */
const BLANK_BYTES = 1_024;
const BLANKS: ReadonlySet<number | undefined> = new Set([0x0d, 0x0a, 0x20, 0x09]);

/** Some editors put a mark of UTF-8 before the header, and some programs an empty line, or one of blanks. */
function behindMark(bytes: Uint8Array): number {
  let at = latin(bytes.subarray(0, 3)) === '\xef\xbb\xbf' ? 3 : 0;
  while (at < BLANK_BYTES && BLANKS.has(bytes[at])) at += 1;
  return at;
}

const LOCKED = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/;

function refuseLocked({ type }: Part): void {
  const isSigned = type.parameters.get('smime-type') === 'signed-data';
  if (!LOCKED.test(type.value)) return;
  throw isSigned
    ? new Rejection(
        'document.unsupported-format',
        'The text of this mail lies inside of its signature (S/MIME): save it without it.',
      )
    : new Rejection('document.encrypted', 'This mail is encrypted: upload it without its lock.');
}

function noText(mail: Part): Rejection {
  const count = attachmentsOf(mail).length;
  const message =
    count === 0
      ? 'This mail has no text: neither a page nor plain text.'
      : 'This mail has no text of its own, only attachments: upload those by themselves.';
  return new Rejection('article.no-text', message);
}

function decodedPart(part: Part): Decoded {
  const { fields, body, type, isCut } = part;
  const decoded = decodeText(
    unpackPart(body, fields.get('content-transfer-encoding') ?? ''),
    fields.get('content-type') ?? null,
  );
  if (isCut && !(isHtml(part) && /<\/(?:html|body)>/i.test(decoded.text.slice(-200)))) {
    throw new Rejection('document.truncated', 'The mail ends in the middle of its text: upload the whole of it.');
  }
  const isFlowed = type.parameters.get('format')?.toLowerCase() === 'flowed';
  const dropsBlank = type.parameters.get('delsp')?.toLowerCase() === 'yes';
  return isFlowed && type.value === 'text/plain'
    ? { ...decoded, text: unflowed(decoded.text, { dropsBlank }) }
    : decoded;
}

/** Programs cut a text into several parts around its pictures. */
function joined(texts: readonly Decoded[]): Decoded {
  const [first = { text: '', charset: 'utf-8', basis: 'fallback' as const }] = texts;
  return { ...first, text: texts.map(({ text }) => text).join('\n\n') };
}

function letter(mail: Part): Beside {
  const id = /<([^<>\s]{1,500})>/.exec(mail.fields.get('message-id') ?? '')?.[1];
  return {
    fields: fieldsOfMail(mail.fields),
    hints: id === undefined || !isUnique(id) ? {} : { guid: id },
    attachments: attachmentsOf(mail),
  };
}

/** Null for what somebody sent. Its date is that of the capture, its subject the title of the window. */
function savedPage(mail: Part): Beside | null {
  const { fields } = mail;
  if (['to', 'received', 'delivered-to', 'return-path'].some((name) => fields.has(name))) return null;
  const root = mail.type.value === 'multipart/related' ? rootOf(mail) : mail;
  const places = [
    fields.get('snapshot-content-location'),
    root?.fields.get('content-location'),
    fields.get('content-location'),
  ];
  const url = places.find((place) => place !== undefined && parseWebUrl(place) !== null);
  const isSaved = url !== undefined || /^"?<?Saved by /i.test(fields.get('from') ?? '');
  if (!isSaved) return null;
  const capturedAt = instantOfMail(dateOf(fields));
  const hints = { ...(url === undefined ? {} : { url }), ...(capturedAt === null ? {} : { capturedAt }) };
  return { fields: [], hints, attachments: [] };
}
