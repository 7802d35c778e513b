/**
 * A message of an agency with several texts in, its items out. Promise: one with a single text is a document, not a container; pictures and
 * other items without a text are no members.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Decoded } from '../charset.ts';
import { cutOff, isCutOff } from '../formats/cut-off.ts';
import { all, markupTree, type Node } from '../formats/markup-tree.ts';
import { newsMl1Item, newsMl1Texts } from '../formats/newsml-1.ts';
import { newsMlItem, newsMlTexts } from '../formats/newsml-g2.ts';
import { statedDocument } from '../stated-document.ts';
import { type Member, type Members, unreadable } from './member.ts';

/** Root elements of messages that may hold several items. */
export const NEWS_ROOTS: ReadonlySet<string> = new Set(['newsmessage', 'newsml']);

export function newsMembers(decoded: Decoded, rootElement: string): Members | null {
  if (decoded.text.length > LIMITS.feedChars) throw tooLong();
  const root = markupTree(decoded.text, 'xml');
  const isOld = rootElement === 'newsml';
  const read = isOld ? newsMl1Item : newsMlItem;
  const items = (isOld ? newsMl1Texts(root) : newsMlTexts(root)).filter((item) => isTold(item, read));
  // One that is cut off in its first item is a document that is cut off.
  const rest = isCutOff(root) && items.some((item) => item.isOpen !== true) ? [restOf(root, items, read)] : [];
  if (items.length + rest.length < 2) return null;
  const members = items.map((item, at) => memberOf(item, at, read, decoded));
  return { format: 'a message in NewsML', members: [...members, ...rest] };
}

/** Not where the message ends in it: nobody knows what is missing. A cancellation says enough, once it says of what. */
function isTold(item: Node, read: typeof newsMlItem): boolean {
  if (item.isOpen !== true) return true;
  const { handling, paragraphs } = read(item);
  return handling.status === 'canceled' && paragraphs.length > 0;
}

function memberOf(item: Node, at: number, read: typeof newsMlItem, decoded: Decoded): Member {
  const stated = { ...read(item), isCut: item.isOpen === true };
  return { name: stated.hints.guid ?? `/${at}`, hints: stated.hints, open: () => statedDocument(stated, decoded, 0) };
}

/** Where a message is cut off, by the name of the item that is not whole. */
function restOf(root: Node, told: readonly Node[], read: typeof newsMlItem): Member {
  const item = all(root, 'newsitem').find((each) => each.isOpen === true && !told.includes(each));
  const hints = item === undefined ? {} : read(item).hints;
  const where = item === undefined ? 'behind the items before this one' : 'in the middle of this item';
  return { ...unreadable(hints.guid ?? `/${told.length}`, cutOff('The message', where)), hints };
}

function tooLong(): Rejection {
  const most = LIMITS.feedChars / 1024 / 1024;
  return new Rejection(
    'document.too-large',
    `The message has more than ${most} million characters: upload it in parts.`,
  );
}
