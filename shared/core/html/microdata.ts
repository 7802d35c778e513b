/** Elements with `itemprop` or `property` in; candidates out. Comments, lists of other articles and products keep their facts to themselves. */
import type { Candidate, CandidateField } from '../block.ts';
import { plain } from './plain.ts';
import type { TreeElement } from './tree.ts';
import { closest, textOf } from './walk.ts';

const FIELDS: ReadonlyMap<string, CandidateField> = new Map([
  ['headline', 'headline'],
  ['alternativeheadline', 'headline'],
  ['name', 'headline'],
  ['title', 'headline'],
  ['description', 'deck'],
  ['author', 'author'],
  ['creator', 'author'],
  ['datepublished', 'published'],
  ['datecreated', 'published'],
  ['date', 'published'],
  ['issued', 'published'],
  ['datemodified', 'modified'],
  ['modified', 'modified'],
  ['publisher', 'publisher'],
  ['sourceorganization', 'agency'],
  ['provider', 'agency'],
  ['articlesection', 'section'],
  ['keywords', 'keywords'],
  ['inlanguage', 'language'],
  ['copyrightholder', 'rights'],
]);

const ARTICLE_TYPE = /Article|Posting|WebPage|CreativeWork|Report|Review$/;
const OTHER_TYPE =
  /Comment|ItemList|ListItem|BreadcrumbList|Product|Offer|Rating|Person|Organization|SiteNav|WPHeader|WPFooter|ImageObject|Question|Answer/i;

function isScope(element: TreeElement): boolean {
  return element.attributes['itemscope'] !== undefined || element.attributes['typeof'] !== undefined;
}

function scopeType(scope: TreeElement | null): string {
  return scope === null ? '' : (scope.attributes['itemtype'] ?? scope.attributes['typeof'] ?? '');
}

function propertyOf(element: TreeElement): { readonly attribute: string; readonly names: readonly string[] } | null {
  for (const attribute of ['itemprop', 'property'] as const) {
    const value = element.attributes[attribute];
    if (value === undefined || value === '') continue;
    const names = value
      .slice(0, 200)
      .split(/[ \t\n]/)
      .map((name) => name.slice(name.lastIndexOf(':') + 1).toLowerCase());
    return { attribute, names: names.filter((name) => name !== '') };
  }
  return null;
}

/** An embedded thing (`author` as a Person) is known by its own name. */
function nameInside(scope: TreeElement): TreeElement | null {
  const pending: TreeElement[] = [scope];
  for (let seen = 0; seen < 60; seen += 1) {
    const element = pending.shift();
    if (element === undefined) break;
    if (element !== scope && propertyOf(element)?.names.includes('name')) return element;
    for (const child of element.children) if (typeof child !== 'string') pending.push(child);
  }
  return null;
}

function statedOrShown(element: TreeElement): string {
  const { attributes } = element;
  const stated = attributes['content'] ?? attributes['datetime'];
  if (stated !== undefined && stated.trim() !== '') return plain(stated);
  return plain(textOf(element, 600));
}

export function microdataOf(element: TreeElement): readonly Candidate[] {
  const property = element.tag === 'meta' && element.attributes['itemprop'] === undefined ? null : propertyOf(element);
  if (property === null) return [];
  const scope = closest(element.parent, isScope);
  const type = scopeType(scope);
  if (type !== '' && !ARTICLE_TYPE.test(type) && OTHER_TYPE.test(type)) return [];
  return property.names.flatMap((name): readonly Candidate[] => {
    const field = FIELDS.get(name);
    if (field === undefined || (name === 'name' && !ARTICLE_TYPE.test(type))) return [];
    const inner = isScope(element) ? (nameInside(element) ?? element) : element;
    const value = statedOrShown(inner);
    if (value === '') return [];
    return [{ field, value, source: 'microdata', where: `[${property.attribute}="${name}"]` }];
  });
}
