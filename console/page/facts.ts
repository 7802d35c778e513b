/** The record as a list of facts; each that an explanation knows of shows its evidence. */
import type { Explanation } from '../../shared/core/explain.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { ArticleShown } from '../server/shapes.ts';
import { type Child, h, named } from './dom.ts';
import { evidenceOf } from './evidence.ts';
import type { Tip } from './tip.ts';
import { minute, statusInWords } from './words.ts';

interface Fact {
  readonly name: string;
  readonly value: string | null;
  /** As the explanation calls it; null: nothing is told of it. */
  readonly field: string | null;
  readonly href?: string;
}

export function factList(record: ArticleShown): HTMLElement {
  const shown = factsOf(record).flatMap(({ name, value, field, href }) => {
    if (value === null || value === '') return [];
    const text = href === undefined ? value : h('a', { href, dir: 'auto' }, value);
    return [h('div', { 'data-field': field }, h('dt', {}, name), h('dd', { dir: 'auto' }, text))];
  });
  const copied = copyOf(record);
  if (copied !== null) shown.push(h('div', { class: 'wide' }, h('dt', {}, 'Copy of'), h('dd', {}, ...copied)));
  return h('dl', { class: 'record' }, ...shown);
}

function factsOf(record: ArticleRecord): readonly Fact[] {
  const { id, headline, deck, byline, provider, publisher, published, modified, dateline, language, section } = record;
  const { slugline, advisory, version, source, quality, rights, keywords, wordCount, url } = record;
  const from = publisher?.name ?? publisher?.domain ?? null;
  return [
    { name: 'Headline', value: headline, field: 'headline' },
    { name: 'Deck', value: deck, field: 'deck' },
    { name: 'Byline', value: byline, field: 'authors' },
    { name: 'Publisher', value: from, field: 'publisher', ...linkTo(from) },
    { name: 'Agency', value: provider?.name ?? null, field: 'provider' },
    { name: 'Published', value: dateOf(published), field: 'published' },
    { name: 'Taken as', value: effectiveOf(record), field: null },
    { name: 'Why disputed', value: published.contradicts.join('; '), field: null },
    { name: 'Changed', value: modified === null ? null : dateOf(modified), field: 'modified' },
    { name: 'Dateline', value: dateline?.raw ?? null, field: 'dateline' },
    { name: 'Slugline', value: slugline, field: null },
    { name: 'Advisory', value: advisory?.note ?? null, field: 'advisory' },
    { name: 'Language', value: language, field: 'language' },
    { name: 'Section', value: section, field: 'section' },
    { name: 'Keywords', value: keywords.join(', '), field: 'keywords' },
    { name: 'Rights', value: rights?.notice ?? rights?.holder ?? null, field: 'rights' },
    { name: 'Length', value: `${wordCount} words`, field: null },
    {
      name: 'Version',
      value: String(version),
      field: null,
      ...(version > 1 ? { href: `#/article/${id}/versions` } : {}),
    },
    { name: 'Notes', value: quality.map((code) => code.replaceAll('-', ' ')).join(', '), field: 'quality' },
    { name: 'Address', value: url, field: null },
    { name: 'File', value: [source.key, source.member].filter((part) => part !== null).join('#'), field: null },
  ];
}

function linkTo(outlet: string | null): { readonly href?: string } {
  return outlet === null ? {} : { href: `#/search?outlet=${encodeURIComponent(outlet)}` };
}

function dateOf({ utc, local, status }: Pick<ArticleRecord['published'], 'utc' | 'local' | 'status'>): string {
  const when = utc === null ? (local === null ? 'no date' : minute(local)) : `${minute(utc)} UTC`;
  return `${when} (${statusInWords(status)})`;
}

/** A disputed date yields to that of the earliest copy. */
function effectiveOf({ effectiveDate: { utc, basis } }: ArticleRecord): string | null {
  return basis === 'earliest-copy' ? `${minute(utc)} UTC (the earliest copy)` : null;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Whose, how much, and how that is known. */
function copyOf({ copyOf: copy, original }: ArticleShown): readonly Child[] | null {
  if (copy === null) return null;
  const { id, provider, relation, coverage, coverageOfOther, direction } = copy;
  const who = named(original?.publisher ?? original?.headline ?? 'the first that is known');
  const whose = provider === null ? [] : [' The text is that of ', named(provider), ', as a credit or dateline says.'];
  const order = {
    stated: '',
    inferred: ' It came out later, by the dates.',
    unknown: ' Nobody knows which was first.',
  };
  const kind =
    relation === 'partial'
      ? 'Shares a part with '
      : `${relation.slice(0, 1).toUpperCase()}${relation.slice(1)} copy of `;
  return [
    kind,
    original === null || id === null ? who : h('a', { href: `#/article/${id}` }, who),
    `: has ${percent(coverageOfOther)} of it, which makes ${percent(coverage)} of its own text.`,
    ...whose,
    order[direction],
  ];
}

/** What is only a text becomes something to focus; a link is that already. */
export function withEvidence(list: HTMLElement, told: Explanation, tip: Tip): void {
  for (const fact of list.querySelectorAll<HTMLElement>('[data-field]')) {
    const content = evidenceOf(fact.dataset['field'] ?? '', told);
    const value = fact.querySelector('dd');
    if (content === null || value === null) continue;
    const link = value.querySelector<HTMLElement>('a');
    const owner = link ?? h('button', { type: 'button', class: 'fact', dir: 'auto' }, value.textContent);
    if (link === null) value.replaceChildren(owner);
    tip.attach(owner, content);
  }
}
