/** What speaks for each candidate. In: a document whose labels are given. Out: a line for each offer with its weight, and where the page names itself. */
import { metadataLists } from '../../shared/core/fields/author-lists.ts';
import { readBody } from '../../shared/core/fields/body.ts';
import { dateOffers } from '../../shared/core/fields/date-offers.ts';
import { lazyFacts } from '../../shared/core/fields/facts-lines.ts';
import { chooseHeadline } from '../../shared/core/fields/headline.ts';
import { readLanguage } from '../../shared/core/fields/language.ts';
import { printedByline } from '../../shared/core/fields/printed-byline.ts';
import { selfReferences } from '../../shared/core/fields/self-reference.ts';
import { sourcesOf } from '../../shared/core/fields/sources.ts';
import { dateContext, surroundingsOf } from '../../shared/core/fields/surroundings.ts';
import type { labelledLines } from './given.ts';
import { shown } from './shown.ts';

/** What each offer weighs, so that a choice is seen to be made for its reason. */
export function weights({ page, labelled, hints, profile }: ReturnType<typeof labelledLines>): readonly string[] {
  const sources = sourcesOf(page, labelled, hints, profile);
  const body = readBody(sources).value.parts.map(({ text }) => text);
  const around = surroundingsOf(sources, readLanguage(sources, body, null).value);
  const context = dateContext(around);
  const facts = lazyFacts(sources, context);
  const printed = printedByline(sources, around.language, facts);
  const dates = (['published', 'modified'] as const).flatMap((field) =>
    dateOffers(sources, field, context, facts).map((offer) => ({ ...offer, field })),
  );
  return [
    ...(chooseHeadline(page.candidates, null, sources.site)?.lost ?? []).map(({ text, weight, kind }) => {
      return `weighs ${weighed(weight)}: ${kind} ${shown(text)}`;
    }),
    ...metadataLists(sources, around.language, printed?.byline.names ?? []).map(({ names, where, weight }) => {
      return `weighs ${weighed(weight)}: ${where} ${shown(names.map(({ name }) => name))}`;
    }),
    ...dates.map(({ field, where, weight, raw }) => `weighs ${weighed(weight)}: ${field} ${where} ${shown(raw)}`),
    ...(printed === null ? [] : [`printed ${shown({ ...printed, byline: printed.byline.text })}`]),
    ...selfReferences(labelled).map(({ name, where, count }) => `names itself ${shown(name)} ${where} ${count}`),
  ];
}

export function weighed(weight: number): string {
  return String(+weight.toFixed(4));
}
