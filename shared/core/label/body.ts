/**
 * The text: what the model reads as body and no rule has claimed becomes body, heading, quote or list.
 * Promise: a block below the model's threshold never becomes body here.
 */
import type { Label } from '../label.ts';
import type { Draft, Line } from './draft.ts';
import type { RuleId } from './rules.ts';

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HEADING_WORDS = 12;
const LIST_MARK = /^(?:[•◦▪●○■*+-]|\d{1,2}[.)]) /;

export function labelBody(draft: Draft): void {
  const body = draft.lines.filter((line) => draft.isBody(line.index));
  const last = body.findLastIndex(({ block }) => !HEADINGS.has(block.tag));
  // A heading with nothing under it belongs to what follows the article.
  for (const { index } of last === -1 ? [] : body.slice(last + 1)) draft.put(index, 'other', 'body.heading-alone');
  for (const line of body) {
    const [label, rule] = roleOf(draft, line);
    draft.put(line.index, label, rule);
  }
}

function roleOf(draft: Draft, line: Line): readonly [Label, RuleId] {
  const { block } = line;
  if (HEADINGS.has(block.tag) || isTextHeading(draft, line)) return ['body.heading', 'body.heading'];
  if (within(line, 'blockquote')) return ['body.quote', 'body.quote'];
  if (within(line, 'li') || (block.element === null && LIST_MARK.test(block.raw ?? '')))
    return ['body.list', 'body.list'];
  return ['body', 'body.score'];
}

/** Plain text has no marks for headings: a short line without a stop, with a paragraph right after it. */
function isTextHeading(draft: Draft, { index, block, words, text }: Line): boolean {
  if (block.element !== null || words > HEADING_WORDS || /[\p{P}]$/u.test(text)) return false;
  const next = draft.lines[index + 1];
  return next !== undefined && draft.isBody(next.index) && next.words > HEADING_WORDS;
}

function within({ block }: Line, tag: string): boolean {
  for (let element = block.element, up = 0; element !== null && up < 4; element = element.parent, up++) {
    if (element.tag === tag) return true;
  }
  return false;
}
