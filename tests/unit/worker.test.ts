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
  const works = async () => expect(await read('say pier')).toMatchObject({ headline: 'pier' });

  it('gives back what the thread read', works);

  it('stops a page that spins, and throws rather than rejects', async () => {
    await expect(read('spin')).rejects.toThrow(ReaderStopped);
    await expect(read('spin')).rejects.toMatchObject({ code: 'page.too-slow' });
    await works();
  });

  it('outlives a page that eats all memory', async () => {
    await expect(read('eat')).rejects.toMatchObject({ name: 'ReaderStopped', code: 'page.out-of-memory' });
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

  it('fails its own page soon, and the next one gets a thread of its own', async () => {
    const reader = createReader({ file: hanging, startMs: 200 });
    const read = () => reader.read(told('say pier'), NO_HINTS, NO_PROFILE);
    await expect(read()).rejects.toThrow('did not start within 200 ms');
    await expect(read()).rejects.toThrow('did not start within 200 ms');
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
