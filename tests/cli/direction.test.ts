/** Which way a text went, as `wirefold story` and `wirefold copies` tell it of articles in a store. */
import { describe, expect, it } from 'vitest';
import { copies } from '../../cli/commands/copies.ts';
import { story } from '../../cli/commands/story.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo } from './fake-io.ts';

/** Fictional. */
const TEXT = [
  'The glass works of Brennfurt will put out its last furnace in October, its owner said on Monday, after 163 years and three fires.',
  'Of the 240 people who work there, 90 are to be taken on by a maker of solar panels that moves into the halls in spring.',
];

/** The lines of the fields of two articles with the same text, and what is told of them on a terminal. */
async function toldOf(fields: readonly (readonly string[])[]) {
  const store = memoryStore(lineReader);
  for (const [at, lines] of fields.entries())
    await store.deliver(store.bucket.put(`incoming/${at}.txt`, [`Headline ${at}`, ...lines, ...TEXT].join('\n')));
  const ids = await Promise.all(
    fields.map(async (_, at) => {
      const found = await findObject(`incoming/${at}.txt`, store.query);
      return found?.state === 'stored' ? found.record.id : '';
    }),
  );
  const terminal = { stdoutIsTerminal: true, columns: 240 };
  const tell = async (verb: typeof story | typeof copies, settings = {}) => {
    const io = anIo(settings);
    await verb(ids[1] ?? '', { json: false }, store.query, io);
    return io.out();
  };
  return {
    ids,
    story: await tell(story, terminal),
    copies: await tell(copies, terminal),
    json: JSON.parse(await tell(story)),
    pair: JSON.parse((await tell(copies)).split('\n')[0] ?? ''),
  };
}

describe('which way a text went', () => {
  it('is stated where a credit names an agency, also that of the other copy', async () => {
    const told = await toldOf([
      ['published: 2026-03-03T08:00:00.000Z', 'publisher: Brennfurt Post', 'agency: AP'],
      ['published: 2026-03-03T09:00:00.000Z', 'publisher: Other Post'],
    ]);
    expect(told.story).toMatch(/Other Post +identical .*Associated Press +stated/);
    expect(told.copies).toContain('text of AP; it had the text first');
    expect(told.json.members[1]).toMatchObject({ provider: 'Associated Press', direction: 'stated' });
    expect(told.pair.direction).toEqual({ basis: 'stated', provider: 'AP', from: told.ids[0] });
  });

  it('is inferred from two dates that do not overlap', async () => {
    const told = await toldOf([['published: 2026-03-03T08:00:00.000Z'], ['published: 2026-03-03T09:00:00.000Z']]);
    expect(told.copies).toContain('it had the text first, by the dates');
    expect(told.json).toMatchObject({
      first: { rivals: [] },
      members: [{ direction: null }, { direction: 'inferred' }],
    });
  });

  it('is inferred too where the older copy makes the date of the other one disputed', async () => {
    const told = await toldOf([['published: 2023-03-03T08:00:00.000Z'], ['published: 2026-03-03T09:00:00.000Z']]);
    expect(told.copies).toContain('it had the text first, by the dates');
    expect(told.json.members[1]).toMatchObject({ disputed: true, direction: 'inferred' });
  });

  it('is unknown in one minute: nobody is the first alone then', async () => {
    const minute = 'published: 2026-03-03T08:00:00.000Z';
    const told = await toldOf([[minute], [minute]]);
    expect(told.story).toMatch(/first: art_\w+ at .*, or as well, for their dates do not tell: art_\w+\n/);
    expect(told.story).toMatch(/ first\? /);
    expect(told.copies).toContain('nobody knows which of the two was first');
    expect(told.pair.direction).toEqual({ basis: 'unknown', provider: null, from: null });
  });
});
