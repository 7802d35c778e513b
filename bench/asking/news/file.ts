/** One piece as one outlet publishes it. In: the telling. Out: the file that somebody uploads, with what a crawler knows beside it. */
import type { Upload } from '../../../shared/aws/store.ts';
import { shortHash } from '../../../shared/core/short-hash.ts';
import type { Piece } from './happening.ts';
import type { FileKind, Outlet } from './outlets.ts';

export interface Telling {
  readonly piece: Piece;
  readonly outlet: Outlet;
  /** When it is published, milliseconds since 1970. */
  readonly atMs: number;
  readonly author: string;
  /** Code of the agency whose copy it is; null: the outlet's own. */
  readonly agency: string | null;
  /** Sets apart what one outlet publishes on one day. */
  readonly number: number;
  readonly date: 'stated' | 'missing';
  /** Until when nobody may publish it, ISO 8601 instant. */
  readonly embargo: string | null;
}

/** It is fetched this long after it was published. */
export const FETCHED_MS = 4 * 60_000;

export function fileOf(telling: Telling): Upload {
  const { outlet, atMs, number } = telling;
  const kind = telling.embargo === null ? outlet.files : 'ninjs';
  const day = new Date(atMs).toISOString().slice(0, 10);
  const name = shortHash(`${outlet.domain} ${number}`).slice(0, 10);
  const metadata = {
    url: addressOf(telling),
    publisher: encodeURIComponent(outlet.name),
    'captured-at': new Date(atMs + FETCHED_MS).toISOString(),
  };
  const key = `incoming/${outlet.domain}/${day}/${name}.${ENDINGS[kind]}`;
  return { key, metadata, bytes: Buffer.from(WRITERS[kind](telling)) };
}

export function addressOf({ outlet, piece, atMs, number }: Telling): string {
  const day = new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const slug = piece.headline
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `https://${outlet.domain}/${day}/${slug}-${number}`;
}

const ENDINGS: Readonly<Record<FileKind, string>> = { html: 'html', text: 'txt', ninjs: 'json', json: 'json' };
const WRITERS: Readonly<Record<FileKind, (telling: Telling) => string>> = { html, text, ninjs, json };

/** With the outlet's offset, as its clock shows it; without one where the outlet never says. */
function stamp({ atMs, outlet, date }: Telling): string | null {
  if (date === 'missing') return null;
  const hours = Number.parseInt(outlet.zone || '0', 10);
  return `${new Date(atMs + hours * 3_600_000).toISOString().slice(0, 19)}${outlet.zone}`;
}

/** An agency's copy begins with where and by whom. */
function paragraphsOf({ piece, agency }: Telling): readonly string[] {
  const [first = '', ...rest] = piece.paragraphs;
  return agency === null ? piece.paragraphs : [`${piece.place.toUpperCase()} (${agency}) — ${first}`, ...rest];
}

function ninjs(telling: Telling): string {
  const { piece, author, embargo } = telling;
  return JSON.stringify({
    ...{ uri: addressOf(telling), type: 'text', language: piece.language, pubStatus: 'usable', by: `By ${author}` },
    headlines: [{ role: 'main', value: piece.headline }],
    subjects: [{ name: piece.section }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: paragraphsOf(telling).join('\n\n') }],
    ...given('firstCreated', stamp(telling)),
    ...given('embargoed', embargo),
  });
}

function json(telling: Telling): string {
  const { piece, author, outlet, atMs } = telling;
  return JSON.stringify({
    ...{
      title: piece.headline,
      text: paragraphsOf(telling).join('\n\n'),
      authors: [author],
      meta_lang: piece.language,
    },
    ...{ canonical_link: addressOf(telling), meta_site_name: outlet.name, keywords: [piece.section] },
    publish_date: stamp(telling) ?? '',
    capture_date: new Date(atMs + FETCHED_MS).toISOString(),
  });
}

function text(telling: Telling): string {
  const { piece, author, outlet } = telling;
  const lines = [outlet.name, 'Home', 'Subscribe', piece.headline, `By ${author}`, stamp(telling) ?? ''];
  return [...lines, ...paragraphsOf(telling), 'Share this article', `© ${outlet.name}`].join('\n\n');
}

function html(telling: Telling): string {
  const { piece, author, outlet } = telling;
  const when = stamp(telling);
  const paragraphs = paragraphsOf(telling).map((paragraph) => `<p>${paragraph}</p>`);
  const date = when === null ? '' : `<meta property="article:published_time" content="${when}">`;
  return `<!doctype html><html lang="${piece.language}"><head><meta charset="utf-8"><title>${piece.headline} | ${outlet.name}</title>
<meta property="og:site_name" content="${outlet.name.replace('&', '&amp;')}"><meta property="article:section" content="${piece.section}">${date}</head>
<body><nav><a href="/">${outlet.name}</a> <a href="/local">Local</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${piece.headline}</h1><p class="byline">By ${author}</p>
${paragraphs.join('\n')}
</article><aside><h2>Most read</h2><a href="/1">The ferry that came twice</a> <a href="/2">Ten ways to store a kettle</a></aside></main>
<footer>© ${outlet.name}</footer></body></html>`;
}

function given(name: string, value: string | null): Readonly<Record<string, string>> {
  return value === null ? {} : { [name]: value };
}
