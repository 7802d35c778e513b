/** The body as HTML of our own making. In: body parts. Out: p, h2, blockquote, ul and li, and text. Promise: no markup of the page. */
import type { BodyPart } from '../record.ts';
import { escapeMarkup } from './escape-markup.ts';
import { safeText } from './safe-text.ts';

export function htmlBody(body: readonly BodyPart[]): string {
  return body
    .map((part, at) => partHtml(part, body[at - 1]?.role === 'list', body[at + 1]?.role === 'list'))
    .join('\n');
}

function partHtml({ text, role }: BodyPart, isAfterList: boolean, isBeforeList: boolean): string {
  const inner = escapeMarkup(safeText(text));
  if (role === 'quote') return `<blockquote><p>${inner}</p></blockquote>`;
  if (role !== 'list') return `<${role}>${inner}</${role}>`;
  return `${isAfterList ? '' : '<ul>'}<li>${inner}</li>${isBeforeList ? '' : '</ul>'}`;
}
