/** The texts that document frequencies are counted in. In: the folder of bench data. Out: texts by language, a bounded share per set. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eld } from 'eld/extrasmall';
import type { StoryText } from '../../shared/core/event/story-words.ts';

export interface LanguageText extends StoryText {
  readonly language: string;
}

const PAGE_SETS = ['fundus', 'naeb', 'scrapinghub', 'trafilatura-eval', 'wcxb-dev'];
/** Every so many stories of the stream, so that one year's markets do not decide what is rare. */
const STREAM_STEP = 12;

export function readJsonLines(file: string): readonly Readonly<Record<string, unknown>>[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function frequencyTexts(data: string): readonly LanguageText[] {
  return [...PAGE_SETS.flatMap((set) => pageTexts(join(data, 'pages', `${set}.truth.json.gz`))), ...streamTexts(data)];
}

/** Records, a line each: of those in one language many, and of as many outlets as there are. */
export function recordTexts(file: string): readonly LanguageText[] {
  return readJsonLines(file).flatMap(({ language, headline, body }) => {
    if (!Array.isArray(body)) return [];
    const paragraphs = body.map((part: { readonly text?: unknown }) => textOf(part.text));
    return [{ language: textOf(language).split('-')[0] || 'und', headline: textOf(headline) || null, paragraphs }];
  });
}

function pageTexts(file: string): readonly LanguageText[] {
  if (!existsSync(file)) return [];
  const truth: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(
    gunzipSync(readFileSync(file)).toString('utf8'),
  );
  return Object.values(truth).flatMap((page) => {
    const body = textOf(page['main'] ?? page['body']);
    if (body.length < 200) return [];
    const language = textOf(page['lang']).slice(0, 2) || eld.detect(body.slice(0, 1000)).language || 'und';
    return [{ language, headline: textOf(page['title']) || null, paragraphs: body.split('\n') }];
  });
}

function streamTexts(data: string): readonly LanguageText[] {
  const stories = readJsonLines(join(data, 'stories', 'stream-1987.jsonl.gz'));
  return stories.flatMap((story, at) => {
    const paragraphs = story['paras'];
    if (at % STREAM_STEP !== 0 || !Array.isArray(paragraphs)) return [];
    return [{ language: 'en', headline: textOf(story['title']) || null, paragraphs: paragraphs.map(textOf) }];
  });
}
