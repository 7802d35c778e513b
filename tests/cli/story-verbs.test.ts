/** `wirefold story`, `copies` and `diff`, on a store in memory. */
import { beforeAll, describe, expect, it } from 'vitest';
import { copies } from '../../cli/commands/copies.ts';
import { diff } from '../../cli/commands/diff.ts';
import { event } from '../../cli/commands/event.ts';
import { show } from '../../cli/commands/show.ts';
import { stories } from '../../cli/commands/stories.ts';
import { story } from '../../cli/commands/story.ts';
import type { Io } from '../../cli/io.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

/** Fictional; long enough to be told apart from what merely sounds alike. */
const WIRE = [
  'The night ferry between Karlsund and Velmora will sail again from the first of June, the port authority said on Tuesday, eleven years after the last crossing was cancelled for want of passengers.',
  'Two refitted ships will carry up to 640 people and 180 cars on each trip, Anneli Brandvik, who heads the authority, told reporters at the quay.',
  'The crossing takes nine hours and will cost 59 crowns for a seat and 140 crowns for a cabin with a window.',
  'Velmora paid for the dredging of its inner harbour, which had silted up since the last ferry left, while Karlsund built a new ramp.',
  'Shop owners in both towns had asked for the line for years; a petition in the spring gathered more than 21,000 names.',
  'The first sailings in June and July are almost sold out, the operator said, and a third ship is on order.',
];

function page(headline: string, published: string, publisher: string, paragraphs: readonly string[]): string {
  return [headline, `published: ${published}`, `publisher: ${publisher}`, ...paragraphs].join('\n');
}

async function idOf(store: MemoryStore, key: string): Promise<string> {
  const found = await findObject(key, store.query);
  if (found?.state !== 'stored') throw new Error(`${key} is not stored`);
  return found.record.id;
}

async function aStore(): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  const put = async (key: string, text: string) => void (await store.deliver(store.bucket.put(key, text)));
  await put('incoming/short.txt', page('Ferry is back', '2026-03-04T09:00:00.000Z', 'Velmora Post', WIRE.slice(0, 4)));
  await put('incoming/wire.txt', page('Night ferry returns', '2026-03-03T18:00:00.000Z', 'Karlsund Herald', WIRE));
  const other = WIRE.map((text) => text.split(' ').reverse().join(' '));
  await put('incoming/other.txt', page('Another matter', '2026-03-03T10:00:00.000Z', 'Elsewhere', other));
  return store;
}

let store: MemoryStore;
beforeAll(async () => {
  store = await aStore();
});

async function told(verb: typeof story, id: string, settings: Partial<Io> = {}) {
  const io = anIo(settings);
  await verb(id, { json: false }, store.query, io);
  return io.out();
}

const TERMINAL = { stdoutIsTerminal: true, columns: 160 };

describe('wirefold story and stories', () => {
  it('show as many as asked for, and say how many more there are', async () => {
    const wire = await idOf(store, 'incoming/wire.txt');
    const shown = async (settings: Partial<Io>, limit?: number) => {
      const io = anIo(settings);
      await story(wire, { json: false, limit }, store.query, io);
      return io.out();
    };
    expect(await shown(TERMINAL, 1)).toContain('and 1 more; more of them with --max-items');
    expect(await shown(TERMINAL)).not.toContain('more of them');
    expect(Object(jsonLines(await shown({}, 1))[0]).members).toHaveLength(1);
    expect(Object(jsonLines(await shown({}))[0]).members).toHaveLength(2);
    const io = anIo();
    await stories({ day: '2026-03-03', json: false, limit: 1 }, store.query, io);
    expect(jsonLines(io.out())).toHaveLength(1);
    expect(io.err()).toMatch(/^There may be more; go on with: --starting-token \S+\n$/);
  });
});

describe('wirefold story', () => {
  it('tells who carries it in time order, who was first, and how much each has', async () => {
    const wire = await idOf(store, 'incoming/wire.txt');
    const short = await idOf(store, 'incoming/short.txt');
    const json = JSON.parse(await told(story, short));
    expect(json).toMatchObject({ copies: 2, texts: 2, first: { id: wire } });
    expect(json.members).toMatchObject([
      { id: wire, publisher: 'Karlsund Herald', relation: 'identical', coverage: 1 },
      { id: short, headline: 'Ferry is back', relation: 'abridged', disputed: false },
    ]);
    expect(json.members[1].coverage).toBeGreaterThan(0.95);
    expect(json.members[1].coverageOfFirst).toBeLessThan(0.8);
  });

  it('is the same by its own id, and a table on a terminal', async () => {
    const byArticle = JSON.parse(await told(story, await idOf(store, 'incoming/wire.txt')));
    expect(JSON.parse(await told(story, byArticle.storyId))).toEqual(byArticle);
    const table = await told(story, byArticle.storyId, TERMINAL);
    expect(table).toMatch(/2 articles with 2 texts/);
    expect(table).toMatch(/When +Publisher +Relation/);
    expect(table).toMatch(/Karlsund Herald +first/);
  });

  it('shows no hour where only a day is known', async () => {
    const own = memoryStore(lineReader);
    const put = async (key: string, text: string) => void (await own.deliver(own.bucket.put(key, text)));
    await put('incoming/a.txt', page('Night ferry returns', '2026-03-03T18:00:00.000Z', 'Karlsund Herald', WIRE));
    await put('incoming/b.txt', page('Ferry is back', '2026-03-04', 'Velmora Post', WIRE.slice(0, 4)));
    const io = anIo(TERMINAL);
    await story(await idOf(own, 'incoming/a.txt'), { json: false }, own.query, io);
    expect(io.out()).toMatch(/2026-03-03 18:00 +Karlsund Herald/);
    expect(io.out()).toMatch(/2026-03-04 {2,}Velmora Post/);
  });

  it('says so when there is none of that name', async () => {
    await expect(told(story, 'sty_none')).rejects.toThrow(/There is no story sty_none/);
    await expect(told(story, 'https://news.example/a')).rejects.toThrow(/list --url 'https:\/\/news.example\/a'/);
    const shortened = /only the beginning of an id, as tables show it: name an article of it/;
    await expect(told(story, 'sty_86kyj3fs')).rejects.toThrow(shortened);
    await expect(told(event, 'evt_86kyj3fs')).rejects.toThrow(shortened);
    await expect(told(story, `sty_${'0'.repeat(26)}`)).rejects.not.toThrow(shortened);
  });
});

describe('an article of a story', () => {
  it('says whose copy it is, and how much of it', async () => {
    const found = await findObject('incoming/short.txt', store.query);
    expect(found).toMatchObject({
      record: { copyOf: { id: await idOf(store, 'incoming/wire.txt'), relation: 'abridged', direction: 'inferred' } },
    });
  });

  it('alone in its story is nobody’s copy', async () => {
    expect(await findObject('incoming/other.txt', store.query)).toMatchObject({ record: { copyOf: null } });
  });
});

describe('wirefold stories', () => {
  const onDay = async (day: string, settings: Partial<Io> = {}) => {
    const io = anIo(settings);
    await stories({ day, json: false }, store.query, io);
    return io.out();
  };

  it('lists the stories of a day in time order, each with its event', async () => {
    const lines = (await onDay('2026-03-03')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { headline: 'Another matter', copies: 1, eventId: expect.stringMatching(/^evt_/) },
      { headline: 'Night ferry returns', copies: 2, outlets: ['Karlsund Herald', 'Velmora Post'] },
    ]);
    expect(await onDay('2026-03-03', TERMINAL)).toMatch(/When +Headline +Copies/);
  });

  it('lists a story on the day of its earliest article only', async () => {
    expect(await onDay('2026-03-04')).toBe('');
  });
});

describe('wirefold show', () => {
  it('names the story, the event and what the article is a copy of', async () => {
    const text = await told(show, await idOf(store, 'incoming/short.txt'), TERMINAL);
    expect(text).toMatch(/^story +sty_/m);
    expect(text).toMatch(/^event +evt_/m);
    expect(text).toMatch(/^copy of +art_\w+ \(abridged, has \d+ % of it; direction inferred\)/m);
  });
});

describe('wirefold copies', () => {
  it('maps the paragraphs of an article to those of each copy', async () => {
    const json = JSON.parse(await told(copies, await idOf(store, 'incoming/wire.txt')));
    expect(json).toMatchObject({ id: await idOf(store, 'incoming/short.txt'), coverageOfCopy: 100 });
    expect(json.paragraphs.map((entry: { kind: string }) => entry.kind)).toEqual([
      ...['identical', 'identical', 'identical', 'identical'],
      ...['dropped', 'dropped'],
    ]);
    const map = await told(copies, await idOf(store, 'incoming/wire.txt'), TERMINAL);
    expect(map).toMatch(/A {2}Velmora Post/);
    expect(map.match(/^■ {2}\S/gm)).toHaveLength(4);
    expect(map.match(/^· {2}\S/gm)).toHaveLength(2);
  });

  it('says so when nobody else carries it', async () => {
    expect(await told(copies, await idOf(store, 'incoming/other.txt'), TERMINAL)).toMatch(/No other article/);
  });
});

describe('wirefold diff', () => {
  const versionPorts = () => ({ table: store.table, objects: store.bucket.objects, reader: lineReader });

  async function changed(id: string, from: number | null, to: number | null, settings: Partial<Io> = {}) {
    const io = anIo(settings);
    await diff(id, { json: false, from, to }, versionPorts(), io);
    return io.out();
  }

  it('tells the class of a change, and each word of it', async () => {
    const ramp = page('Ramp opens', '2026-03-05T08:00:00.000Z', 'Karlsund Herald', WIRE.slice(2));
    const mended = ramp.replace('140 crowns', '145 crowns');
    for (const text of [ramp, mended]) await store.deliver(store.bucket.put('incoming/ramp.txt', text));
    const id = await idOf(store, 'incoming/ramp.txt');
    expect(JSON.parse(await changed(id, null, null))).toMatchObject({
      from: { version: 1 },
      to: { version: 2 },
      revisionClass: 'substantive',
    });
    const shown = await changed(id, 1, 2, TERMINAL);
    expect(shown).toMatch(/change: substantive/);
    expect(shown).toMatch(/\[-140-\]\s*\{\+145\+\}/);
    await expect(changed(id, 1, 7)).rejects.toThrow(/has no version 7; it has versions 1 to 2/);
  });

  it('says so when there is one version', async () => {
    await expect(changed(await idOf(store, 'incoming/wire.txt'), null, null)).rejects.toThrow(/one version so far/);
  });

  it('says so when there is no such article', async () => {
    await expect(changed('art_none', null, null)).rejects.toThrow(/There is no article art_none/);
  });
});
