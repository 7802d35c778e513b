/** One article: the record with evidence on hover and focus, and the raw file beside the clean text, every line with label and reason. */
import type { Explanation } from '../../shared/core/explain.ts';
import type { ArticleShown } from '../server/shapes.ts';
import { aboutArticle } from './about-article.ts';
import { explanationOf, forget } from './ahead.ts';
import { ask } from './api.ts';
import { beside, cleanText } from './beside.ts';
import { command } from './command.ts';
import { h, named, spoken } from './dom.ts';
import { everyField } from './evidence.ts';
import { factList, withEvidence } from './facts.ts';
import { openTip } from './tip.ts';
import { dayInWords, errorInWords, HELD, languageIn, minute } from './words.ts';

/** Waited for, so that the page comes at once and whole where the file was read ahead. */
const PATIENCE_MS = 80;

export async function article(id: string, signal: AbortSignal): Promise<HTMLElement> {
  const explained = explanationOf(id);
  const record = await ask<ArticleShown>('article', { id });
  const tip = openTip(signal);
  const raw = h('div', {}, h('p', { class: 'hint', role: 'status' }, 'Reading the raw file …'));
  const clean = cleanText(record);
  const facts = factList(record);
  const fields = h('div', {});
  const show = explained.then(
    (told: Explanation) => {
      raw.replaceChildren(beside(told, clean, languageIn(record.language)));
      withEvidence(facts, told, tip);
      fields.replaceChildren(...everyField(told));
    },
    (error: unknown) => {
      forget(id);
      raw.replaceChildren(h('p', { class: 'problem', role: 'alert' }, errorInWords(error)));
    },
  );
  await Promise.race([show, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const { headline, deck, publisher, sortDate, held } = record;
  const lang = languageIn(record.language);
  return h(
    'article',
    {},
    h('p', { class: 'kicker' }, named(publisher?.name ?? 'Publisher not known'), ` · ${dayInWords(sortDate.utc)}`),
    h('h1', spoken(headline === null ? null : lang), headline ?? 'No headline'),
    deck === null ? null : h('p', { class: 'deck', ...spoken(lang) }, deck),
    held === null ? null : h('p', { class: 'note' }, heldInWords(record)),
    aboutArticle(id, 'article'),
    facts,
    h('p', { class: 'hint' }, 'Dotted: hover or focus to see where it came from.'),
    h(
      'div',
      { class: 'beside' },
      h('div', {}, h('h2', {}, 'Raw, line by line'), raw),
      h('div', {}, h('h2', {}, 'Clean'), clean),
    ),
    fields,
    await command('show', id),
    tip.element,
  );
}

function heldInWords({ held, embargoedUntil }: ArticleShown): string {
  const ends = held === 'embargoed' && embargoedUntil !== null ? ` until ${minute(embargoedUntil)} UTC` : '';
  const what = held === null ? '' : HELD[held];
  return `This article is ${what}${ends}: not to be published. Exports, phrase search and the HTTP API leave it out.`;
}
