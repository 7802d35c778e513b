/** Reading a page leaves nothing behind that the next page could notice. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { Rejection } from '../../shared/core/rejection.ts';

const SAMPLES = new URL('../../infra/local/samples/', import.meta.url);

/** Far more talk than article: the kind of page of which the second opinion is asked. */
const PARAGRAPH =
  'The ferry office said on Monday that the slow boat will call at both lighthouses again from the first day of spring.';
const TALK =
  'I took that boat as a child, and my mother before me, and it was late every single time, whatever they say now.';
const talk = Array.from({ length: 14 }, (_, at) => `<p>${TALK} That is my note ${at}.</p>`).join('');
const DOUBTFUL = `<title>Slow boat returns</title><article><h1>Slow boat returns</h1>${`<p>${PARAGRAPH}</p>`.repeat(4)}</article>
<aside class="sidebar related">${talk}</aside>`;

const files = readdirSync(SAMPLES)
  .filter((name) => /\.(?:html|txt)$/.test(name))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, SAMPLES)) }));
const all = [...files, { name: 'doubtful.html', bytes: Buffer.from(DOUBTFUL) }];

/** A refusal is an answer too. */
function answer({ name, bytes }: (typeof all)[number]): string {
  try {
    const document = openDocument(bytes, { contentType: null, contentEncoding: null, name });
    const { article, labelled } = readDocument(document, NO_HINTS, NO_PROFILE);
    return JSON.stringify([article, labelled.map(({ label, reason }) => [label, reason.rule])]);
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

it('gives a page the same answer as the first, as the fiftieth, and in any order', () => {
  const first = new Map(all.map((sample) => [sample.name, answer(sample)]));
  for (const round of [all.toReversed(), all, all.toSorted((a, b) => b.bytes.length - a.bytes.length)]) {
    for (const sample of round) expect(answer(sample), sample.name).toBe(first.get(sample.name));
  }
}, 60_000);
