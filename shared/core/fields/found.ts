/** What a field's reader hands back: the value, what decided it, and what it says about the record's quality. */
import type { Block } from '../block.ts';
import type { Evidence, QualityCode } from '../record.ts';

export interface Found<Value> {
  readonly value: Value;
  /** Field name and evidence; `headline.lost.1` and so on are the candidates that lost. */
  readonly evidence: readonly (readonly [string, Evidence])[];
  readonly quality: readonly QualityCode[];
}

/** Losing candidates shown per field: enough to understand a choice. */
const MOST_LOST = 5;
/** Raw text kept as evidence is cut here: it is there to be found again, not to be read. */
const RAW_CHARS = 300;

export function found<Value>(
  value: Value,
  field: string,
  where: string,
  rule: string,
  raw: string | null,
): Found<Value> {
  return { value, evidence: [[field, evidenceOf(where, rule, raw)]], quality: [] };
}

export function nothing<Value>(value: Value): Found<Value> {
  return { value, evidence: [], quality: [] };
}

export function evidenceOf(where: string, rule: string, raw: string | null): Evidence {
  return { where, rule, raw: raw === null || raw === '' ? null : raw.slice(0, RAW_CHARS) };
}

export interface Loser {
  readonly where: string;
  readonly raw: string;
}

export function withLosers<Value>(base: Found<Value>, field: string, losers: readonly Loser[]): Found<Value> {
  const lost = losers
    .slice(0, MOST_LOST)
    .map(({ where, raw }, at) => [`${field}.lost.${at + 1}`, evidenceOf(where, 'lost', raw)] as const);
  return { ...base, evidence: [...base.evidence, ...lost] };
}

/** Where a person finds a block: `line 4` of a text, `block 4 <p>` of a page. */
export function placeOf(block: Block): string {
  return block.element === null ? `line ${block.line}` : `block ${block.line} <${block.tag}>`;
}
