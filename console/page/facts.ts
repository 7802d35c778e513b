/** The record as a list of facts; each that an explanation knows of shows its evidence. */
import type { Explanation } from '../../shared/core/explain.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { h } from './dom.ts';
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

export function factList(record: ArticleRecord): HTMLElement {
  const shown = factsOf(record).flatMap(({ name, value, field, href }) => {
    if (value === null || value === '') return [];
    const text = href === undefined ? value : h('a', { href, dir: 'auto' }, value);
    return [h('div', { 'data-field': field }, h('dt', {}, name), h('dd', { dir: 'auto' }, text))];
  });
  return h('dl', { class: 'record' }, ...shown);
}

function factsOf(record: ArticleRecord): readonly Fact[] {
  const { id, headline, deck, byline, provider, publisher, published, modified, dateline, language, section } = record;
  const { slugline, advisory, version, copyOf, source, quality, rights, keywords, wordCount } = record;
  const from = publisher?.name ?? publisher?.domain ?? null;
  return [
    { name: 'Headline', value: headline, field: 'headline' },
    { name: 'Standfirst', value: deck, field: 'deck' },
    { name: 'Byline', value: byline, field: 'authors' },
    { name: 'Publisher', value: from, field: 'publisher', ...linkTo(from) },
    { name: 'Agency', value: provider?.name ?? null, field: 'provider' },
    { name: 'Published', value: dateOf(published), field: 'published' },
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
    {
      name: 'Copy of',
      value: copyInWords(copyOf),
      field: null,
      ...(copyOf?.id ? { href: `#/article/${copyOf.id}` } : {}),
    },
    { name: 'Notes', value: quality.map((code) => code.replaceAll('-', ' ')).join(', '), field: 'quality' },
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

function copyInWords(copyOf: ArticleRecord['copyOf']): string | null {
  if (copyOf === null) return null;
  const direction = { stated: 'as the credit says', inferred: 'by the dates', unknown: 'or the other way round' };
  return `${copyOf.relation} copy, ${direction[copyOf.direction]}`;
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
