/** One article's bytes, found by their real format, unpacked and decoded: what every reader starts from. */

import type { Stated, StatedField } from './intake/formats/stated.ts';

export type CharsetBasis = 'bom' | 'utf-8-valid' | 'http' | 'meta' | 'detector' | 'fallback';

export interface RawDocument {
  /** `stated`: a format that names its parts, already taken apart into `stated`. `pdf`: its text is still to be found in `data`, by a worker. */
  readonly format: 'html' | 'text' | 'stated' | 'pdf';
  /** Decoded, well-formed (no lone surrogates), without NUL. Not normalised otherwise. */
  readonly text: string;
  /** As sniffed from the bytes, for example `text/html`. */
  readonly mediaType: string;
  /** WHATWG label, lower case. */
  readonly charset: string;
  readonly charsetBasis: CharsetBasis;
  /** Size of the object as stored, in bytes. */
  readonly bytes: number;
  readonly stated?: Stated;
  /** It was packed, and the packed data end in the middle: this is the beginning. */
  readonly isCut?: boolean;
  /** One of many in a file: an entry, a row, a line. */
  readonly isRecord?: boolean;
  /** Which file of an archive it stands in, if that holds many. */
  readonly file?: string;
  /** Of a PDF, unpacked. */
  readonly data?: Uint8Array;
  /** What stands beside the text in the same file. */
  readonly beside?: Beside;
}

/** The header of a mail, the front matter of a text: offers for fields, never the answer. */
export interface Beside {
  readonly fields: readonly StatedField[];
  readonly hints: Partial<Hints>;
  /** Files that came with the text and are not read, by name. */
  readonly attachments: readonly string[];
}

/** What stands beside the bytes: user metadata of the object, later a sidecar. All optional facts are null when unknown. */
export interface Hints {
  readonly id: string | null;
  readonly guid: string | null;
  readonly url: string | null;
  /** ISO 8601 instant. */
  readonly capturedAt: string | null;
  readonly publisher: string | null;
  /** BCP 47. */
  readonly language: string | null;
}

export const NO_HINTS: Hints = { id: null, guid: null, url: null, capturedAt: null, publisher: null, language: null };

/** What is known of one outlet beforehand: plain data, empty by default, so that profiles can be learned without touching rules. */
export interface OutletProfile {
  /** IANA zone in which the outlet prints its times. */
  readonly zone: string | null;
  readonly publisher: string | null;
  /** Agency codes whose copy the outlet runs. */
  readonly agencies: readonly string[];
  /** Normalised lines that the outlet repeats on every page. */
  readonly boilerplate: readonly string[];
}

export const NO_PROFILE: OutletProfile = { zone: null, publisher: null, agencies: [], boilerplate: [] };

/** What stands beside the bytes comes before what the document says about itself. */
export function hintsFor({ stated, beside }: Pick<RawDocument, 'stated' | 'beside'>, given: Hints): Hints {
  const own = { ...beside?.hints, ...stated?.hints };
  return {
    id: given.id ?? own.id ?? null,
    guid: given.guid ?? own.guid ?? null,
    url: given.url ?? own.url ?? null,
    capturedAt: given.capturedAt ?? own.capturedAt ?? null,
    publisher: given.publisher ?? own.publisher ?? null,
    language: given.language ?? own.language ?? null,
  };
}
