/** A file of JSON-LD in, what its one article states out; null when it describes no article with its text. Read as the JSON-LD of a page is. */

import { jsonLdGraph } from '../../html/jsonld.ts';
import { jsonLdCandidates } from '../../html/jsonld-candidates.ts';
import { longText, words } from './json-value.ts';
import { markupTree } from './markup-tree.ts';
import { paragraphsOf, paragraphsOfText } from './paragraphs.ts';
import { NO_HANDLING, type Paragraph, type Stated } from './stated.ts';

const ARTICLE = /Article|Posting|Report/;

export function readSchemaOrg(text: string): Stated | null {
  const nodes = jsonLdGraph([text]).nodes.filter(({ type }) => ARTICLE.test(type));
  const texts = nodes.filter(({ properties }) => longText(properties['articleBody']).trim() !== '');
  const [node, second] = texts;
  if (node === undefined || second !== undefined) return null;
  const body = longText(node.properties['articleBody']);
  const isHtml = /<\/?(?:p|br|div)\b/i.test(body);
  const headline = words(node.properties['headline'] ?? node.properties['name'])[0];
  const lines: readonly Paragraph[] = headline === undefined ? [] : [{ text: headline, label: 'meta.headline' }];
  return {
    name: 'an article in JSON-LD',
    mediaType: 'application/ld+json',
    paragraphs: [...lines, ...(isHtml ? paragraphsOf(markupTree(body, 'html')) : paragraphsOfText(body))],
    fields: jsonLdCandidates([text]),
    handling: NO_HANDLING,
    hints: {},
  };
}
