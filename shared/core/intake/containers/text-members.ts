/** Decoded text in, the members of a feed, a list or a table out; null when it is none of these. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Decoded } from '../charset.ts';
import type { Mapping } from '../formats/mapping.ts';
import { rootName } from '../markup.ts';
import { hasObjectLines } from '../object-lines.ts';
import type { DocumentFacts } from '../open.ts';
import { type Entry, entryMember } from './entry.ts';
import { FEED_ROOTS, feedEntries } from './feed.ts';
import { jsonAnswer } from './json-answer.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';
import { jsonFeedEntries } from './json-feed.ts';
import { JSON_LINES } from './json-lines.ts';
import { openRecord } from './json-record.ts';
import { readWindow } from './long-format.ts';
import type { Member, Members } from './member.ts';
import { NEWS_ROOTS, newsMembers } from './news-items.ts';
import { tableMembers } from './table-members.ts';

/** Enough to see any preamble. */
const HEAD_CHARS = 65_536;

export function textMembers(decoded: Decoded, facts: DocumentFacts): Members | null {
  if (isWide(decoded) && hasObjectLines(Buffer.from(decoded.text))) return lineMembers(decoded);
  const head = decoded.text.slice(0, HEAD_CHARS).trimStart();
  if (head.startsWith('[')) return listMembers(decoded, head);
  if (head.startsWith('{')) {
    const entries = jsonFeedEntries(decoded.text);
    return entries === null ? answerMembers(decoded, facts.mapping ?? null) : feedOf('a JSON Feed', entries, decoded);
  }
  if (head.startsWith('<')) {
    const { name } = rootName(head);
    if (name !== null && NEWS_ROOTS.has(name)) return newsMembers(decoded, name);
    return name === null || !FEED_ROOTS.has(name) ? null : feedOf('a feed', feedEntries(decoded.text), decoded);
  }
  return tableMembers(decoded, head, facts);
}

/** In two or four bytes a character, so that its lines cannot be told in the bytes. */
function isWide({ charset }: Decoded): boolean {
  return /^utf-(?:16|32)/.test(charset);
}

/** `@OFFSET` is that in UTF-8. */
function lineMembers({ text, charset, basis }: Decoded): Members {
  const bytes = Buffer.from(text);
  const { placed } = readWindow(JSON_LINES, { bytes, base: 0, isEnd: true }, 0, bytes.length, LIMITS.containerMembers);
  const members = placed.map(({ member }): Member => {
    const open: Member['open'] = (mapping) => ({ ...member.open(mapping), charset, charsetBasis: basis });
    return { ...member, open };
  });
  return { format: JSON_LINES.name, members };
}

function feedOf(format: string, entries: readonly Entry[], decoded: Decoded): Members {
  return { format, members: entries.map((entry, ordinal) => entryMember(entry, decoded, ordinal)) };
}

function listMembers(decoded: Decoded, head: string): Members | null {
  // A story may begin with brackets that are left over of a template.
  if (!/^\[\s{0,200}\{\s{0,200}["}]/.test(head)) return null;
  const elements = jsonElements(decoded.text, LIMITS.containerMembers);
  return { format: 'a list in JSON', members: elementMembers(elements, decoded, '') };
}

function answerMembers(decoded: Decoded, mapping: Mapping | null): Members | null {
  const answer = jsonAnswer(decoded.text, mapping);
  if (answer === null) return null;
  return { format: 'a list in JSON', members: elementMembers(answer.elements, decoded, `/${answer.name}`) };
}

/** `place`: of the list in what holds it. */
function elementMembers(elements: readonly JsonElement[], decoded: Decoded, place: string): readonly Member[] {
  return elements.map(
    ({ text, depth, isCut }, ordinal): Member => ({
      name: `${place}/${ordinal}`,
      hints: {},
      open: (mapping) => {
        if (isCut)
          throw new Rejection(
            'document.truncated',
            'The list in JSON ends before this record is closed: upload the whole file.',
          );
        return openRecord({ ...decoded, text }, depth, Buffer.byteLength(text), mapping);
      },
    }),
  );
}
