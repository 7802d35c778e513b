/**
 * How one's own JSON or table names the parts of an article: what a person wrote in, a mapping out. It travels with the file, as metadata of
 * its object, so that what is stored stays a function of what was delivered. Promise: a misspelt name is an error in plain words.
 */
import { z } from 'zod';
import { decodeHeaderText } from '../../encoded-words.ts';
import { parsedJson } from '../../html/json.ts';
import { Rejection } from '../../rejection.ts';
import type { ToolNames } from './tool-names.ts';

/** Places that are tried, the first that holds text counts. */
const MOST_PLACES = 5;
const PLACE_CHARS = 200;
/** Name of a mapping among the metadata of an object; the value is its JSON. */
export const MAPPING_NAME = 'mapping';
/** S3 allows 2 KB for all metadata of an object: this leaves room for an address. */
export const MAPPING_BYTES = 1_400;

const PLACE = 'the name of a field, or of a column, as "title" or "content.body"';
const Place = z.string(PLACE).min(1, PLACE).max(PLACE_CHARS, `at most ${PLACE_CHARS} characters`);
const Places = z
  .union([Place, z.array(Place).min(1, PLACE).max(MOST_PLACES, `at most ${MOST_PLACES} names`)], PLACE)
  .transform((given): readonly string[] => (typeof given === 'string' ? [given] : given));

const PARTS = {
  headline: Places,
  text: Places,
  author: Places.default([]),
  published: Places.default([]),
  modified: Places.optional(),
  deck: Places.optional(),
  publisher: Places.optional(),
  language: Places.optional(),
  section: Places.optional(),
  keywords: Places.optional(),
  image: Places.optional(),
  url: Places.default([]),
  guid: Places.optional(),
  capturedAt: Places.optional(),
} as const;

const MappingFile = z.strictObject(PARTS);

export type Mapping = ToolNames;

/** A mapping, or a sentence that says what is wrong with it. */
export function checkMapping(value: unknown): Mapping | string {
  const checked = MappingFile.safeParse(value);
  if (!checked.success) return sentence(checked.error.issues);
  const named = Object.entries(checked.data).filter(([, places]) => places !== undefined);
  const { headline, text, author, published, url } = checked.data;
  return { ...Object.fromEntries(named), tool: 'mapping', marks: [], headline, text, author, published, url };
}

function sentence(issues: readonly z.core.$ZodIssue[]): string {
  // A misspelt name is why another is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const names = Object.keys(PARTS).join(', ');
  if (issue === undefined) return `name the fields for ${names}`;
  if (issue.code === 'unrecognized_keys') {
    return `"${issue.keys[0]?.slice(0, PLACE_CHARS)}" is no part of an article; the parts are ${names}`;
  }
  const [part] = issue.path;
  if (part === undefined) return `it is one JSON object with the parts ${names}; headline and text are needed`;
  return `${String(part)}: ${issue.code === 'invalid_union' ? PLACE : issue.message}`;
}

/** Of an object's metadata; null when it came without a mapping. Throws `Rejection`: without its mapping nothing in the file can be understood. */
export function readMapping(metadata: Readonly<Record<string, string>>): Mapping | null {
  const given = metadata[MAPPING_NAME];
  if (given === undefined || given.trim() === '') return null;
  const value = parsedJson(decodeHeaderText(given));
  const mapping = value === undefined ? 'it is no JSON' : checkMapping(value);
  if (typeof mapping !== 'string') return mapping;
  throw new Rejection(
    'metadata.invalid',
    `The mapping that came with the file (x-amz-meta-mapping) is wrong: ${mapping}.`,
  );
}

/** The same for whoever parts a file into records: where it is wrong, each of them says so when it is read. */
export function mappingOrNone(metadata: Readonly<Record<string, string>>): Mapping | null {
  try {
    return readMapping(metadata);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}
