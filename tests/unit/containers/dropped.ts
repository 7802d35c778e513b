import { findObject, listRejected } from '../../../shared/pipeline/query.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { createReader } from '../../../shared/workers/reader.ts';

export const TEXT = `The tide came in at four on Monday, and the council of Low Quay went home an hour early, as it does in spring.

Nobody minded, said Ida Holm, who keeps the bell; the minutes were read out on the steps instead.

The next meeting is on the second of May, and the tide will be lower then, the harbour office has promised.`;
export const page = (headline: string) => `${headline}\n\n${TEXT}\n`;
export const reader = createReader();
export const FACTS = { contentType: null, contentEncoding: null, name: 'x' };

export async function drop(content: Uint8Array | string, key = 'incoming/x.bin') {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put(key, content));
  const { items } = await listRejected({ limit: 100, cursor: null }, store.query);
  return {
    state: await findObject(key, store.query),
    refused: Object.fromEntries(items.map(({ member, code }) => [member, code])),
  };
}

export const files = [
  { name: 'one.txt', content: page('The tide is early') },
  { name: 'two.txt', content: page('The bell is mended').replace('four', 'five') },
];
export const pages = files.map(({ content }, at) => ({
  url: `https://lowquay.example/${at}`,
  date: '2026-01-01T00:00:00Z',
  html: `<html><body><article>${content
    .split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`,
}));
