/**
 * What a format that names its parts says: the text by paragraph, values for fields, and how it wants to be handled. Plain
 * data. Promise: nothing here is interpreted yet; dates, names and credits are read by the same rules as those of a page.
 */
import type { CandidateField } from '../../block.ts';
import type { Hints } from '../../document.ts';
import type { Label } from '../../label.ts';
import type { ItemVersion } from '../../record.ts';
import type { OwnName } from './guid.ts';

/** Agencies name themselves by their host: `afp.com`, `ap.org` //=> what the table of agencies knows. */
export function withoutDomain(name: string): string {
  return /^([a-z][a-z-]{1,30})\.[a-z]{2,6}$/i.exec(name.trim())?.[1] ?? name;
}

export interface Paragraph {
  readonly text: string;
  readonly label: Label;
}

export interface StatedField {
  readonly field: CandidateField;
  readonly value: string;
  /** Where a person would find it: `NITF hl1`, `ninjs byline`. */
  readonly where: string;
}

/** What the sender asks for; null where it asks for nothing. */
export interface Handling {
  readonly status: 'usable' | 'withheld' | 'canceled';
  /** ISO 8601 instants. */
  readonly embargoedUntil: string | null;
  readonly expires: string | null;
  /** Its short name for the coverage. */
  readonly slugline: string | null;
  /** Its identifier of the item that this one takes the place of. */
  readonly replaces: string | null;
  /** Which version of its item this is; null where it does not say. */
  readonly itemVersion: ItemVersion | null;
}

export interface Stated {
  /** As a person calls the format. */
  readonly name: string;
  readonly mediaType: string;
  readonly paragraphs: readonly Paragraph[];
  readonly fields: readonly StatedField[];
  readonly handling: Handling;
  /** It says that its text goes on elsewhere. */
  readonly isCut?: boolean;
  /** What the document says about itself that otherwise stands beside the bytes. */
  readonly hints: Partial<Hints> & OwnName;
}

export const NO_HANDLING: Handling = {
  status: 'usable',
  embargoedUntil: null,
  expires: null,
  slugline: null,
  replaces: null,
  itemVersion: null,
};
