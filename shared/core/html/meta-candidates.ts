/** A page's `<meta>` elements in; candidates out, each with the selector that finds it. */
import type { Candidate, CandidateField } from '../block.ts';
import { AUTHOR_LABELS, FIELD_OF_META, foldedName } from './meta-names.ts';
import { plain } from './plain.ts';
import type { TreeElement } from './tree.ts';

const NAMING = ['property', 'name', 'itemprop', 'http-equiv'] as const;

function named(meta: TreeElement): { readonly attribute: string; readonly name: string } | null {
  for (const attribute of NAMING) {
    const name = meta.attributes[attribute]?.trim();
    if (name !== undefined && name !== '') return { attribute, name };
  }
  return null;
}

/** Vocabulary and prefix say nothing: `schema:datePublished`, `http://ogp.me/ns#title`. */
function withoutVocabulary(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('#'), name.lastIndexOf('/')) + 1).replace(/^(?:schema|rnews|v):/i, '');
}

function fieldOf(name: string): CandidateField | null {
  return FIELD_OF_META.get(foldedName(name)) ?? FIELD_OF_META.get(foldedName(withoutVocabulary(name))) ?? null;
}

/** Free and paid are told in many words; only a clear "not free" is a candidate. */
function isPaywalled(name: string, value: string): boolean {
  if (/free/i.test(name)) return /^(?:false|no|0)$/i.test(value);
  return /^(?:locked|metered|premium|paid|subscri\w{0,10}|members?|true|yes|1|plus)$/i.test(value);
}

function ofMeta(meta: TreeElement): readonly Candidate[] {
  const key = named(meta);
  const field = key === null ? null : fieldOf(key.name);
  const value = plain(meta.attributes['content'] ?? meta.attributes['value'] ?? '');
  if (key === null || field === null || value === '') return [];
  const where = `meta[${key.attribute}="${key.name.slice(0, 80)}"]`;
  if (field === 'paywalled')
    return isPaywalled(key.name, value) ? [{ field, value: 'true', source: 'meta', where }] : [];
  return [{ field, value, source: 'meta', where }];
}

/** `twitter:label1 = Written by` makes `twitter:data1` an author. */
function labelled(metas: readonly TreeElement[]): readonly Candidate[] {
  const values = new Map(
    metas.map((meta) => [foldedName(named(meta)?.name ?? ''), plain(meta.attributes['content'] ?? '')]),
  );
  return ['1', '2'].flatMap((number): readonly Candidate[] => {
    const label = foldedName(values.get(`twitterlabel${number}`) ?? '');
    const value = values.get(`twitterdata${number}`) ?? '';
    if (!AUTHOR_LABELS.has(label) || value === '') return [];
    return [{ field: 'author', value, source: 'meta', where: `meta[name="twitter:data${number}"]` }];
  });
}

export function metaCandidates(metas: readonly TreeElement[]): readonly Candidate[] {
  return [...metas.flatMap(ofMeta), ...labelled(metas)];
}
