/**
 * Documents as tables write them down. In: lines. Out: pages whose scores or labels are given, so that one rule can be seen at work without
 * the model. `0.9| text` is a line with its score, `body| text` a line with its label; `data-score` gives the score of an element and all in it.
 */
import type { Block, Candidate, Page } from '../../shared/core/block.ts';
import { type Hints, NO_HINTS, NO_PROFILE, type OutletProfile } from '../../shared/core/document.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { LABELS, type Label, type LabelledBlock } from '../../shared/core/label.ts';

export interface Given {
  readonly page: Page;
  readonly hints: Hints;
  readonly profile: OutletProfile;
}

/** What the model gives most furniture. */
const LOW = 0.1;
const SETTING = /^(offer|hint|profile|format|repair) /;

/** `offer headline title: River rises`, `offer author json-ld "json-ld NewsArticle.author Person": Anna Lee` */
const OFFER = /^offer (\S+) ([a-z-]+)(?: "(.+?)")?: (.*)$/;

function offers(lines: readonly string[]): readonly Candidate[] {
  return lines.flatMap((line): readonly Candidate[] => {
    const [, field, source, where, value] = OFFER.exec(line) ?? [];
    const of = FIELDS.find((one) => one === field);
    const from = SOURCES.find((one) => one === source);
    return of === undefined || from === undefined || value === undefined
      ? []
      : [{ field: of, value, source: from, where: where ?? from }];
  });
}

const FIELDS: readonly Candidate['field'][] = [
  ...(['headline', 'body', 'deck', 'author', 'published', 'modified', 'publisher', 'site', 'section'] as const),
  ...(['keywords', 'url', 'canonicalUrl', 'language', 'image', 'agency', 'type', 'rights', 'paywalled'] as const),
];
const SOURCES: readonly Candidate['source'][] = [
  ...(['json-ld', 'meta', 'microdata', 'time', 'readability', 'title', 'url', 'link', 'html'] as const),
];

/** `hint capturedAt: 2026-01-02T03:04:05Z` */
function facts(lines: readonly string[], kind: string): Readonly<Record<string, string>> {
  const found = lines.flatMap((line) => {
    const [, key, value] = /^\S+ (\w+): (.*)$/.exec(line) ?? [];
    return line.startsWith(`${kind} `) && key !== undefined && value !== undefined ? [[key, value] as const] : [];
  });
  return Object.fromEntries(found);
}

function profileOf(lines: readonly string[]): OutletProfile {
  const { zone = null, publisher = null, agencies = '', boilerplate = '' } = facts(lines, 'profile');
  const list = (text: string) => text.split(' | ').filter((one) => one !== '');
  return { ...NO_PROFILE, zone, publisher, agencies: list(agencies), boilerplate: list(boilerplate) };
}

function given(lines: readonly string[], blocks: readonly Block[]): Given {
  const page: Page = {
    format: lines.includes('format html') ? 'html' : 'text',
    blocks,
    candidates: offers(lines),
    opinion: null,
    repairs: Object.values(facts(lines, 'repair')),
  };
  return { page, hints: { ...NO_HINTS, ...facts(lines, 'hint') }, profile: profileOf(lines) };
}

function lineBlock(index: number, text: string, more: Partial<Block> = {}): Block {
  const plain = { raw: null, tag: 'line', element: null, linkChars: 0, gapBefore: false, fused: false };
  return { index, line: index + 1, text, ...plain, ...more };
}

/** `0.9| text`; `0.1 fused 3| text` is a piece of line 3. */
export function scoredLines(input: string): Given & { readonly scores: readonly number[] } {
  const lines = input.split('\n');
  const read = lines.flatMap((line) => {
    const [, score, of, text] = /^(\d(?:\.\d+)?)(?: fused (\d+))?\| ?(.*)$/.exec(line) ?? [];
    return score === undefined || text === undefined ? [] : [{ score: Number(score), of, text }];
  });
  const blocks = read.map(({ text, of }, at) =>
    lineBlock(at, text, of === undefined ? {} : { fused: true, line: Number(of) }),
  );
  return { ...given(lines, blocks), scores: read.map(({ score }) => score) };
}

/** Settings first, then markup; what has no score of its own has that of what holds it. */
export function scoredMarkup(input: string): Given & { readonly scores: readonly number[] } {
  const lines = input.split('\n');
  const text = lines.filter((line) => !SETTING.test(line)).join('\n');
  const opened = openDocument(Buffer.from(text), { contentType: 'text/html', contentEncoding: null, name: 'a.html' });
  const page = htmlPage(opened, { opinion: false });
  const settings = given(lines, page.blocks);
  const candidates = [...page.candidates, ...settings.page.candidates];
  return { ...settings, page: { ...page, candidates }, scores: page.blocks.map(scoreOf) };
}

function scoreOf({ element }: Block): number {
  for (let at = element; at !== null; at = at.parent) {
    const score = at.attributes['data-score'];
    if (score !== undefined) return Number(score);
  }
  return LOW;
}

/** `body| text`, `meta.byline p| By Anna Lee`, `nav.site fused| - Harbour News`, `body p 12| twelve characters in links`, `body raw| …` */
export function labelledLines(input: string): Given & { readonly labelled: readonly LabelledBlock[] } {
  const lines = input.split('\n');
  const isPage = lines.includes('format html');
  const labelled = lines.flatMap((line): readonly [Label, string, Partial<Block>, string][] => {
    const [, name, marks = '', text] = /^([a-z]+(?:\.[a-z]+)?)((?: [\w.-]+)*)\| ?(.*)$/.exec(line) ?? [];
    const label = LABELS.find((one) => one === name);
    if (label === undefined || text === undefined) return [];
    return [[label, text, marksOf(marks.trim().split(' '), isPage, text), ruleIn(marks)]];
  });
  const blocks = labelled.map(([, text, more], at) => lineBlock(at, text, more));
  const readings = blocks.map((block, at): LabelledBlock => {
    const [label = 'other', , , rule = 'test.given'] = labelled[at] ?? [];
    return { block, label, reason: { rule, text: 'Given by the table.' } };
  });
  return { ...given(lines, blocks), labelled: readings };
}

function ruleIn(marks: string): string {
  return marks.split(' ').find((mark) => mark.includes('.')) ?? 'test.given';
}

function marksOf(marks: readonly string[], isPage: boolean, text: string): Partial<Block> {
  const tag = marks.find((mark) => /^[a-z]+\d?$/.test(mark) && !['fused', 'raw', 'gap'].includes(mark));
  const element = isPage ? { tag: tag ?? 'p', attributes: {}, parent: null, depth: 1 } : null;
  return {
    fused: marks.includes('fused'),
    gapBefore: marks.includes('gap'),
    raw: marks.includes('raw') ? `\u00ad${text}` : null,
    linkChars: Number(marks.find((mark) => /^\d+$/.test(mark)) ?? 0),
    element,
    tag: tag ?? (isPage ? 'p' : 'line'),
  };
}
