/** Facts about the input that no retry can cure. Everything else that is thrown is retried by the queue. */

/** Stable codes: people list and count by them, so a code is never renamed. */
export const REJECTION_CODES = [
  'document.empty',
  'document.too-large',
  'document.unsupported-format',
  'document.encrypted',
  'document.truncated',
  'document.damaged',
  'document.inflates-too-large',
  'document.nested-too-deep',
  'document.binary',
  'container.too-many-members',
  'entry.pointer-only',
  'member.system-file',
  'page.too-deep',
  'page.too-many-elements',
  'page.tables-too-deep',
  'page.too-slow',
  'page.out-of-memory',
  'article.no-text',
  'article.other-language',
  'notification.malformed',
  'metadata.invalid',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Thrown by readers of input. `message` says in plain words what is wrong and what to do; it never quotes page content. */
export class Rejection extends Error {
  readonly code: RejectionCode;
  constructor(code: RejectionCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Rejection';
    this.code = code;
  }
}
