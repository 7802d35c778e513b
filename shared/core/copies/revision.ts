/**
 * What a new version of an article changed. Two versions come in; the class of the change and an aligned diff go out.
 * Promise: a changed figure is never a typing error; the diff is in the order of the new version; bounded.
 */
import { foldedText } from '../fingerprint.ts';
import { alignParagraphs, type ParagraphEntry } from './paragraph-map.ts';
import { isTypingError } from './typing-error.ts';
import { type DiffPiece, wordDiff } from './word-diff.ts';

export interface VersionText {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
}

/**
 * `typo`: letters and signs alone; `headline`: that alone; `rewrite`: less than half of the longer version is in both. A version
 * is a text, so a new headline over the same text is none: `headline` is told of versions that are compared across others, and of files.
 */
export type RevisionClass = 'typo' | 'headline' | 'substantive' | 'rewrite';

export interface RevisedParagraph extends ParagraphEntry {
  /** Of an edited paragraph word by word, of any other as a whole. */
  readonly pieces: readonly DiffPiece[];
}

export interface Revision {
  /** Null when nothing changed that a reader would see. */
  readonly revisionClass: RevisionClass | null;
  readonly headline: readonly DiffPiece[];
  readonly paragraphs: readonly RevisedParagraph[];
}

const REWRITTEN_BELOW = 50;

export function revisionOf(before: VersionText, after: VersionText): Revision {
  const { entries, coverageA, coverageB } = alignParagraphs(before.paragraphs, after.paragraphs);
  const paragraphs = entries.map((entry) => ({ ...entry, pieces: piecesOf(entry, before, after) }));
  const headline = wordDiff(before.headline ?? '', after.headline ?? '');
  const sameHeadline = foldedText(before.headline ?? '') === foldedText(after.headline ?? '');
  return {
    revisionClass: classOf(
      paragraphs,
      sameHeadline || isTypingError(headline),
      sameHeadline,
      Math.min(coverageA, coverageB),
    ),
    headline,
    paragraphs,
  };
}

export function revisionClass(before: VersionText, after: VersionText): RevisionClass | null {
  return revisionOf(before, after).revisionClass;
}

function classOf(
  paragraphs: readonly RevisedParagraph[],
  headlineStands: boolean,
  sameHeadline: boolean,
  coverage: number,
): RevisionClass | null {
  const changed = paragraphs.filter(({ kind, moved }) => kind !== 'identical' || moved);
  if (changed.length === 0) {
    if (sameHeadline) return null;
    return headlineStands ? 'typo' : 'headline';
  }
  if (coverage < REWRITTEN_BELOW) return 'rewrite';
  const onlyTypos = changed.every(({ kind, moved, pieces }) => kind === 'edited' && !moved && isTypingError(pieces));
  return onlyTypos && headlineStands ? 'typo' : 'substantive';
}

function piecesOf({ kind, inA, inB }: ParagraphEntry, before: VersionText, after: VersionText): readonly DiffPiece[] {
  const old = inA === null ? '' : (before.paragraphs[inA] ?? '');
  const young = inB === null ? '' : (after.paragraphs[inB] ?? '');
  if (kind === 'edited') return wordDiff(old, young);
  if (kind === 'dropped') return [{ kind: 'removed', text: old }];
  return [{ kind: kind === 'added' ? 'added' : 'same', text: young }];
}
