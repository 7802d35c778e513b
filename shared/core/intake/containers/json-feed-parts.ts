/**
 * A JSON Feed that is no JSON as a whole, since it was cut off or one of its items is broken, in; what it says of itself and its items out.
 * Promise: an item that is whole is read, whatever became of the others; that something is not there is told.
 */
import { isObject, type Json, type JsonObject, parsedJson } from '../../html/json.ts';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { brokenJson } from '../unsupported.ts';
import { afterString, type JsonElement, jsonElements } from './json-elements.ts';

export interface FeedPart {
  /** Of one that cannot be read: those of its names whose values are whole. */
  readonly item: JsonObject;
  /** Why it cannot be read; null for one that can. */
  readonly flaw: Rejection | null;
}

export interface FeedParts {
  /** What stands before the items. */
  readonly feed: Json | undefined;
  readonly parts: readonly FeedPart[];
}

const QUOTE = 0x22;
/** No item has more names than this. */
const MOST_NAMES = 100;

/** Throws `Rejection` where there are no items in it. */
export function feedParts(text: string): FeedParts {
  const { list, end } = placesIn(text);
  const why = end === null ? truncated('before it is closed') : brokenJson();
  if (list === null) throw why;
  const parts = jsonElements(text.slice(list), LIMITS.containerMembers).flatMap(partOf);
  const isTold =
    end === null
      ? parts.at(-1)?.flaw?.code === why.code
      : text.slice(end).trim() === '' && parts.some(({ flaw }) => flaw !== null);
  return {
    feed: parsedJson(`${text.slice(0, list)}[]}`),
    parts: isTold ? parts : [...parts, { item: {}, flaw: why }],
  };
}

function truncated(where: string): Rejection {
  return new Rejection('document.truncated', `The feed ends ${where}: upload the whole file.`);
}

interface Places {
  /** Of the bracket that opens the list of items of the feed itself. */
  readonly list: number | null;
  /** Behind its last bracket; null where the text ends before. */
  readonly end: number | null;
}

/** One pass, nothing is parsed. */
function placesIn(text: string): Places {
  let [depth, name]: [number, string] = [0, ''];
  let list: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = afterString(text, at);
      // What stands last before a bracket in an object is the name of what the bracket opens.
      name = text.slice(at + 1, Math.min(end, at + 10));
      at = end;
    } else if (code === 0x5b || code === 0x7b) {
      if (depth === 1 && code === 0x5b && name === 'items') list ??= at;
      depth += 1;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
      if (depth === 0) return { list, end: at + 1 };
    }
  }
  return { list, end: null };
}

function partOf({ text, isCut }: JsonElement): readonly FeedPart[] {
  const item = parsedJson(text);
  // One behind whose last bracket the text ends is whole.
  if (item !== undefined) return isObject(item) ? [{ item, flaw: null }] : [];
  return [{ item: wholeNames(text), flaw: isCut ? truncated('in the middle of this entry') : brokenJson() }];
}

/** So that an item that cannot be read is called by its name. */
function wholeNames(text: string): JsonObject {
  const pairs = jsonElements(`[${text.slice(1)}`, MOST_NAMES).filter(({ isCut }) => !isCut);
  const objects = pairs.map((pair) => parsedJson(`{${pair.text}}`)).filter(isObject);
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)));
}
