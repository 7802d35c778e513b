/**
 * Decoded text in; what a format with named parts states out, or null when it is no such format. Throws `Rejection` for one that is
 * known and holds no text that can be read.
 */
import { isObject, type JsonObject } from '../../html/json.ts';
import { isJson, rootName } from '../markup.ts';
import { asJson, parsedRecord } from '../python-json.ts';
import { checkStated } from '../stated-document.ts';
import type { Mapping } from './mapping.ts';
import { markupTree } from './markup-tree.ts';
import { readNewsMl1 } from './newsml-1.ts';
import { readNewsMl } from './newsml-g2.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { readSchemaOrg } from './schema-org.ts';
import type { Stated } from './stated.ts';
import { enclosedArticle, readMapped, readToolJson } from './tool-json.ts';

/** Enough to see any preamble. */
const HEAD_CHARS = 65_536;

export function openStated(text: string, mapping: Mapping | null): Stated | null {
  const stated = isJson(text.trimStart()) ? ofJson(text, mapping) : ofXml(text);
  if (stated === null) return null;
  return checkStated(stated);
}

function ofXml(text: string): Stated | null {
  const { name } = rootName(text.slice(0, HEAD_CHARS).trimStart());
  if (name === 'nitf') return readNitf(markupTree(text, 'xml'));
  if (name === 'newsitem' || name === 'newsmessage') return readNewsMl(markupTree(text, 'xml'));
  if (name === 'newsml') return readNewsMl1(markupTree(text, 'xml'));
  return null;
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
