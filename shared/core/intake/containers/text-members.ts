/** Decoded text in, the members of a feed, a list or a table out; null when it is none of these. */
import { LIMITS } from '../../limits.ts';
import type { Decoded } from '../charset.ts';
import type { Mapping } from '../formats/mapping.ts';
import { HEAD_CHARS, rootName } from '../markup.ts';
import { hasObjectLines, SEPARATOR } from '../object-lines.ts';
import type { DocumentFacts } from '../open.ts';
import { type Entry, entryMember } from './entry.ts';
import { FEED_ROOTS, feedEntries } from './feed.ts';
import { jsonFeedEntries } from './json-feed.ts';
import { JSON_LINES } from './json-lines.ts';
import { answerMembers, listMembers, sequenceMembers } from './json-members.ts';
import { readWindow } from './long-format.ts';
import type { Member, Members } from './member.ts';
import { NEWS_ROOTS, newsMembers } from './news-items.ts';
import { tableMembers } from './table-members.ts';

export function textMembers(decoded: Decoded, facts: DocumentFacts): Members | null {
  const { mapping = null } = facts;
  if (isWide(decoded) && hasObjectLines(Buffer.from(decoded.text))) return wideLines(decoded, mapping);
  const head = decoded.text.slice(0, HEAD_CHARS).trimStart();
  if (head.startsWith(SEPARATOR)) return sequenceMembers(decoded, mapping);
  if (head.startsWith('[')) return listMembers(decoded, head, mapping);
  if (head.startsWith('{')) {
    const entries = jsonFeedEntries(decoded.text);
    return entries === null ? answerMembers(decoded, mapping) : feedOf('a JSON Feed', entries, decoded);
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
function wideLines({ text, charset, basis }: Decoded, mapping: Mapping | null): Members {
  const bytes = Buffer.from(text);
  const { placed } = readWindow(
    JSON_LINES,
    { bytes, base: 0, isEnd: true, mapping },
    0,
    bytes.length,
    LIMITS.containerMembers,
  );
  const members = placed.map(({ member }): Member => {
    const open: Member['open'] = (mapping) => ({ ...member.open(mapping), charset, charsetBasis: basis });
    return { ...member, open };
  });
  return { format: JSON_LINES.name, members };
}

function feedOf(format: string, entries: readonly Entry[], decoded: Decoded): Members {
  return { format, members: entries.map((entry, ordinal) => entryMember(entry, decoded, ordinal)) };
}
