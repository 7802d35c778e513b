/** Where a field came from, in words: the reason, the place, what stood there, and what lost. */
import type { Explanation } from '../../shared/core/explain.ts';
import type { ExplainedField } from '../../shared/core/explain-fields.ts';
import { type Child, h } from './dom.ts';

/** Null where nothing is told of the field. */
export function evidenceOf(name: string, { fields, quality }: Explanation): (() => readonly Child[]) | null {
  if (name === 'quality') return quality.length === 0 ? null : () => quality.map(note);
  const field = fields.find((one) => one.field === name);
  return field === undefined ? null : () => reasons(field);
}

function note({ meaning, why }: Explanation['quality'][number]): HTMLElement {
  return h('p', {}, meaning, why === null ? null : ` ${why}`);
}

/** All of them, to be opened one by one: also those that the list of facts has no room for. */
export function everyField({ fields }: Explanation): readonly HTMLElement[] {
  const found = fields.map((field) =>
    h('details', {}, h('summary', {}, h('b', {}, field.field), ` ${short(field.value)}`), ...reasons(field)),
  );
  return [h('h2', {}, 'Where each field came from'), ...found];
}

function reasons({ why, where, rule, raw, lost }: ExplainedField): readonly HTMLElement[] {
  return [
    h('p', {}, why),
    ...(raw === null ? [] : [h('p', { dir: 'auto' }, 'As it stands there: ', h('q', {}, short(raw)))]),
    h('p', { class: 'hint' }, `${where} · ${rule}`),
    ...lost.map((one) =>
      h('p', { class: 'lost' }, 'Not ', h('q', { dir: 'auto' }, short(one.value)), ` (${one.where}): ${one.why}`),
    ),
  ];
}

const SHORT = 160;

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
