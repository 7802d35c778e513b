/** In which form an answer goes out. In: what the client accepts. Out: a form, or a problem. Promise: a header of any length or shape is read in one pass. */
import { FEED_TYPE } from './json-feed.ts';
import { Problem } from './problem.ts';

export type Form = 'json' | 'feed';

const TYPES: readonly (readonly [Form, string])[] = [
  ['json', 'application/json'],
  ['feed', FEED_TYPE],
];
/** More than any client sends; the rest of such a header is not looked at. */
const HEADER_CHARS = 1_000;

/** `format` wins over the header; what is equally welcome comes as JSON. */
export function formOf(format: string | null, accept: string | undefined, hasFeed: boolean): Form {
  if (format === 'feed' || format === 'json') return format;
  const ranges = (accept ?? '*/*').slice(0, HEADER_CHARS).split(',').map(rangeOf);
  const offered = TYPES.filter(([form]) => hasFeed || form === 'json');
  const ranked = offered.map(([form, type]) => ({ form, quality: qualityOf(type, ranges) }));
  const best = ranked.reduce((a, b) => (b.quality > a.quality ? b : a));
  if (best.quality > 0) return best.form;
  throw new Problem('not-acceptable', `It can be had as ${offered.map(([, type]) => type).join(' or ')}.`);
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = stated === undefined ? 1 : Number(stated.slice(2));
  return { type, quality: Number.isNaN(quality) ? 0 : quality };
}

/** The most exact range decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [group] = type.split('/');
  for (const exact of [type, `${group}/*`, '*/*']) {
    const found = ranges.find((range) => range.type === exact);
    if (found !== undefined) return found.quality;
  }
  return 0;
}

export function acceptsGzip(header: string | undefined): boolean {
  const ranges = (header ?? '').slice(0, HEADER_CHARS).split(',').map(rangeOf);
  return qualityOfCoding(ranges) > 0;
}

function qualityOfCoding(ranges: readonly Range[]): number {
  return (ranges.find(({ type }) => type === 'gzip') ?? ranges.find(({ type }) => type === '*'))?.quality ?? 0;
}
