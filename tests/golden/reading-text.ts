/**
 * All that is made of one document, as text. In: its reading. Out: what the page offered, every block with its score, label and reason, the
 * article, and of each field its evidence and what lost. Promise: whatever differs between two readings is on a line of its own.
 */
import type { Block, Candidate } from '../../shared/core/block.ts';
import { explain } from '../../shared/core/explain.ts';
import type { ExplainedField } from '../../shared/core/explain-fields.ts';
import type { LabelledBlock } from '../../shared/core/label.ts';
import type { Reading } from '../../shared/core/read-page.ts';
import { bodyScores } from '../../shared/core/score/score.ts';
import { shown } from './shown.ts';

export function readingText(reading: Reading): string {
  const { article, page, labelled } = reading;
  const scores = bodyScores({ ...page, opinion: null });
  const { evidence: _evidence, body, media, ...facts } = article;
  const { lines, fields, quality } = explain(reading);
  const sections = [
    ['offers', page.candidates.map(offerLine)],
    ['blocks', labelled.flatMap((one) => blockLines(one, scores[one.block.index] ?? 0))],
    [
      'lines',
      lines
        .filter(({ label, pieces }) => pieces.length > 1 || label !== pieces[0]?.label)
        .map(({ line, label, raw }) => shown({ line, label, raw })),
    ],
    ['article', Object.entries(facts).map(([key, value]) => `${key}: ${shown(value)}`)],
    ['media', media.map(shown)],
    ['body', body.map(({ role, text }) => `${role}: ${text}`)],
    ['fields', fields.flatMap(fieldLines)],
    ['quality', quality.map(shown)],
    ['page', [shown({ opinion: page.opinion, attachments: page.attachments, repairs: page.repairs })]],
  ] as const;
  return sections.map(([title, of]) => `== ${title}\n${of.map((line) => `${line}\n`).join('')}`).join('\n');
}

export function offerLine({ field, value, source, where }: Candidate): string {
  return `${field} ${shown(value)} (${source}, ${where})`;
}

function blockLines({ block, label, reason }: LabelledBlock, score: number): readonly string[] {
  return [
    `${block.index} ${label}, ${reason.rule}, ${score.toFixed(6)}: ${block.text}`,
    `  ${blockPlace(block)}`,
    `  ${reason.text}`,
  ];
}

export function blockPlace({ line, tag, linkChars, gapBefore, fused, raw, element }: Block): string {
  const marks = [
    `line ${line}`,
    tag,
    ...(linkChars > 0 ? [`${linkChars} in links`] : []),
    ...(gapBefore ? ['after a blank line'] : []),
    ...(fused ? ['fused'] : []),
    ...(raw === null ? [] : [`was ${shown(raw)}`]),
  ];
  const path: string[] = [];
  for (let at = element; at !== null; at = at.parent)
    path.unshift(`${at.tag}${shown(at.attributes)}`.replace(/\{\}$/, ''));
  return [marks.join(', '), ...(path.length > 0 ? [path.join(' > ')] : [])].join(' in ');
}

function fieldLines({ field, where, rule, why, raw, lost }: ExplainedField): readonly string[] {
  return [
    `${field} from ${where}, ${rule}, ${shown(raw)}`,
    `  ${why}`,
    ...lost.map((one) => `  not ${shown(one.value)} (${one.where}): ${one.why}`),
  ];
}
