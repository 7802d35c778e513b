/** What an outlet repeats: asked of the console's server and of the command line, and put to use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learn } from '../../cli/commands/learn.ts';
import type { Learned } from '../../console/server/shapes.ts';
import { OutletProfileFile } from '../../shared/core/outlet-profile.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { createReader } from '../../shared/workers/reader.ts';
import type { Filed } from '../browser/newsroom.ts';
import { type Newsroom, openNewsroom } from '../browser/store.ts';
import { anIo } from '../cli/fake-io.ts';

const DESK = 'Seen something on the quay that we should know? Ring the harbour desk, day and night.';
const STORIES = [
  'The pilots of Lindvik went back to work on Monday after the port had mended the ladder that three of them had refused to climb.',
  'A crate of oranges that fell from the quay in March has come back with the tide, and the customs office wants to know whose it is.',
  'The school at Grey Point has bought a rowing boat from the money of its summer fair and will name it in May, the head teacher said.',
  'Crab fishermen may go out two weeks early this year because the water is as warm as it was in the record spring, the ministry said.',
];

function filed(text: string, at: number): Filed {
  const url = `https://lindvikpost.example/${at}`;
  const page = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="Lindvik Post">
    <link rel="canonical" href="${url}"><title>Story ${at} of the quay</title></head><body>
    <article><h1>Story ${'abcd'[at]} of the quay</h1><p>${text}</p><p>${text.split(' ').reverse().join(' ')}</p><p>${DESK}</p></article></body></html>`;
  return { key: `incoming/lindvikpost.example/${at}.html`, content: page, metadata: {} };
}

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom(STORIES.map(filed));
});
afterAll(() => room.close());

async function asked(query: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${room.url}api/learned?${new URLSearchParams(query)}`);
}

describe('what an outlet repeats', () => {
  it('is the line under every story, whether it was kept or not', async () => {
    const learned: Learned = await (await asked({ outlet: 'Lindvik Post' })).json();
    expect(learned).toMatchObject({ articles: 4, stories: 4, unreadable: 0 });
    expect(learned.lines.map(({ text, stories }) => [text, stories])).toContainEqual([DESK, 4]);
  });

  it('is saved as a profile that the cleaner takes', async () => {
    const response = await asked({ outlet: 'lindvikpost.example', as: 'profile' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="outlet-profile.json"');
    const profile = OutletProfileFile.parse(await response.json());
    expect(profile.boilerplate).toContain(DESK);
  });

  it('is nothing for an outlet that nobody knows, and asked for by name', async () => {
    const unknown: Learned = await (await asked({ outlet: 'Nowhere Times' })).json();
    expect(unknown).toMatchObject({ articles: 0, lines: [] });
    expect((await (await asked({})).json()).problem).toMatch(/Name an outlet/);
  });
});

describe('wirefold learn', () => {
  const reader = createReader();
  const { deliver, bucket, query } = memoryStore(reader);
  const store = { query, objects: bucket.objects };
  afterAll(() => reader.close());

  it('ends in words for an outlet that nobody knows', async () => {
    const asking = learn('Nowhere Times', { articles: 40, json: false }, store, anIo());
    await expect(asking).rejects.toThrow(/There is no article of Nowhere Times/);
  });

  it('prints the lines on a terminal, and says how to make a profile of them', async () => {
    for (const { key, content } of STORIES.map(filed)) await deliver(bucket.put(key, content));
    const terminal = anIo({ stdoutIsTerminal: true });
    await learn('Lindvik Post', { articles: 40, json: false }, store, terminal);
    expect(terminal.out()).toMatch(/4 of 4 .*Seen something on the quay/);
    expect(terminal.err()).toMatch(/Read again: 4 article\(s\) of 4 story\(ies\).*wirefold clean --outlet FILE/);
  });

  it('prints the profile when piped', async () => {
    const piped = anIo();
    await learn('Lindvik Post', { articles: 3, json: false }, store, piped);
    expect(OutletProfileFile.parse(JSON.parse(piped.out())).boilerplate).toContain(DESK);
  });
});
