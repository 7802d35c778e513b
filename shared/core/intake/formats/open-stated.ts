/**
 * Decoded text in; what a format with named parts states out, or null when it is no such format. Throws `Rejection` for one that is
 * known and holds no text that can be read.
 */
import { isObject, type JsonObject } from '../../html/json.ts';
import { isBody } from '../../label.ts';
import { HEAD_CHARS, isJson, rootName } from '../markup.ts';
import { asJson, parsedRecord } from '../python-json.ts';
import { checkStated } from '../stated-document.ts';
import { cutOff, isCutOff } from './cut-off.ts';
import type { Mapping } from './mapping.ts';
import { markupTree, type Node } from './markup-tree.ts';
import { readNewsMl1 } from './newsml-1.ts';
import { readNewsMl } from './newsml-g2.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { readSchemaOrg } from './schema-org.ts';
import type { Stated } from './stated.ts';
import { enclosedArticle, readMapped, readToolJson } from './tool-json.ts';

const XML_READERS: ReadonlyMap<string, (root: Node) => Stated> = new Map([
  ['nitf', readNitf],
  ['newsitem', readNewsMl],
  ['newsmessage', readNewsMl],
  ['newsml', readNewsMl1],
]);

export function openStated(text: string, mapping: Mapping | null): Stated | null {
  const stated = isJson(text.trimStart()) ? ofJson(text, mapping) : ofXml(text);
  if (stated === null) return null;
  return checkStated(stated);
}

function ofXml(text: string): Stated | null {
  const { name } = rootName(text.slice(0, HEAD_CHARS).trimStart());
  const read = name === null ? undefined : XML_READERS.get(name);
  if (read === undefined) return null;
  const root = markupTree(text, 'xml');
  return isCutOff(root) ? beginningOf(root, read) : read(root);
}

/** As far as it goes; what its sender asks for stands before the text, so that a cancellation is obeyed. */
function beginningOf(root: Node, read: (root: Node) => Stated): Stated {
  const stated = { ...read(root), isCut: true };
  const isTold = stated.paragraphs.length > 0;
  if (isTold && stated.handling.status === 'canceled') return stated;
  if (stated.paragraphs.some(({ label }) => isBody(label))) return stated;
  throw cutOff(`This is ${stated.name} that`, 'before its text');
}

function ofJson(text: string, mapping: Mapping | null): Stated | null {
  // Broken JSON is no known format; what it is called is decided by whoever looks at it next.
  const value = parsedRecord(text);
  if (!isObject(value)) return null;
  const isLinked = '@type' in value || '@graph' in value || '@context' in value;
  const linked = () => (isLinked ? readSchemaOrg(asJson(text)) : null);
  return readMapped(value, mapping) ?? linked() ?? readNinjs(value) ?? readToolJson(value) ?? readEnclosed(value);
}

/** An answer of one article. */
function readEnclosed(value: JsonObject): Stated | null {
  const article = enclosedArticle(value);
  return article === null ? null : (readNinjs(article) ?? readToolJson(article));
}
