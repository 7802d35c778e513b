import { afterAll, describe, expect, it } from 'vitest';
import { NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { createReader } from '../../shared/workers/reader.ts';

/** A thread that does what a page's text tells it to, so that ends are tested without a page that can bring them about. */
const file = new URL('./obedient-worker.ts', import.meta.url);

const told = (text: string): RawDocument => ({
  format: 'html',
  text,
  mediaType: 'text/html',
  charset: 'utf-8',
  charsetBasis: 'utf-8-valid',
  bytes: text.length,
});

describe('a reader of pages', () => {
  const reader = createReader({ file, deadlineMs: 1_500, heapMib: 32 });
  afterAll(() => reader.close());
  const read = (text: string) => reader.read(told(text), NO_HINTS, NO_PROFILE);
  /** How a page ends on a machine that lets its thread work: where it does not, the queue would hand it out again. */
  const ended = async (text: string): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      const error = await read(text).catch((reason: unknown) => reason);
      const isStarved = error instanceof Error && error.message.includes('too busy');
      if (!isStarved || attempt === 10) return error;
    }
  };
  const works = async () => expect(await read('say pier')).toMatchObject({ headline: 'pier' });

  it('gives back what the thread read', works);

  it('stops a page that spins, and throws rather than rejects', async () => {
    const stopped = await ended('spin');
    expect(stopped).toBeInstanceOf(ReaderStopped);
    expect(stopped).toMatchObject({ code: 'page.too-slow' });
    await works();
  });

  it('outlives a page that eats all memory', async () => {
    expect(await ended('eat')).toMatchObject({ name: 'ReaderStopped', code: 'page.out-of-memory' });
    await works();
  });

  it('hands on a rejection as one, and a defect as an error that is retried', async () => {
    await expect(read('reject')).rejects.toThrow(Rejection);
    await expect(read('reject')).rejects.toMatchObject({ code: 'page.too-deep' });
    const defect = await read('fail').catch((error: unknown) => error);
    expect(defect).toMatchObject({ name: 'Error', message: 'a defect' });
    expect(defect).not.toBeInstanceOf(Rejection);
    await works();
  });

  it('starts another thread when one ends by itself', async () => {
    await expect(read('exit')).rejects.toThrow('ended with code 3');
    await works();
  });

  it('answers each of many requests with its own page, one after the other', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `page ${at}`);
    const articles = await Promise.all(names.map((name) => read(`say ${name}`)));
    expect(articles.map(({ headline }) => headline)).toEqual(names);
  });

  it('does not let one bad page harm those that wait behind it', async () => {
    const results = await Promise.allSettled(['say a', 'spin', 'say b', 'eat', 'say c'].map(read));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });
});

describe('a thread that hangs while it loads', () => {
  const hanging = new URL('data:text/javascript,setInterval(() => {}, 1000)');

  it('fails each page soon, and is given up after the third: the next one gets a thread of its own', async () => {
    const reader = createReader({ file: hanging, startMs: 200 });
    const read = () => reader.read(told('say pier'), NO_HINTS, NO_PROFILE);
    for (let page = 0; page < 4; page += 1) await expect(read()).rejects.toThrow('did not start within 200 ms');
    await reader.close();
  });
});

describe('a thread that is slow to load', () => {
  const text = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => parentPort.postMessage({ kind: 'article', article: { headline: 'pier' } }));
    setTimeout(() => parentPort.postMessage({ kind: 'ready' }), 1_000);`;
  const slow = new URL(`data:text/javascript,${encodeURIComponent(text)}`);

  it('goes on loading for the page after the one that waited in vain', async () => {
    // Each wait is shorter than the loading: a thread that was ended each time would never be there.
    const reader = createReader({ file: slow, startMs: 800 });
    const read = () => reader.read(told('say pier'), NO_HINTS, NO_PROFILE);
    await expect(read()).rejects.toThrow('did not start within 800 ms');
    expect(await read().catch(read)).toMatchObject({ headline: 'pier' });
    await reader.close();
  });
});

describe('a page that was not read in time', () => {
  it('is not to blame where its thread wanted the processor and did not get it', async () => {
    const reader = createReader({ file, deadlineMs: 400 });
    const stopped = await reader.read(told('starve'), NO_HINTS, NO_PROFILE).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ message: expect.stringContaining('too busy') });
    expect(stopped).not.toBeInstanceOf(ReaderStopped);
    await reader.close();
  });

  it('is to blame where it waits for what never comes', async () => {
    const reader = createReader({ file, deadlineMs: 400 });
    await expect(reader.read(told('wait'), NO_HINTS, NO_PROFILE)).rejects.toMatchObject({ code: 'page.too-slow' });
    await reader.close();
  });
});

describe('closing', () => {
  it('ends a page that is being read, and needs no thread to have been started', async () => {
    await createReader({ file }).close();
    const reader = createReader({ file, deadlineMs: 60_000 });
    const pending = reader.read(told('spin'), NO_HINTS, NO_PROFILE).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await reader.close();
    expect(await pending).toMatchObject({ message: 'The reader was closed.' });
  });
});
