/**
 * How the fields of an article came about: the article comes in; every field with its value, the evidence in words, and the candidates
 * that lost go out. Promise: all evidence of the record is in it, each piece once.
 */

import { RULES } from './label/rules.ts';
import type { Article, QualityCode } from './record.ts';
import { FIELD_REASONS, WHY_LOST } from './tables/field-reasons.ts';
import { QUALITY_SENTENCES } from './tables/quality-sentences.ts';

export interface LostCandidate {
  readonly value: string | null;
  readonly where: string;
  readonly why: string;
}

export interface ExplainedField {
  readonly field: string;
  /** As JSON shows it; null when the article has no such field or none was found. */
  readonly value: unknown;
  readonly where: string;
  readonly rule: string;
  /** One plain sentence. */
  readonly why: string;
  readonly raw: string | null;
  readonly lost: readonly LostCandidate[];
}

export interface ExplainedQuality {
  readonly code: QualityCode;
  /** What the code means. */
  readonly meaning: string;
  /** What shows it, where there is more to say than the meaning. */
  readonly where: string | null;
  readonly why: string | null;
  readonly raw: string | null;
}

const LOST = /^(.+)\.lost\.\d+$/;
const QUALITY = 'quality.';

export function explainFields(article: Article): readonly ExplainedField[] {
  const values = new Map<string, unknown>(Object.entries(article));
  const evidence = Object.entries(article.evidence);
  const shown = evidence.filter(([field]) => !LOST.test(field) && !field.startsWith(QUALITY));
  return shown.map(([field, { where, rule, raw }]) => ({
    field,
    value: values.get(field) ?? memberOf(article, field),
    where,
    rule,
    why: fieldReason(rule),
    raw,
    lost: evidence.flatMap(([key, lost]) =>
      LOST.exec(key)?.[1] === field
        ? [{ value: lost.raw, where: lost.where, why: WHY_LOST[field] ?? LOST_SOMEHOW }]
        : [],
    ),
  }));
}

export function explainQuality({
  quality,
  evidence,
}: Pick<Article, 'quality' | 'evidence'>): readonly ExplainedQuality[] {
  return quality.map((code) => {
    const shown = evidence[`${QUALITY}${code}`];
    const meaning = QUALITY_SENTENCES[code];
    if (shown === undefined) return { code, meaning, where: null, why: null, raw: null };
    return { code, meaning, where: shown.where, why: fieldReason(shown.rule), raw: shown.raw };
  });
}

const LOST_SOMEHOW = 'Another candidate was preferred.';
const BLOCK_RULES: Readonly<Record<string, string>> = RULES;

/** `headline.agreed-by-3` //=> `3 places on the page agree on it.`; fields that blocks give have the block's reason. */
function fieldReason(rule: string): string {
  const agreed = /^headline\.agreed-by-(\d+)$/.exec(rule)?.[1];
  if (agreed !== undefined) return `${agreed} places on the page agree on it, or weigh the most together.`;
  const named = /^publisher\.named-(\d+)-times$/.exec(rule)?.[1];
  if (named !== undefined) return `The page names itself so in ${named} of its lines.`;
  return FIELD_REASONS[rule] ?? BLOCK_RULES[rule]?.replace(': “%”', '') ?? rule;
}

/** `media.2` //=> the second of the media. */
function memberOf(article: Article, field: string): unknown {
  const nth = /^media\.(\d+)$/.exec(field)?.[1];
  return nth === undefined ? null : (article.media[Number(nth) - 1] ?? null);
}
