/** A tree of XML in; whether its end is there, and what is said where it is not. */
import { Rejection } from '../../rejection.ts';
import type { Node } from './markup-tree.ts';

/** No element closes the document. */
export function isCutOff(root: Node): boolean {
  return root.children.some((child) => typeof child !== 'string' && child.isOpen === true);
}

/** `what` ends too early: `This NITF document`. `where`: `before its text`. */
export function cutOff(what: string, where: string): Rejection {
  return new Rejection('document.truncated', `${what} ends ${where}: upload the whole file.`);
}
