/** What its owner sees of articles that others may not see yet, or no more; and what leaves the store of them. */
import { describe, expect, it } from 'vitest';
import { event } from '../../cli/commands/event.ts';
import { exportArticles } from '../../cli/commands/export.ts';
import { list } from '../../cli/commands/list.ts';
import { show } from '../../cli/commands/show.ts';
import { since } from '../../cli/commands/since.ts';
import { stories } from '../../cli/commands/stories.ts';
import { story } from '../../cli/commands/story.ts';
import type { Io } from '../../cli/io.ts';
import { inProcess } from '../../shared/library/in-process.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const BODY = 'The ferry to Halden came in at noon on Monday, and the whole harbour stood on the quay to see it.';
const EMBARGO = { embargoed: '2999-01-01T00:00:00Z' };
const TERMINAL = { stdoutIsTerminal: true, columns: 200 };

function ninjs(name: string, more: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    ...{ uri: `https://post.example/${name}`, type: 'text', language: 'en', pubStatus: 'usable' },
    ...{ headlines: [{ role: 'main', value: `Ferry ${name}` }], firstCreated: '2025-03-03T12:00:00Z' },
    bodies: [{ role: 'main', contentType: 'text/plain', value: `${BODY} It was ferry ${name}.` }],
    ...more,
  });
}

async function aStore() {
  const store = memoryStore(inProcess);
  const put = (name: string, more: Readonly<Record<string, string>> = {}) =>
    store.deliver(store.bucket.put(`incoming/${name}.json`, ninjs(name, more)));
  await put('one');
  await put('two', EMBARGO);
  await put('three', { pubStatus: 'stat:withheld' });
  const told = async (verb: (io: Io) => Promise<unknown>, settings: Partial<Io> = TERMINAL) => {
    const io = anIo(settings);
    await verb(io);
    return { out: io.out(), err: io.err() };
  };
  return { ports: store.query, told };
}

const ALL = { limit: 20, rejected: false, json: false };

describe('what is held back', () => {
  it('is listed to its owner, marked and counted', async () => {
    const { ports, told } = await aStore();
    const { out, err } = await told((io) => list(ALL, ports, io));
    expect(out).toContain('[embargoed] Ferry two');
    expect(out).toContain('[withheld] Ferry three');
    expect(out).toMatch(/^Ferry one/m);
    expect(err).toMatch(/^2 of these are withheld, canceled or under embargo: not to be published/);
    const piped = await told((io) => list(ALL, ports, io), {});
    expect(jsonLines(piped.out)).toHaveLength(3);
    expect(piped.err).toBe(err);
  });

  it('is shown to its owner, with the reason first', async () => {
    const { ports, told } = await aStore();
    const shown = async (name: string) => (await told((io) => show(`${name}.json`, { json: false }, ports, io))).out;
    expect(await shown('two')).toContain('not public  under embargo until 2999-01-01T00:00:00.000Z');
    expect(await shown('three')).toContain('not public  withheld by who published it');
    expect(await shown('one')).not.toContain('not public');
  });

  it('is marked wherever its headline stands', async () => {
    const { ports, told } = await aStore();
    const found = await told((io) => list(ALL, ports, io), {});
    const two = jsonLines(found.out).find((record) => Object(record).headline === 'Ferry two');
    const { id } = Object(two);
    for (const verb of [story, event]) {
      const { out } = await told((io) => verb(id, { json: false }, ports, io));
      expect(out).toContain('[embargoed] Ferry two');
      expect(JSON.stringify(jsonLines((await told((io) => verb(id, { json: true }, ports, io))).out))).toContain(
        '"heldBack":"embargoed"',
      );
    }
    const day = await told((io) => stories({ day: '2025-03-03', json: false }, ports, io));
    expect(day.out).toContain('[withheld] Ferry three');
    const news = await told((io) => since(null, { limit: 10, json: false }, ports, io));
    expect(news.out).toContain('[embargoed] Ferry two');
  });

  it('leaves in no format, unless its owner asks for it', async () => {
    const { ports, told } = await aStore();
    const exported = (withheld: boolean) =>
      told((io) => exportArticles([], { format: 'text', day: '2025-03-03', withheld }, ports, io));
    const usual = await exported(false);
    expect(usual.out).toContain('Ferry one');
    expect(usual.out).not.toMatch(/Ferry (?:two|three)/);
    expect(usual.err).toContain('2 left out: withheld, canceled or under embargo (your own copy of them: --withheld)');
    const asked = await exported(true);
    for (const name of ['one', 'two', 'three']) expect(asked.out).toContain(`Ferry ${name}`);
    expect(asked.err).toContain('2 of these are not to be published');
  });
});
