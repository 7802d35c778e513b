/**
 * What one object gives to one article. In: the object's row. Out: an item beside the article's head. Promise: a function of
 * the row alone; an object that no longer feeds the article stays as its history, because versions never shrink.
 */
import { z } from 'zod';
import { type DatedEntry, historyOf, ownHistory, sequencerOf } from './history.ts';
import type { Attributes, Item } from './item.ts';
import { ObjectRow } from './object-row.ts';
import { overtaken } from './overtaken.ts';
import { parsedOnce } from './parsed-once.ts';
import { PlainFacts } from './plain-facts.ts';
import { ItemVersion } from './record.ts';
import { compareText } from './url.ts';

/** One publication of the object in this article: its content by each extractor that read it. */
export const Publication = z.object({
  sequencer: z.string(),
  at: z.string(),
  capturedAt: z.string().nullable(),
  /** Extractor version, four digits, to content hash. */
  hashes: z.record(z.string(), z.string()),
  /** Names of the distinct texts that it was read as. */
  texts: z.array(z.string()).default([]),
});
export type Publication = z.infer<typeof Publication>;

const Rank = z.object({
  capturedAt: z.string().nullable().default(null),
  contentHash: z.string().nullable().default(null),
  /** Not there where the sender counts no versions. */
  itemVersion: ItemVersion.optional(),
  /** How much it holds back; not there where it is nothing. */
  restraint: z.number().optional(),
});

const Given = z.object({
  articleId: z.string(),
  objectId: z.string(),
  present: z.boolean(),
  publications: z.array(Publication),
  lastModified: z.string().nullable(),
  /** The object would feed this article, and feeds that one, by what is known beside it. */
  leadsTo: z.string().optional(),
  /** What else it is ranked by; null when the object does not feed the article now. What it says of the article is in its row. */
  ...Rank.shape,
  /** Where contributions of before stood their rank in, with all that the row says. */
  facts: Rank.nullish(),
});
export type Contribution = z.infer<typeof Given>;
export const Contribution = parsedOnce<Contribution>(Given);

/**
 * The order in which objects speak for the article, best first: of versions of one item that their sender tells apart, all but the latest come
 * last; of the others whoever was captured later, or stored later, and then whoever holds back more; hash and id only make it total. Promise: a
 * function of the set, which takes no longer than to sort it.
 */
export function inTurn(contributions: readonly Contribution[]): readonly Contribution[] {
  const isOvertaken = overtaken(contributions);
  const [late, latest] = [contributions.filter(isOvertaken), contributions.filter((one) => !isOvertaken(one))];
  return [...latest.sort(newestFirst), ...late.sort(newestFirst)];
}

function newestFirst(a: Contribution, b: Contribution): number {
  const [one, other] = [rankOf(a), rankOf(b)];
  return (
    compareText(other.seen, one.seen) ||
    compareText(other.lastModified, one.lastModified) ||
    other.restraint - one.restraint ||
    compareText(other.contentHash, one.contentHash) ||
    compareText(b.objectId, a.objectId)
  );
}

function rankOf({ capturedAt, contentHash, lastModified, facts, restraint = 0 }: Contribution) {
  const seen = capturedAt ?? facts?.capturedAt ?? lastModified ?? '';
  return { seen, lastModified: lastModified ?? '', restraint, contentHash: contentHash ?? facts?.contentHash ?? '' };
}

/** A kill more than what is withheld, and that more than an embargo. */
function restraintOf({ status, embargoedUntil }: Pick<PlainFacts, 'status' | 'embargoedUntil'>): number {
  if (status !== 'usable') return status === 'canceled' ? 3 : 2;
  return embargoedUntil === null ? 0 : 1;
}

export function contributionOf(row: Item | null, articleId: string, objectId: string): Attributes {
  const object = row === null ? null : ObjectRow.parse(row);
  const publications = row === null ? [] : publicationsOf(ownHistory(row), articleId);
  const leadsTo = object?.state === 'stored' && object.alias === articleId ? { leadsTo: object.articleId } : {};
  const given = object?.state === 'stored' && object.articleId === articleId ? object : null;
  return {
    articleId,
    objectId,
    present: given !== null,
    publications: publications.map((publication) => ({ ...publication })),
    lastModified: given?.lastModified ?? null,
    capturedAt: given?.capturedAt ?? null,
    contentHash: given?.contentHash ?? null,
    ...(given === null ? {} : rankParts(given)),
    ...leadsTo,
  };
}

/** Few have them, and each letter of an item is paid for. */
function rankParts(facts: PlainFacts): Attributes {
  const restraint = restraintOf(facts);
  return {
    ...(facts.itemVersion === null ? {} : { itemVersion: facts.itemVersion }),
    ...(restraint === 0 ? {} : { restraint }),
  };
}

const Facts = parsedOnce<PlainFacts>(PlainFacts);

/** What the object says of the article now; null when it says nothing of it (any more). */
export function factsOf(row: Item | null, articleId: string): PlainFacts | null {
  return row?.['state'] === 'stored' && row['articleId'] === articleId ? Facts.parse(row) : null;
}

/** Articles that the object feeds or has fed, as far as its row remembers; what a look found is in the row only. */
export function articlesOf(row: Item): readonly string[] {
  const { articleId, alias } = row;
  const shown = [articleId, alias].filter((id) => typeof id === 'string');
  return [...new Set([...historyOf(row).flatMap((entry) => entry.articleId ?? []), ...shown])];
}

/** Several readings of one upload, by several extractors, are one publication. */
function publicationsOf(entries: readonly DatedEntry[], articleId: string): readonly Publication[] {
  const bySequencer = new Map<string, Publication>();
  for (const { revision, contentHash, at, capturedAt, articleId: fed, text } of entries) {
    if (fed !== articleId || contentHash === null) continue;
    const sequencer = sequencerOf(revision);
    const before = bySequencer.get(sequencer);
    const hashes = { ...before?.hashes, [revision.slice(sequencer.length + 1)]: contentHash };
    const texts = [...new Set([...(before?.texts ?? []), ...(text === null ? [] : [text])])];
    bySequencer.set(sequencer, { sequencer, at, capturedAt, hashes, texts });
  }
  return [...bySequencer.values()];
}
