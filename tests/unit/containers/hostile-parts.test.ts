/** Parts of a container that are cut off, hostile, or far too many: they harm no other part, and no memory. */
import { Worker } from 'node:worker_threads';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { JSON_LINES } from '../../../shared/core/intake/containers/json-lines.ts';
import { readWindow } from '../../../shared/core/intake/containers/long-format.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { warcRecords } from '../../../shared/testing/archives.ts';

import { drop, pages, TEXT } from './dropped.ts';

describe('a feed that was cut off', () => {
  const entry = (guid: string) =>
    `<item><guid>${guid}</guid><title>${guid}</title><description>${TEXT} ${TEXT}</description></item>`;

  it.each([
    ['in an entry names it', `<rss><channel>${entry('a')}${entry('b').slice(0, -60)}`, { b: 'document.truncated' }],
    ['between entries says so', `<rss><channel>${entry('a')}`, { '/1': 'document.truncated' }],
    ['not at all is whole', `<rss><channel>${entry('a')}</channel></rss>\n<!-- made in 2 ms -->`, {}],
  ])('%s', async (_, content, named) => {
    const { state, refused } = await drop(content);
    expect(state).toMatchObject({ stored: 1 });
    expect(refused).toEqual(named);
  });
});

describe('one hostile member', () => {
  const good = `<p>${TEXT}</p>`;
  const deep = `${'<div>'.repeat(LIMITS.htmlDepth + 1)}x`;
  const rssItem = (guid: string, html: string) =>
    `<item><guid>${guid}</guid><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  const jsonItem = (id: string, html: string) => ({ id, title: id, content_html: html });

  it.each([
    ['an RSS feed', `<rss><channel>${rssItem('good', good)}${rssItem('deep', deep)}</channel></rss>`],
    [
      'an Atom feed',
      `<feed><entry><id>good</id><title>a</title><content type="html"><![CDATA[${good}]]></content></entry>
       <entry><id>deep</id><content type="html"><![CDATA[${deep}]]></content></entry></feed>`,
    ],
    [
      'a JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [jsonItem('good', good), jsonItem('deep', deep)],
      }),
    ],
  ])('harms no other: in %s', async (_, content) => {
    const { state, refused } = await drop(content);
    expect(state).toMatchObject({ found: 2, stored: 1, rejected: 1 });
    expect(refused).toEqual({ deep: 'page.too-deep' });
  });

  it('of a crawl that is packed as a whole is named, and those behind it are read', async () => {
    const records = warcRecords(pages);
    const crawl = Buffer.concat(
      records.flatMap((record, at) => (at === 2 ? [Buffer.from('no record\r\n\r\n'), record] : [record])),
    );
    const { state, refused } = await drop(zlib.gzipSync(crawl));
    expect(state).toMatchObject({ found: 3, stored: 2, rejected: 1, pending: 0 });
    expect(Object.values(refused)).toEqual(['document.damaged']);
  });
});

describe('what is packed small and has millions of parts', () => {
  const many = 30 * 1024 * 1024;
  const WATCHDOG_MS = 60_000;

  it.each([
    ['a table', Buffer.from(`title,text\na,b${','.repeat(many)}c\n`), '1 members'],
    ['JSON Lines', Buffer.from('{"a":1}\n'.repeat(many / 8)), 'container.too-many-members'],
  ])('takes no more memory than its bytes: %s', { timeout: WATCHDOG_MS }, async (_, bytes, outcome) => {
    expect(await openedInSmallHeap(zlib.gzipSync(bytes))).toBe(outcome);
  });
});

/** What becomes of it in a thread with little memory. */
function openedInSmallHeap(packed: Uint8Array): Promise<string> {
  const file = new URL('../../../shared/core/intake/containers/open-container.ts', import.meta.url);
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${JSON.stringify(file.href)}).then(({ openContainer }) => {
      try {
        const found = openContainer(workerData, { contentType: null, contentEncoding: null, name: 'x' });
        parentPort.postMessage(found.members.length + ' members');
      } catch (error) {
        parentPort.postMessage(error.code);
      }
    });`;
  const resourceLimits = { maxOldGenerationSizeMb: 160 };
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: packed, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('a line of JSON', () => {
  const line = `{"title":"x","meta":{"a":1},"text":"${TEXT.replaceAll('\n', ' ')}"}\n`;

  it('is not at its end where the bytes at hand end behind a bracket', () => {
    const bytes = Buffer.from(line.slice(0, line.indexOf('1}') + 2));
    const read = readWindow(JSON_LINES, { bytes, base: 0, isEnd: false }, 0, 1);
    expect(read).toEqual({ placed: [], cutAt: 0 });
  });

  it('may be longer than what a file is known by', async () => {
    const first = line.replace('"x"', '"first"').replace('"}', `${' and so on'.repeat(LIMITS.sniffedBytes / 10)}"}`);
    const { state } = await drop(first + line, 'incoming/x.jsonl');
    expect(state).toMatchObject({ state: 'container', found: 2, rejected: 0 });
  });
});
