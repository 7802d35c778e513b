/**
 * What no rule claimed: menus, footers and loose lines get the label of the place they stand in.
 * Promise: every block leaves with a label.
 */
import type { Label } from '../label.ts';
import { isBody } from '../label.ts';
import type { Draft, Line } from './draft.ts';
import { headlineIndex } from './headline.ts';
import type { RuleId } from './rules.ts';

const MENU_WORDS = 5;
const RUN = 3;
const ITEM_WORDS = { fewest: 4, most: 25 } as const;

export function labelRest(draft: Draft): void {
  const isText = ({ index }: Line) => isBody(draft.labelOf(index) ?? 'other');
  const first = draft.lines.findIndex(isText);
  const last = draft.lines.findLastIndex(isText);
  const headline = headlineIndex(draft) ?? -1;
  const before = Math.max(headline, 0) || first;
  for (const line of draft.lines) {
    if (draft.labelOf(line.index) !== null) continue;
    const [label, rule] = ruleFor(draft, line, before, last);
    draft.put(line.index, label, rule);
  }
}

function ruleFor(draft: Draft, line: Line, before: number, last: number): readonly [Label, RuleId] {
  const marked = markedPlace(line);
  if (marked !== null) return marked;
  if (line.index < before) {
    if (line.block.fused && line.index === 0) return ['nav.breadcrumb', 'head.breadcrumb'];
    return runsShort(draft, line) ? ['nav.menu', 'nav.list'] : siteOr(draft, line);
  }
  if (last !== -1 && line.index > last) {
    if (isItem(line) && [line.index - 1, line.index + 1].some((at) => isItem(draft.lines[at])))
      return ['related.item', 'related.list'];
    return runsShort(draft, line) ? ['nav.menu', 'tail.list'] : ['other', 'rest.after'];
  }
  return ['other', 'rest.between'];
}

/** The last piece of a line that holds a path and the headline is the site's name. */
function siteOr(draft: Draft, { index, block }: Line): readonly [Label, RuleId] {
  const before = draft.lines[index - 1];
  const isPiece = block.fused && before?.block.line === block.line;
  return isPiece && draft.labelOf(index - 1) === 'dup.headline' ? ['nav.site', 'head.site'] : ['other', 'rest.before'];
}

function isItem(line: Line | undefined): boolean {
  return (
    line !== undefined && line.words >= ITEM_WORDS.fewest && line.words <= ITEM_WORDS.most && !/[.。]$/.test(line.text)
  );
}

function runsShort(draft: Draft, { index }: Line): boolean {
  let run = 0;
  for (let at = index - RUN + 1; at < index + RUN; at++) {
    const line = draft.lines[at];
    run = line !== undefined && line.words <= MENU_WORDS ? run + 1 : 0;
    if (run >= RUN && at >= index) return true;
  }
  return false;
}

function markedPlace({ block }: Line): readonly [Label, RuleId] | null {
  for (let element = block.element, up = 0; element !== null && up < 40; element = element.parent, up++) {
    if (element.tag === 'nav') return ['nav.menu', 'nav.menu'];
    if (element.tag === 'footer') return ['footer.imprint', 'tail.footer'];
  }
  return null;
}
