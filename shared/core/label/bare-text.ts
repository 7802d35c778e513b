/**
 * A plain text that is nothing but an article in figures or notes: earnings, results, rates, a schedule. In: a draft in which no
 * line is body. Promise: only a file without any furniture, where all that follows the headline and its facts is the report;
 * whoever copies a page copies its furniture with it, and then the model decides.
 */
import type { Label } from '../label.ts';
import type { Draft } from './draft.ts';
import { headlineIndex } from './headline.ts';

export function labelBareText(draft: Draft): void {
  if (draft.page.format !== 'text') return;
  const headline = headlineIndex(draft);
  if (headline === null || draft.lines.some(({ index }) => draft.isBody(index))) return;
  const unclaimed = draft.lines.filter(({ index }) => draft.labelOf(index) === null);
  const isBare = draft.lines.every(({ index }) => isOfArticle(draft.labelOf(index)));
  if (!isBare || unclaimed.some(({ index }) => index < headline)) return;
  for (const { index } of unclaimed) draft.put(index, 'body', 'body.bare');
}

function isOfArticle(label: Label | null): boolean {
  return label === null || label.startsWith('meta.') || label.startsWith('body') || label.startsWith('dup.');
}
