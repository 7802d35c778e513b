/**
 * What an object's row remembers of the file of metadata beside it: a register of its own in the same item, so that whoever writes the row
 * sees it, and whoever writes it sees the row. Promise: a function of the newest row of that file; a row says by which state of it it was read.
 */
import { z } from 'zod';
import { SEQUENCER_WIDTH } from './change.ts';
import type { Hints } from './document.ts';
import { EXTRACTOR_DIGITS, extractorOf, sequencerOf } from './history.ts';
import type { Attributes, Item } from './item.ts';

export const SIDECAR_SUFFIX = '.meta.json';

/** Hints as they stand in a row. */
export const BesideHints = z.object({
  id: z.string().nullable(),
  guid: z.string().nullable(),
  url: z.string().nullable(),
  capturedAt: z.string().nullable(),
  publisher: z.string().nullable(),
  language: z.string().nullable(),
}) satisfies z.ZodType<Hints>;

/** `incoming/a.html.meta.json` //=> `incoming/a.html`: of which file it may tell; null for a name that tells of none. */
export function fileBeside(key: string): string | null {
  if (!key.endsWith(SIDECAR_SUFFIX)) return null;
  const file = key.slice(0, -SIDECAR_SUFFIX.length);
  return file === '' || file.endsWith('/') ? null : file;
}

export interface Beside {
  /** Of the row of the file of metadata. */
  readonly revision: string;
  /** Null: it says nothing (any more). */
  readonly hints: Hints | null;
}

const Register = z.object({ besideRevision: z.string(), beside: BesideHints.nullable() });
/** Guards the register. */
export const BESIDE_REVISION = 'besideRevision';

export function besideAttributes({ revision, hints }: Beside): Attributes {
  return { [BESIDE_REVISION]: revision, beside: hints === null ? null : { ...hints } };
}

/** Null: no file of metadata was ever beside it. */
export function besideIn(item: Item): Beside | null {
  const register = Register.safeParse(item);
  return register.success ? { revision: register.data.besideRevision, hints: register.data.beside } : null;
}

/** Where the part of a revision ends that says which change was read by which extractor. */
const BASE = SEQUENCER_WIDTH + 1 + EXTRACTOR_DIGITS;

/** A reading with it outranks readings of the same change by the same extractor without, or with what it said before. */
export function revisionBeside(revision: string, beside: Beside): string {
  return `${revision.slice(0, BASE)}#${beside.revision}`;
}

/** The item shows what was read before the register said what it says now; null: it does not, or nothing is read of it. */
export function unheeded(item: Item): Beside | null {
  const { state, revision } = item;
  const beside = besideIn(item);
  if (beside === null || typeof revision !== 'string' || (state !== 'stored' && state !== 'rejected')) return null;
  return revision.slice(BASE + 1) < beside.revision ? beside : null;
}

export function isOfChange(item: Item, revision: string): boolean {
  return typeof item['revision'] === 'string' && sequencerOf(item['revision']) === sequencerOf(revision);
}

export function isReadBy(item: Item, revision: string): boolean {
  return typeof item['revision'] === 'string' && extractorOf(item['revision']) === extractorOf(revision);
}

/** Nothing is in the item but what is beside the file: of the file itself nobody has heard. */
export function isRegisterOnly(item: Item): boolean {
  return BESIDE_REVISION in item && !('state' in item);
}

/** What stands with the upload itself comes first: it can be of no other version of the file. */
export function hintsWith(own: Hints, beside: Hints | null): Hints {
  if (beside === null) return own;
  return {
    id: own.id ?? beside.id,
    guid: own.guid ?? beside.guid,
    url: own.url ?? beside.url,
    capturedAt: own.capturedAt ?? beside.capturedAt,
    publisher: own.publisher ?? beside.publisher,
    language: own.language ?? beside.language,
  };
}
