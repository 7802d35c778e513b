/**
 * Headline, day and authors as they are read from text without markup: `node bench/text-fields.ts --data DIR [--sets a,b]`. Of a set of HTML the visible text
 * is made, a block a line, as a scrape has it; sets of text are read as they are. Prints how often each is exact, and how many pages have authors that
 * the truth does not have. Nobody looked at the pages of `trafilatura-eval` and `postlight` when the rules for names in text were written.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { NO_HINTS, NO_PROFILE } from '../shared/core/document.ts';
import { readPage } from '../shared/core/read-page.ts';
import type { Article } from '../shared/core/record.ts';
import { Rejection } from '../shared/core/rejection.ts';
import { type Metrics, scoreAnswers, type Truth } from './quality.ts';
import { type Case, readSet } from './train/data.ts';
import { openCase, scrapeOf } from './train/pages.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    sets: { type: 'string', default: 'naeb-text,fundus-text,trafilatura-eval,postlight,wcxb-dev' },
  },
});

/** Null for a page that holds no article. */
function readText(from: Case): Article | null {
  const { page } = openCase(from);
  try {
    return readPage(from.format === 'text' ? page : scrapeOf(page), NO_HINTS, NO_PROFILE).article;
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

function answerOf(from: Case) {
  const article = readText(from);
  return {
    name: from.name,
    body: article?.body.map((part) => part.text).join('\n') ?? '',
    headline: article?.headline ?? null,
    date: article?.published.utc ?? null,
    printedDate: article?.published.local ?? null,
    authors: article?.authors.map((author) => author.name) ?? [],
  };
}

const percent = (value: number | null) => (value === null ? '-' : value.toFixed(1)).padStart(8);

const metrics: Metrics = await import(pathToFileURL(join(options.data, '..', 'metrics.mjs')).href);
console.log(`${'as text'.padEnd(20)} headline     day authors   wrong authors, of pages`);
for (const set of options.sets.split(',')) {
  const truth: Truth = JSON.parse(
    gunzipSync(readFileSync(join(options.data, 'pages', `${set}.truth.json.gz`))).toString(),
  );
  const answers = [...readSet(options.data, set)].map(answerOf);
  const { headline, day, authors } = scoreAnswers(metrics, truth, answers);
  const signed = answers.filter(({ name }) => truth[name]?.authors?.length);
  const wrong = signed.filter(
    (answer) =>
      answer.authors.length > 0 && !metrics.peopleScore(truth[answer.name]?.authors ?? [], answer.authors).exact,
  );
  console.log(
    `${set.padEnd(20)} ${percent(headline)}${percent(day)}${percent(authors)}   ${wrong.length} of ${signed.length}`,
  );
}
