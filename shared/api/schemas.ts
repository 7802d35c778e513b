/** What is answered, as schemas: the served document is made of them. Promise: nothing is answered that they do not have. */
import { z } from 'zod';
import { OBJECT_STATES } from '../core/history.ts';
import { ArticleRecord } from '../core/record.ts';

const instant = z.iso.datetime();
/** Where the next page is. Null: this was the last. */
const paging = { cursor: z.string().nullable(), next: z.string().nullable() };

/** One record: the schema by which it is stored. */
export const ArticleAnswer = ArticleRecord;
export const Articles = z.object({ items: z.array(ArticleAnswer), ...paging });

export const Rejected = z.object({
  state: z.literal('rejected'),
  bucket: z.string(),
  key: z.string(),
  member: z.string().nullable(),
  versionId: z.string().nullable(),
  changedAt: instant,
  code: z.string(),
  message: z.string(),
});
export const Removed = z.object({ state: z.literal('removed'), key: z.string(), at: instant });
const Stored = z.object({ state: z.literal('stored'), record: ArticleAnswer });
/** What was decided, and nothing of what it was about, nor why. */
const TakenDown = z.object({
  state: z.literal('taken-down'),
  key: z.string(),
  articleId: z.string(),
  at: instant,
  lifted: z.object({ at: instant }).nullable(),
});
const count = z.int().min(0);
/** A file that holds others, each with a state of its own: `key#member`. */
const Container = z.object({
  state: z.literal('container'),
  key: z.string(),
  at: instant,
  format: z.string(),
  bytes: count,
  found: count,
  uncounted: count,
  stored: count,
  copies: count.nullable(),
  rejected: count,
  takenDown: count,
  pending: count,
});
/** Metadata of another file; what they say is in its record, when that is stored. */
const Sidecar = z.object({
  state: z.literal('sidecar'),
  key: z.string(),
  at: instant,
  file: z.string(),
  fileState: z.enum([...OBJECT_STATES, 'missing']),
  gives: z.array(z.string()),
});
export const ObjectState = z.discriminatedUnion('state', [Stored, Container, Sidecar, Rejected, Removed, TakenDown]);
export const Objects = z.object({ items: z.array(z.discriminatedUnion('state', [Rejected, Removed])), ...paging });

export const Versions = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      at: instant,
      capturedAt: instant.nullable(),
      bucket: z.string(),
      key: z.string(),
      /** Of a container; null for a file of its own. */
      member: z.string().nullable(),
      versionId: z.string().nullable(),
    }),
  ),
});

const member = {
  id: z.string(),
  publisher: z.string().nullable(),
  /** Null when the article states no date that can be trusted. */
  published: instant.nullable(),
  /** Last instant that its date allows: a day without a time may have been its evening. */
  latest: instant.nullable(),
  listedAt: instant,
  /** An identical copy that is much older contradicts its date. */
  disputed: z.boolean(),
};

const relation = z.enum(['identical', 'abridged', 'extended', 'partial']).nullable();
const direction = z.enum(['stated', 'inferred', 'unknown']);
/** The agency whose text it is, as a credit or dateline says. */
const provider = z.string().nullable();

export const Copies = z.object({
  items: z.array(
    z.object({
      ...member,
      /** What the article asked for is of this copy. */
      relation,
      /** Share of the article's words that the copy has, and the other way round. */
      coverage: z.number(),
      coverageOfCopy: z.number(),
      provider,
      /** How it is known which of the two had it first. */
      direction,
      /** The id of that one; null when nobody knows. */
      from: z.string().nullable(),
    }),
  ),
  ...paging,
});

/** Towards the article that was first; null when nobody knows who was, or it may not be shown. */
const towardsFirst = {
  relation,
  coverage: z.number().nullable(),
  coverageOfFirst: z.number().nullable(),
  provider,
  /** Null for the first itself. */
  direction: direction.nullable(),
};

export const StoryAnswer = z.object({
  storyId: z.string(),
  copies: z.int(),
  texts: z.int(),
  first: z.object({ id: z.string(), utc: instant }).nullable(),
  items: z.array(z.object({ ...member, ...towardsFirst })),
  ...paging,
});

const storyView = {
  storyId: z.string(),
  headline: z.string().nullable(),
  published: instant.nullable(),
  listedAt: z.string(),
  copies: z.int(),
  outlets: z.array(z.string()),
};

export const Stories = z.object({
  items: z.array(z.object({ ...storyView, eventId: z.string().nullable() })),
  ...paging,
});

export const EventAnswer = z.object({
  eventId: z.string(),
  title: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  outlets: z.array(z.string()),
  articles: z.int(),
  settled: z.boolean(),
  stories: z.array(z.object(storyView)),
});

export const Changes = z.object({
  items: z.array(z.object({ articleId: z.string(), kind: z.enum(['changed', 'gone']), at: instant })),
  cursor: z.string(),
  more: z.boolean(),
});

export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

export const AnyDocument = z.record(z.string(), z.unknown());
