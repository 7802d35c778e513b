/**
 * A message of an agency with several texts in, its items out. Promise: one with a single text is a document, not a container; pictures and
 * other items without a text are no members.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Decoded } from '../charset.ts';
import { markupTree, type Node } from '../formats/markup-tree.ts';
import { newsMl1Item, newsMl1Texts } from '../formats/newsml-1.ts';
import { newsMlItem, newsMlTexts } from '../formats/newsml-g2.ts';
import { statedDocument } from '../stated-document.ts';
import type { Member, Members } from './member.ts';

/** Root elements of messages that may hold several items. */
export const NEWS_ROOTS: ReadonlySet<string> = new Set(['newsmessage', 'newsml']);

export function newsMembers(decoded: Decoded, rootElement: string): Members | null {
  if (decoded.text.length > LIMITS.feedChars) throw tooLong();
  const root = markupTree(decoded.text, 'xml');
  const isOld = rootElement === 'newsml';
  const items = isOld ? newsMl1Texts(root) : newsMlTexts(root);
  if (items.length < 2) return null;
  const read = isOld ? newsMl1Item : newsMlItem;
  return { format: 'a message in NewsML', members: items.map((item, at) => memberOf(item, at, read, decoded)) };
}

function memberOf(item: Node, at: number, read: typeof newsMlItem, decoded: Decoded): Member {
  const stated = read(item);
  return { name: stated.hints.guid ?? `/${at}`, hints: stated.hints, open: () => statedDocument(stated, decoded, 0) };
}

function tooLong(): Rejection {
  const most = LIMITS.feedChars / 1024 / 1024;
  return new Rejection(
    'document.too-large',
    `The message has more than ${most} million characters: upload it in parts.`,
  );
}
