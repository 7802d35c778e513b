/** One record in JSON, of a list or of a line, in; a member out. */
import type { RawDocument } from '../../document.ts';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { type Decoded, decodeText } from '../charset.ts';
import type { Mapping } from '../formats/mapping.ts';
import { openText } from '../open.ts';
import { brokenJson } from '../unsupported.ts';
import type { Member } from './member.ts';

const JSON_FACTS = { contentType: 'application/json', contentEncoding: null, name: '' };

export function recordMember(name: string, line: Uint8Array): Member {
  return {
    name,
    hints: {},
    open: (mapping) => openRecord(decodeText(line, null), depthOf(line), line.length, mapping),
  };
}

export function openRecord(
  decoded: Decoded,
  depth: number,
  length: number,
  mapping: Mapping | null = null,
): RawDocument {
  if (depth > LIMITS.jsonDepth)
    throw new Rejection(
      'document.nested-too-deep',
      `This record in JSON is nested deeper than ${LIMITS.jsonDepth} levels.`,
    );
  const document = openText(decoded, { ...JSON_FACTS, mapping }, length, 'record');
  // Any other text between records is no article: what is left of one that was cut, a comment, a word.
  if (document.format !== 'stated') throw brokenJson();
  return { ...document, isRecord: true };
}

/** Brackets that stand open at once; those in strings count too, which no record comes near the limit by. */
export function depthOf(line: Uint8Array): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < line.length; at += 1) {
    const value = line[at];
    if (value === 0x5c && isText) at += 1;
    else if (value === 0x22) isText = !isText;
    else if (isText) continue;
    else if (value === 0x5b || value === 0x7b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (value === 0x5d || value === 0x7d) depth -= 1;
  }
  return deepest;
}
