/** JSON-LD nodes in; candidates for the record's fields out. Says for each which node and property it came from. */
import type { Candidate, CandidateField } from '../block.ts';
import { isObject, type Json, type JsonObject, listOf } from './json.ts';
import { jsonLdGraph, type LdGraph, type LdNode, typeName } from './jsonld.ts';
import { plain } from './plain.ts';

/** Nodes that describe the page or the one work on it. */
const WORK =
  /Article|Posting|WebPage|AboutPage|ItemPage|CreativeWork|VideoObject|AudioObject|ImageGallery|MediaGallery|Podcast|Episode|Recipe|Review|Report|Question|Book|Dataset|Event$/;

/** Types that say what kind of page it is and describe no work: nothing else is read of them. */
const PAGE_KIND = /^(?:CollectionPage|SearchResultsPage)$/;

/** Property of a work //=> field. Order matters only for reading. */
const TEXTS: readonly (readonly [string, CandidateField])[] = [
  ['headline', 'headline'],
  ['name', 'headline'],
  ['alternativeHeadline', 'headline'],
  ['description', 'deck'],
  ['abstract', 'deck'],
  ['datePublished', 'published'],
  ['dateCreated', 'published'],
  ['uploadDate', 'published'],
  ['dateModified', 'modified'],
  ['articleSection', 'section'],
  ['keywords', 'keywords'],
  ['inLanguage', 'language'],
  ['url', 'url'],
  ['copyrightNotice', 'rights'],
  ['license', 'rights'],
  ['usageInfo', 'rights'],
];

const NAMES: readonly (readonly [string, CandidateField])[] = [
  ['author', 'author'],
  ['creator', 'author'],
  ['reporter', 'author'],
  ['publisher', 'publisher'],
  ['sourceOrganization', 'agency'],
  ['provider', 'agency'],
  ['copyrightHolder', 'rights'],
  ['isPartOf', 'site'],
];

/** More values than this for one property are a list of something else. */
const MAX_VALUES = 50;

/** Text of a value that may be a string, a number, or an object with a `name`, `@value`, `url` or `alternateName`. */
function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return plain(value);
  if (typeof value === 'number') return String(value);
  if (!isObject(value)) return '';
  for (const key of ['name', '@value', 'alternateName', 'url', '@id']) {
    const inner = listOf(value[key])[0];
    if (typeof inner === 'string' && inner.trim() !== '') return plain(inner);
  }
  return '';
}

/** A person or organisation's names: one may hold several, or be cut in two. */
function namesOf(value: Json | undefined): readonly string[] {
  if (!isObject(value)) return [textOf(value)];
  const names = listOf(value['name'])
    .map(textOf)
    .filter((name) => name !== '');
  if (names.length > 0) return names;
  const parts = [value['givenName'], value['familyName']].map(textOf).filter((part) => part !== '');
  return [parts.join(' ')];
}

function placeOf(node: LdNode, first: number, property: string): string {
  const number = node.ordinal === first ? '' : ` ${node.ordinal}`;
  return `json-ld${number} ${node.type}.${property}`;
}

function ofNode(node: LdNode, graph: LdGraph, first: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (field: CandidateField, value: string, property: string) => {
    if (value !== '') found.push({ field, value, source: 'json-ld', where: placeOf(node, first, property) });
  };
  for (const [property, field] of TEXTS) {
    for (const value of listOf(node.properties[property]).slice(0, MAX_VALUES)) add(field, textOf(value), property);
  }
  for (const [property, field] of NAMES) {
    for (const value of listOf(node.properties[property]).slice(0, MAX_VALUES)) {
      const entity = graph.resolve(value);
      const type = typeName(entity);
      for (const name of namesOf(entity)) add(field, name, type === null ? property : `${property} ${type}`);
    }
  }
  addExtras(node.properties, graph, add);
  add('type', node.type, '@type');
  return found;
}

type Add = (field: CandidateField, value: string, property: string) => void;

function addExtras(properties: JsonObject, graph: LdGraph, add: Add): void {
  const main = listOf(properties['mainEntityOfPage'])[0];
  const page = typeof main === 'string' ? main : isObject(main) ? textOf(main['@id'] ?? main['url']) : '';
  add('canonicalUrl', plain(page), 'mainEntityOfPage');
  for (const value of listOf(properties['image']).slice(0, MAX_VALUES)) {
    const image = graph.resolve(value);
    const href = isObject(image) ? textOf(image['url'] ?? image['contentUrl']) : textOf(image);
    add('image', href, 'image');
  }
  const free = properties['isAccessibleForFree'];
  if (free !== undefined && /^(?:false|no)$/i.test(String(free))) add('paywalled', 'true', 'isAccessibleForFree');
}

export function jsonLdCandidates(scripts: readonly string[]): readonly Candidate[] {
  const graph = jsonLdGraph(scripts);
  const works = graph.nodes.filter((node) => WORK.test(node.type));
  const articles = works.filter((node) => /Article|Posting|Report/.test(node.type));
  const first = (articles[0] ?? works[0])?.ordinal ?? 0;
  const sites = graph.nodes.filter((node) => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(node.type));
  return [
    ...works.flatMap((node) => ofNode(node, graph, first)),
    ...graph.nodes.filter(({ type }) => PAGE_KIND.test(type)).map(kindOf),
    ...sites.flatMap((node): readonly Candidate[] => {
      const name = textOf(node.properties['name']);
      if (name === '') return [];
      return [{ field: 'site', value: name, source: 'json-ld', where: `json-ld ${node.type}.name` }];
    }),
  ];
}

function kindOf({ type }: LdNode): Candidate {
  return { field: 'type', value: type, source: 'json-ld', where: `json-ld ${type}.@type` };
}
