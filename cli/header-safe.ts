/** Text for an HTTP header, which carries ASCII only. */

/** `Die Zeit` //=> as it is; `Süddeutsche` //=> `=?UTF-8?B?U8O8ZGRldXRzY2hl?=`, the spelling that S3 itself answers with (RFC 2047). */
export function headerSafe(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}
