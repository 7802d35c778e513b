import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../shared/core/record.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { page, SENTENCE, STORY } from './bytes.ts';
import { HOSTILE_CASES } from './cases.ts';
import { WITHIN_MS } from './hostile-case.ts';
import { measuredReading } from './measured.ts';
import { outcomeOf } from './outcome.ts';

/** What one file may add to the memory of the process that reads it, and what all of them may make of it: half of what the function has. */
const ADDED_MIB = 256;
const PEAK_MIB = 1_024;
const SETTING_UP_MS = 120_000;

function expectWellFormed(article: Article | null): void {
  const written = JSON.stringify(article);
  expect(written.isWellFormed()).toBe(true);
  expect(written).not.toMatch(/\\u0000|\\ud[89a-f]/i);
}

describe('hostile input ends in its one stated outcome, and the next page is read as ever', () => {
  const reading = measuredReading();
  let first: Article | null = null;
  beforeAll(async () => {
    first = (await reading.honest(SETTING_UP_MS)).article;
    expect(first?.body.length).toBe(8);
  }, SETTING_UP_MS);
  afterAll(() => reading.end());

  it.each(HOSTILE_CASES.map((input, index) => ({ ...input, index })))(
    '$name: $outcome',
    async ({ index, ...input }) => {
      const { withinMs = WITHIN_MS } = input;
      const { code, article, before, peak } = await reading.hostile(index, withinMs);
      expect(code).toBe(input.outcome);
      expectWellFormed(article);
      expect((await reading.honest(WITHIN_MS)).article).toEqual(first);
      if (before === null || peak === null) return;
      expect(peak - before).toBeLessThan(ADDED_MIB);
      expect(peak).toBeLessThan(PEAK_MIB);
    },
    2 * 60_000,
  );
});

describe('a page that wants to run or to fetch', () => {
  let hits = 0;
  const server = http.createServer((_, response) => {
    hits += 1;
    response.end();
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => server.close());

  it('runs nothing, fetches nothing, and leaves plain text only', async () => {
    const watched = createReader({ file: new URL('./watched-worker.ts', import.meta.url), deadlineMs: 30_000 });
    const body = `<script src="${origin}/a.js"></script><script>while (true) {}</script><style>@import "${origin}/a.css";</style>
      <img src="${origin}/a.png" onerror="while (true) {}" onload="throw 1"><iframe src="${origin}/frame"></iframe>
      <object data="${origin}/o"></object><embed src="${origin}/e"><video src="${origin}/v" autoplay></video>
      <svg onload="alert(1)"><image href="${origin}/i"/></svg><a href="javascript:alert(1)">click</a>
      <form action="${origin}/f"><input autofocus onfocus="alert(1)"></form>${STORY}
      <p>${SENTENCE} <b onclick="alert(1)">bold</b> &lt;script&gt;alert(1)&lt;/script&gt;</p>`;
    const head = `<link rel="stylesheet" href="${origin}/b.css"><link rel="preload" href="${origin}/c" as="script">
      <meta http-equiv="refresh" content="0;url=${origin}/r"><base href="${origin}/">`;
    const { code, article } = await outcomeOf(watched, { name: 'x', bytes: () => page(body, head) });
    await watched.close();
    expect(code).toBe('read');
    expect(hits).toBe(0);
    const texts = article?.body.map(({ text }) => text).join('\n') ?? '';
    expect(texts).toContain(SENTENCE);
    expect(texts).not.toMatch(/onclick|<b|javascript:|while \(true\)/);
  });
});
