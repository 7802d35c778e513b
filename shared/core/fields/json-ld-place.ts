/** Where a JSON-LD candidate was found, in parts: `json-ld 3 NewsArticle.author Person`. */

export interface JsonLdPlace {
  /** The page has several nodes, and this is not the first article's. */
  readonly numbered: boolean;
  readonly type: string;
  readonly property: string;
}

const ARTICLE = /Article|Posting|Report|Review/;

export function jsonLdPlace(where: string): JsonLdPlace | null {
  const [source, second = '', third = ''] = where.split(' ');
  if (source !== 'json-ld') return null;
  const numbered = /^\d/.test(second);
  const [type = '', property = ''] = (numbered ? third : second).split('.');
  return { numbered, type, property };
}

export function isArticleNode({ numbered, type }: JsonLdPlace): boolean {
  return !numbered && ARTICLE.test(type);
}
