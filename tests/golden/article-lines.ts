/** An article as lines. In: it and its labelled blocks. Out: every field with its evidence and what lost, its text, its pictures, and what is wrong with it. */
import { type Explanation, explain } from '../../shared/core/explain.ts';
import type { LabelledBlock } from '../../shared/core/label.ts';
import type { Article } from '../../shared/core/record.ts';
import { shown } from './shown.ts';

export function labelLine({ block, label, reason }: LabelledBlock): string {
  return `${label}, ${reason.rule}: ${block.text}${/“.*”/.test(reason.text) ? ` (${reason.text})` : ''}`;
}

const ELSEWHERE = ['evidence', 'quality', 'body', 'media', 'wordCount', 'charCount', 'paragraphCount'];

export function articleLines(article: Article, labelled: readonly LabelledBlock[]): readonly string[] {
  const { fields, quality } = explain({ article, labelled });
  const told = new Set([...fields.map(({ field }) => field), ...ELSEWHERE]);
  const rest = Object.entries(article).filter(
    ([field, value]) => !told.has(field) && brief(value) !== '{}' && !isNothing(value),
  );
  const { wordCount, charCount, paragraphCount } = article;
  return [
    ...fields.flatMap(fieldLines),
    ...rest.map(([field, value]) => `${field} ${brief(value)}`),
    `${wordCount} words, ${charCount} characters, ${paragraphCount} paragraphs`,
    ...article.body.map(({ role, text }) => `text ${role}: ${text}`),
    ...article.media.map((one) => `media ${brief(one)}`),
    ...quality.map(({ code, where, why, raw }) =>
      where === null ? `quality ${code}` : `quality ${code} from ${where}: ${shown(raw)}. ${why}`,
    ),
  ];
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** What is null in an object says nothing. */
function brief(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shown(value);
  return shown(Object.fromEntries(Object.entries(value).filter(([, part]) => !isNothing(part))));
}

function fieldLines({ field, value, where, rule, raw, lost }: Explanation['fields'][number]): readonly string[] {
  return [
    `${field} ${brief(value)} from ${where}, ${rule}, ${shown(raw)}`,
    ...lost.map((one) => `  not ${shown(one.value)} from ${one.where}`),
  ];
}
