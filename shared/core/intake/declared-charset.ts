/** What a transport header or the page itself claims its charset to be: a WHATWG name in lower case, or null. Claims are not believed here. */

/** Where a page may declare itself: the standard says in the first 1,024 bytes, real pages are late. */
const DECLARATION_BYTES = 4_096;

/** Any label of the Encoding Standard (`latin1`, `x-sjis`) //=> its name (`windows-1252`, `shift_jis`). */
export function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const CLAIM = /\bcharset[ \t]{0,8}=[ \t]{0,8}["']?([a-z0-9][a-z0-9_:.-]{1,39})/i;
const XML_CLAIM = /^<\?xml[^>]{0,200}?\bencoding[ \t]{0,8}=[ \t]{0,8}["']([a-z0-9][a-z0-9_:.-]{1,39})/i;

/** `text/html; charset=Shift_JIS` //=> `shift_jis` */
export function charsetOfContentType(contentType: string | null): string | null {
  const label = CLAIM.exec((contentType ?? '').slice(0, 500))?.[1];
  return label === undefined ? null : encodingName(label);
}

/** `<meta charset>`, `<meta http-equiv content="…; charset=…">` or the XML declaration. */
export function charsetOfMarkup(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES)).trimStart();
  const xml = XML_CLAIM.exec(head)?.[1];
  if (xml !== undefined) return encodingName(xml);
  for (const tag of head.split(/<meta\b/i).slice(1)) {
    const label = CLAIM.exec(tag.slice(0, tag.indexOf('>') + 1).slice(0, 1_000))?.[1];
    const name = label === undefined ? null : encodingName(label);
    if (name !== null) return name;
  }
  return null;
}
