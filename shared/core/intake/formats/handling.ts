/** A sender's words about status and time in, instants and a status out. Promise: a doubtful word holds nothing back and cancels nothing. */
import { readInstant } from '../../metadata-hints.ts';
import { longForm } from '../../read/machine-dates.ts';
import type { ItemVersion } from '../../record.ts';
import type { Handling } from './stated.ts';

const STATUSES: Readonly<Record<string, Handling['status']>> = {
  usable: 'usable',
  withheld: 'withheld',
  embargoed: 'usable',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
  kill: 'canceled',
};

/** Longer is no name. */
const NAME_CHARS = 300;

/** By a clock whose zone is not stated a time has come for certain when it has come at the end of the world, at UTC-12. */
const LAST_ZONE = '-12:00';

function releaseInstant(text: string): string | null {
  const written = longForm(text.trim());
  const wallTime = /^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00` : written;
  return readInstant(written) ?? readInstant(`${wallTime}${LAST_ZONE}`);
}

export interface Wishes {
  /** `usable`, `stat:canceled`. */
  readonly status: string;
  readonly embargo: string;
  readonly expires: string;
  readonly slugline: string;
  readonly replaces: string;
  /** A whole number. */
  readonly version: string;
  readonly versionCreated: string;
}

export function handlingOf(wishes: Wishes): Handling {
  const { status, embargo, expires, slugline, replaces } = wishes;
  const word = status.slice(status.indexOf(':') + 1).toLowerCase();
  const embargoedUntil = releaseInstant(embargo);
  const stated = STATUSES[word] ?? 'usable';
  // An embargo whose end nobody can read is held back until the sender says otherwise.
  const endless = embargoedUntil === null && (embargo !== '' || word === 'embargoed');
  return {
    status: stated === 'usable' && endless ? 'withheld' : stated,
    embargoedUntil,
    expires: readInstant(longForm(expires)),
    slugline: slugline === '' ? null : slugline.slice(0, NAME_CHARS),
    replaces: replaces === '' ? null : replaces.slice(0, NAME_CHARS),
    itemVersion: itemVersionOf(wishes),
  };
}

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

/** Null where nothing of it can be read. */
export function itemVersionOf({
  version,
  versionCreated,
}: Pick<Wishes, 'version' | 'versionCreated'>): ItemVersion | null {
  const number = /^\d{1,9}$/.test(version) ? Number(version) : null;
  const written = longForm(versionCreated.trim());
  const createdAt = readInstant(written);
  const createdLocal = createdAt === null && WALL_TIME.test(written) ? written : null;
  return number === null && createdAt === null && createdLocal === null ? null : { number, createdAt, createdLocal };
}
