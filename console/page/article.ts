/** One article: the clean record with the evidence of its fields, and the raw file beside it, every line with its label and reason. */
import type { ExplainedLine, Explanation } from '../../shared/core/explain.ts';
import type { ExplainedField } from '../../shared/core/explain-fields.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { ask } from './api.ts';
import { h } from './dom.ts';

export async function article(id: string): Promise<HTMLElement> {
  const record = await ask<ArticleRecord>('article', { id });
  const raw = h('div', { class: 'raw' }, h('p', { class: 'hint' }, 'Reading the raw file …'));
  const fields = h('div', {});
  void ask<Explanation>('explanation', { id }).then(
    (told) => {
      raw.replaceChildren(h('ol', { class: 'lines' }, ...told.lines.map(line)));
      fields.replaceChildren(...evidence(told));
    },
    (error: unknown) =>
      raw.replaceChildren(
        h('p', { class: 'problem', role: 'alert' }, error instanceof Error ? error.message : String(error)),
      ),
  );
  return h(
    'section',
    {},
    h('p', {}, h('a', { href: '#/' }, '← Inbox')),
    h('h1', { dir: 'auto' }, record.headline ?? 'No headline'),
    facts(record),
    h(
      'div',
      { class: 'beside' },
      h('div', {}, h('h2', {}, 'Raw, line by line'), raw),
      h('div', {}, h('h2', {}, 'Clean'), clean(record)),
    ),
    fields,
  );
}

function facts(record: ArticleRecord): HTMLElement {
  const { published, copyOf, source } = record;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['Publisher', record.publisher?.name ?? null],
    ['Byline', record.byline],
    ['Agency', record.provider?.name ?? null],
    ['Published', `${published.utc ?? published.local ?? 'not stated'} (${published.status.replaceAll('-', ' ')})`],
    ['Printed as', published.raw],
    ['Version', String(record.version)],
    ['Language', record.language],
    ['Story', record.storyId],
    ['Event', record.eventId],
    [
      'Copy of',
      copyOf === null ? null : `${copyOf.id ?? copyOf.provider ?? 'unknown'} (${copyOf.relation}, ${copyOf.direction})`,
    ],
    ['File', source.key],
    ['Id', record.id],
    ['Notes', record.quality.length === 0 ? null : record.quality.join(', ')],
  ];
  return h(
    'dl',
    { class: 'record' },
    ...pairs.flatMap(([name, value]) =>
      value === null ? [] : [h('div', {}, h('dt', {}, name), h('dd', { dir: 'auto' }, value))],
    ),
  );
}

function clean({ deck, body, media }: ArticleRecord): HTMLElement {
  const tags = { p: 'p', h2: 'h3', quote: 'blockquote', list: 'p' } as const;
  const paragraphs = body.map(({ text, role }) => h(tags[role], { dir: 'auto' }, text));
  const captions = media.flatMap(({ caption }) =>
    caption === null ? [] : [h('p', { class: 'caption', dir: 'auto' }, caption)],
  );
  return h(
    'div',
    { class: 'clean' },
    deck === null ? null : h('p', { class: 'deck', dir: 'auto' }, deck),
    ...paragraphs,
    ...captions,
  );
}

/** The colour is the area of the label; its name stands beside it, so nothing is told by colour alone. */
function line({ line: number, label, pieces }: ExplainedLine): HTMLElement {
  return h(
    'li',
    { class: `line area-${label.split('.')[0]}` },
    h('div', { class: 'about' }, h('span', { class: 'number' }, String(number)), h('span', { class: 'label' }, label)),
    h(
      'div',
      {},
      ...pieces.flatMap(({ text, why }) => [
        h('p', { class: 'text', dir: 'auto' }, text),
        h('p', { class: 'why' }, why),
      ]),
    ),
  );
}

function evidence({ fields, quality }: Explanation): readonly HTMLElement[] {
  const found = fields.map((field) =>
    h('details', {}, h('summary', {}, h('b', {}, field.field), ` ${short(field.value)}`), ...reasons(field)),
  );
  const notes = quality.map(({ code, meaning, why }) => h('li', {}, h('code', {}, code), ` ${meaning} ${why ?? ''}`));
  return [
    h('h2', {}, 'Where each field came from'),
    ...found,
    ...(notes.length === 0 ? [] : [h('h2', {}, 'Notes'), h('ul', {}, ...notes)]),
  ];
}

function reasons({ why, where, rule, raw, lost }: ExplainedField): readonly HTMLElement[] {
  const others = lost.map((one) => h('p', { class: 'hint' }, `Not “${one.value ?? ''}” (${one.where}): ${one.why}`));
  const printed = raw === null ? [] : [h('p', { class: 'hint', dir: 'auto' }, `As printed: ${raw}`)];
  return [h('p', {}, why), h('p', { class: 'hint' }, `${where} · ${rule}`), ...printed, ...others];
}

const SHORT = 160;

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
