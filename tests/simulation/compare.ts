/**
 * Items to text that can be compared byte for byte. Left out is only what may differ between right answers: generations (they
 * count attempts), also where they are copied to, how often a text came and went or a content changed on the way, traces of a story that nobody is in any more or of an article that was seen in passing only (a look found a
 * version that was deleted for good later), and directory entries of days that have become empty.
 */

import { shortHash } from '../../shared/core/short-hash.ts';
import { currentOnly } from './current-only.ts';

type Plain = Readonly<Record<string, unknown>>;

export function linesOf(items: readonly Plain[]): readonly string[] {
  const current = currentOnly(items);
  const feeds = current.flatMap(({ feedPk }) => (typeof feedPk === 'string' ? [feedPk] : []));
  const isUsed = ({ sk }: Plain) => feeds.some((feed) => feed === sk || feed.startsWith(`${String(sk)}#`));
  const isTrace = traces(items);
  const isKept = (item: Plain) =>
    !isTrace(item) && !isOfLog(item) && !isPlaced(item) && (item['pk'] !== 'directory' || isUsed(item));
  const kept = current.filter(isKept);
  return kept.map((item) => textOf(withoutAttempts(item))).sort();
}

/** The log of changes tells in which order things came to be known; what must be true of it, log-reader.ts says. */
function isOfLog({ pk, sk }: Plain): boolean {
  return /^(?:changes#|embargo#told)/.test(String(pk)) || (String(pk).startsWith('art#') && sk === 'logged');
}

/** Notes of long records that anybody was about to place; what must be true of them, seed.ts says. */
function isPlaced({ pk }: Plain): boolean {
  return String(pk).startsWith('placed#');
}

function traces(items: readonly Plain[]): (item: Plain) => boolean {
  const gives = ({ present, publications, leadsTo }: Plain) =>
    present === true || (Array.isArray(publications) && publications.length > 0) || typeof leadsTo === 'string';
  const given = new Set(items.filter(gives).map(({ pk }) => pk));
  const days = new Set(items.flatMap(dayOf));
  const listed = new Set(items.flatMap(listsOf));
  const placed = new Set(items.flatMap(eventOf));
  const ending = new Set(items.flatMap(endOf));
  return (item) => {
    if (String(item['pk']).startsWith('event#')) return !placed.has(`${item['pk']} ${item['sk']}`);
    if (/^(?:text|story|key|place)#/.test(String(item['pk']))) return isEmpty(item);
    // Who noted it, and whether anybody had to, depends on who came first.
    if (item['pk'] === 'purges') return item['pending'] === false;
    if (item['pk'] === 'embargo#ends') return !ending.has(String(item['sk']));
    if (String(item['pk']).startsWith('list#')) return !listed.has(`${item['pk']} ${item['sk']}`);
    if (String(item['pk']).startsWith('stories#')) return !days.has(`${item['pk']} ${item['sk']}`);
    if (!String(item['pk']).startsWith('art#')) return false;
    return item['sk'] === 'head' ? !given.has(item['pk']) : !gives(item);
  };
}

/** Where a story is listed by its day; the days that it had before say nothing. */
function dayOf({ sk, present, storyId, shown }: Plain): readonly string[] {
  if (sk !== 'summary' || present !== true || !Array.isArray(shown)) return [];
  const [{ sortUtc = '' } = {}] = shown;
  return [`stories#${sortUtc.slice(0, 10)}#${String(storyId).slice(-1)} ${storyId}`];
}

/** Where a story is listed by its event; those that it was in before say nothing. */
function eventOf({ pk, storyId, eventId }: Plain): readonly string[] {
  return String(pk).startsWith('place#') ? [`event#${eventId} story#${storyId}`] : [];
}

/** Where an article is found by the end of its embargo; one that it had before says nothing. */
function endOf({ sk, live, articleId, embargoedUntil }: Plain): readonly string[] {
  if (sk !== 'head' || live !== true || typeof embargoedUntil !== 'string') return [];
  return [`${new Date(embargoedUntil).toISOString()}#${articleId}`];
}

/** Where an article is listed by its names; lists that it has left say nothing. */
function listsOf({ sk, live, articleId, sortDate, publisher, authors, provider }: Plain): readonly string[] {
  if (sk !== 'head' || live !== true || typeof sortDate !== 'object' || !Array.isArray(authors)) return [];
  const named = [['outlet', publisher] as const, ['agency', provider] as const].filter(([, name]) => name !== null);
  const { utc = '' } = { utc: '', ...sortDate };
  return [...named, ...authors.map((name) => ['author', name] as const)].map(([kind, name]) => {
    const spelling = String(name).toLowerCase().replaceAll('ë', 'e');
    return `list#${kind}#${shortHash(spelling)} ${utc}#${articleId}`;
  });
}

/** Members that have left, texts that nobody carries, parts without anybody. */
function isEmpty(item: Plain): boolean {
  return item['present'] === false || item['carrier'] === null || item['copies'] === 0 || item['eventId'] === null;
}

/** The revision of an object's row is S3's; elsewhere it is the generation of what was copied. */
function withoutAttempts({ gen: _, epoch: _came, turn: _turned, ...item }: Plain): Plain {
  const { revision: _copied, ...rest } = item;
  if (String(item['pk']).startsWith('obj#')) return withoutTraces(item);
  return String(item['pk']).startsWith('tomb#') ? withoutTries(rest) : rest;
}

/** An undo that died on its way decides anew when it is repeated. */
function withoutTries({ lifted, ...stone }: Plain): Plain {
  if (typeof lifted !== 'object' || lifted === null) return { ...stone, lifted };
  return { ...stone, lifted: { ...lifted, at: null } };
}

/** Which long records a look has placed depends on when it looked. */
function withoutTraces(item: Plain): Plain {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith('body:')));
}

/** As JSON, with names in order. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('base64')}"`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const named = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(byName);
  return `{${named.map(([name, part]) => `${JSON.stringify(name)}:${textOf(part)}`).join(',')}}`;
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
