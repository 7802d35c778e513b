/** The measured pages, read from the data folder: names of sets come in, cases with their truth go out, always in the same order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Case {
  readonly set: string;
  readonly name: string;
  /** Registered name of the site without its suffix: pages of one outlet never stand on both sides of a split. */
  readonly site: string;
  readonly format: 'html' | 'text';
  /** Undecoded. */
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

export interface Truth {
  /** The body in full; null where only segments are known. */
  readonly body: string | null;
  readonly title: string | null;
  /** Segments that must and must not be in the body. */
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

interface Entry {
  readonly url?: string;
  readonly title?: string;
  readonly body?: string;
  readonly main?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

export const HTML_SETS = ['scrapinghub', 'naeb', 'fundus', 'wcxb-dev', 'trafilatura-eval', 'postlight'] as const;
export const TEXT_SETS = ['scrapinghub-text', 'naeb-text', 'fundus-text'] as const;

export function* readSet(folder: string, set: string): Generator<Case> {
  const truths: Readonly<Record<string, Entry>> = JSON.parse(unzipped(join(folder, 'pages', `${set}.truth.json.gz`)));
  for (const file of readdirSync(join(folder, 'pages', set)).sort()) {
    const name = file.replace(/\.(html|txt)\.gz$/, '');
    const entry = truths[name];
    if (entry === undefined) continue;
    yield {
      set,
      name,
      site: siteOf(entry.url ?? name),
      format: file.endsWith('.txt.gz') ? 'text' : 'html',
      bytes: gunzipSync(readFileSync(join(folder, 'pages', set, file))),
      truth: {
        body: entry.main ?? entry.body ?? null,
        title: entry.title ?? null,
        inside: entry.with ?? [],
        outside: entry.without ?? [],
      },
    };
  }
}

function unzipped(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}

const SECOND_LEVEL = new Set([
  'co',
  'com',
  'org',
  'net',
  'gov',
  'ac',
  'edu',
  'or',
  'ne',
  'gob',
  'nom',
  'blogspot',
  'wordpress',
]);

/** `https://news.example.co.uk/a` //=> `example` */
export function siteOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  let at = labels.length - 2;
  if (at > 0 && SECOND_LEVEL.has(labels[at] ?? '')) at -= 1;
  return labels[Math.max(0, at)] ?? host;
}
