/** Lists, answers, lines and sequences in JSON in, the articles in them as members out. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { type Decoded, decodeText } from '../charset.ts';
import type { Mapping } from '../formats/mapping.ts';
import { SEPARATOR } from '../object-lines.ts';
import { type JsonRecord, jsonAnswer, recordsIn, recordsOfList } from './json-answer.ts';
import { jsonElements } from './json-elements.ts';
import { mayHoldLists } from './json-lists.ts';
import { depthOf, openRecord, recordMember } from './json-record.ts';
import { mayHoldLinked } from './linked-articles.ts';
import { type Member, type Members, unreadable } from './member.ts';

const LIST = 'a list in JSON';
const SEQUENCE = 'a sequence of JSON texts';

export function listMembers(decoded: Decoded, head: string, mapping: Mapping | null): Members | null {
  // A story may begin with brackets that are left over of a template.
  if (!/^\[\s{0,200}\{\s{0,200}["}]/.test(head)) return null;
  const elements = jsonElements(decoded.text, LIMITS.containerMembers);
  return { format: LIST, members: pieces(recordsOfList(elements, '', mapping), decoded) };
}

export function answerMembers(decoded: Decoded, mapping: Mapping | null): Members | null {
  const records = jsonAnswer(decoded.text, mapping);
  return records === null ? null : { format: LIST, members: pieces(records, decoded) };
}

function pieces(records: readonly JsonRecord[], decoded: Decoded): readonly Member[] {
  return records.map((record): Member => {
    const open: Member['open'] = (mapping) => {
      if (record.isCut)
        throw new Rejection(
          'document.truncated',
          'The list in JSON ends before this record is closed: upload the whole file.',
        );
      const { text, depth } = record;
      return openRecord({ ...decoded, text }, depth, Buffer.byteLength(text), mapping);
    };
    return { name: record.place, hints: {}, open };
  });
}

/** `name`: of the line. Of an answer, the articles in it. */
export function lineMembers(name: string, line: Uint8Array, mapping: Mapping | null): readonly Member[] {
  const signs = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('latin1');
  if (!mayHoldLists(signs) && !mayHoldLinked(signs)) return [recordMember(name, line)];
  const decoded = decodeText(line, null);
  try {
    const records = recordsIn({ text: decoded.text, depth: depthOf(line), isCut: false }, name, mapping);
    return records === null ? [recordMember(name, line)] : pieces(records, decoded);
  } catch (error) {
    if (error instanceof Rejection) return [unreadable(name, error)];
    throw error;
  }
}

/** Texts behind separators, each over as many lines as it likes. `@OFFSET` is that of the separator, in UTF-8. */
export function sequenceMembers(decoded: Decoded, mapping: Mapping | null): Members {
  const members: Member[] = [];
  let offset = 0;
  for (const text of decoded.text.split(SEPARATOR, LIMITS.containerMembers + 2)) {
    const bytes = Buffer.from(text);
    // Before the first separator are blanks at most.
    if (text.trim() !== '') members.push(...lineMembers(`@${offset - 1}`, bytes, mapping));
    offset += bytes.length + 1;
  }
  return { format: SEQUENCE, members };
}
