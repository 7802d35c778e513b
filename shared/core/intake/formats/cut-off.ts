/** A tree of XML in; whether its end is there, and what is said where it is not. */
import { Rejection } from '../../rejection.ts';
import type { Node } from './markup-tree.ts';

/** Nothing closes the document, or not even its first tag is whole. */
export function isCutOff(root: Node): boolean {
  const element = root.children.find((child) => typeof child !== 'string');
  return element === undefined || element.isOpen === true;
}

/** `what` ends too early: `This NITF document`. `where`: `before its text`. */
export function cutOff(what: string, where: string): Rejection {
  return new Rejection('document.truncated', `${what} ends ${where}: upload the whole file.`);
}
