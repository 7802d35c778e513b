/**
 * Notes of an agency to the desks that run its copy, printed by mistake or left in a file from the wire. In: a draft. Promise: only whole
 * lines above the text and at its two ends; a bracket in the middle of a report is the reporter's.
 */
import { readAdvisory } from '../read/advisory.ts';
import { embargoLine } from '../read/embargo.ts';
import type { Draft, Line } from './draft.ts';
import { bodySpan } from './span.ts';

/** Lines at either end of the text where such a note stands. */
const AT_AN_END = 2;

export function labelAdvisories(draft: Draft): void {
  for (const { index, text } of aroundText(draft))
    if (readAdvisory(text) !== null) draft.put(index, 'meta.advisory', 'advisory.line');
}

/** Comes before the headline is looked for: an embargo stands above it, in capitals. */
export function labelEmbargoes(draft: Draft): void {
  for (const { index, text } of aroundText(draft))
    if (embargoLine(text) !== null) draft.put(index, 'meta.advisory', 'advisory.line');
}

function aroundText(draft: Draft): readonly Line[] {
  const { first, last } = bodySpan(draft);
  const { lines } = draft;
  const above = lines.slice(0, last === -1 ? lines.length : first + AT_AN_END);
  const below = last === -1 ? [] : lines.slice(Math.max(first + AT_AN_END, last - AT_AN_END), last + 1 + AT_AN_END);
  return [...above, ...below];
}
