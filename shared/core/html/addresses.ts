/** A page's links and address candidates in; canonical address and the day that addresses carry out. */
import type { Candidate } from '../block.ts';
import { plain } from './plain.ts';
import type { TreeElement } from './tree.ts';

export function linkCandidates(links: readonly TreeElement[]): readonly Candidate[] {
  return links.flatMap((link): readonly Candidate[] => {
    const { rel = '', href = '' } = link.attributes;
    const value = plain(href);
    if (value === '') return [];
    const rels = rel.toLowerCase().slice(0, 100).split(' ');
    const where = `link[rel="${rel.slice(0, 40)}"]`;
    if (rels.includes('canonical')) return [{ field: 'canonicalUrl', value, source: 'link', where }];
    if (rels.includes('image_src')) return [{ field: 'image', value, source: 'link', where }];
    if (rels.includes('license')) return [{ field: 'rights', value, source: 'link', where }];
    return [];
  });
}

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SLASHED = /\/((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)/i;
const RUN = /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/;

/** `…/2023/10/16/name` //=> `2023-10-16` */
export function dayInAddress(address: string): string | null {
  const [, year = '', written = '', day = ''] = SLASHED.exec(address) ?? RUN.exec(address) ?? [];
  const named = MONTHS.indexOf(written.toLowerCase());
  const month = named >= 0 ? named + 1 : Number(written);
  if (year === '' || !(month >= 1 && month <= 12) || !(Number(day) >= 1 && Number(day) <= 31)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** One per address: the same day in two of them is one fact, told once. */
export function addressDays(candidates: readonly Candidate[]): readonly Candidate[] {
  const days = new Map<string, Candidate>();
  for (const { field, value, where } of candidates) {
    if (field !== 'url' && field !== 'canonicalUrl') continue;
    const day = dayInAddress(value.slice(0, 2_000));
    if (day !== null && !days.has(day)) days.set(day, { field: 'published', value: day, source: 'url', where });
  }
  return [...days.values()];
}
