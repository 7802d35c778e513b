/** The beginning of a text in; whether it is the header of a mail out. Found by the look; names and types only lower what is asked of it. */

const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,60}):/;
/** The first line of an mbox file, with its asctime date: a headline may begin with "From", too. */
const MAILBOX = /^From \S{1,200} {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d/;
/** What only a mail program writes. */
const MARKS: ReadonlySet<string> = new Set(['received', 'return-path', 'mime-version', 'message-id', 'delivered-to']);
/** What a person might write above a text as well. */
const PLAIN_MARKS: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'date']);
const FIELDS = 3;
/** With a type or a name that says so. */
const HINTED_FIELDS = 2;
const HEAD_CHARS = 16_384;

export interface MailHints {
  readonly contentType: string | null;
  readonly name: string;
}

/** Saved web pages (MHTML) begin as mails do. */
export function looksLikeMail(head: string, { contentType, name }: MailHints): boolean {
  const names = fieldNames(head);
  if (names.length >= FIELDS && names.some((field) => MARKS.has(field))) return true;
  const isSaid =
    /^message\/rfc822|^multipart\/related/i.test(contentType ?? '') || /\.(?:eml|mht|mhtml)$/i.test(name.slice(-40));
  return isSaid && names.length >= HINTED_FIELDS && names.some((field) => PLAIN_MARKS.has(field));
}

export function isMailbox(head: string): boolean {
  return MAILBOX.test(head);
}

/** Of the lines from the first on that are fields, or go on with one. */
function fieldNames(head: string): readonly string[] {
  const names: string[] = [];
  for (const line of head.slice(0, HEAD_CHARS).split('\n')) {
    const name = FIELD.exec(line.slice(0, 300))?.[1];
    if (name === undefined && !(names.length > 0 && /^[ \t]+\S/.test(line))) break;
    if (name !== undefined) names.push(name.toLowerCase());
  }
  return names;
}
