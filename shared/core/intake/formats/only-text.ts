/** The one text of a document. Promise: of several none is chosen: that is refused, and says why. */
import { Rejection } from '../../rejection.ts';
import { cutOff } from './cut-off.ts';
import type { Node } from './markup-tree.ts';

/** `isCut`: the document ends before it is closed. */
export function onlyText(items: readonly Node[], format: string, isCut: boolean): Node {
  const [item, second] = items;
  if (item !== undefined && second === undefined) return item;
  if (item === undefined && isCut) throw cutOff(`This is ${format} that`, 'before its text');
  const found = item === undefined ? 'no item with text' : `${items.length} items with text`;
  throw new Rejection(
    'document.unsupported-format',
    `This is ${format} with ${found}: only one with a single text can be read here. Upload it to a store, which takes it apart, or each item as a file of its own.`,
  );
}
