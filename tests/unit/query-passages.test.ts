/** Passages that an article shares with texts of other stories: links, never one story. */
import { expect, it } from 'vitest';
import { copies } from '../../cli/commands/copies.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { findArticle, findObject } from '../../shared/pipeline/query.ts';
import { sharedPassages } from '../../shared/pipeline/query-passages.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo } from '../cli/fake-io.ts';

/** Fictional. */
const FERRY = [
  'The night ferry between Karlsund and Velmora will sail again from the first of June, the port authority said on Tuesday, eleven years after the last crossing was cancelled for want of passengers.',
  'Two refitted ships will carry up to 640 people and 180 cars on each trip, Anneli Brandvik, who heads the authority, told reporters at the quay.',
  'The crossing takes nine hours and will cost 59 crowns for a seat and 140 crowns for a cabin with a window.',
  'Velmora paid for the dredging of its inner harbour, which had silted up since the last ferry left, while Karlsund built a new ramp.',
  'Shop owners in both towns had asked for the line for years; a petition in the spring gathered more than 21,000 names.',
  'The first sailings in June and July are almost sold out, the operator said, and a third ship is on order.',
];
const BRIEFS = [
  'Good morning. The county fair at Mosswick opens today with a parade of tractors, a contest for the heaviest pumpkin and, for the first time in a decade, a brass band from across the strait.',
  'School buses on the Dunmorrow line will run twelve minutes earlier all week because of works on the viaduct, and parents are asked to check the notice boards for the timetable.',
  'The theatre in Harrowgate Lane has announced its winter programme: a farce in three acts, two evenings of chamber music, and a puppet play about the founding of the town.',
  'Finally, the lost parrot of Tern Street has been found. It had moved in with a retired piano tuner, who said that it sang in tune and could stay for as long as it liked.',
];

it('a round-up and the story that it quotes are linked both ways, and stay two stories', async () => {
  const store = memoryStore(lineReader);
  const put = async (key: string, published: string, paragraphs: readonly string[]): Promise<string> => {
    const lines = ['Headline', `published: ${published}`, 'publisher: Coast Post', ...paragraphs];
    await store.deliver(store.bucket.put(key, lines.join('\n')));
    const found = await findObject(key, store.query);
    return found?.state === 'stored' ? found.record.id : 'none';
  };
  const wire = await put('incoming/wire.txt', '2026-03-03T18:00:00.000Z', FERRY);
  const [first = '', second = '', ...rest] = BRIEFS;
  const briefs = await put('incoming/briefs.txt', '2026-03-04T06:00:00.000Z', [
    first,
    second,
    ...FERRY.slice(0, 2),
    ...rest,
  ]);
  const [one, other] = [await findArticle(wire, store.query), await findArticle(briefs, store.query)];
  expect(one?.storyId).not.toBe(other?.storyId);
  expect(await sharedPassages(briefs, store.query, COPIES)).toMatchObject([{ id: wire, storyId: one?.storyId }]);
  expect(await sharedPassages(wire, store.query, COPIES)).toMatchObject([{ id: briefs, storyId: other?.storyId }]);
  const io = anIo({ stdoutIsTerminal: true, columns: 160 });
  await copies(wire, { json: false }, store.query, io);
  expect(io.out()).toMatch(
    /Shares a passage with texts of other stories:\n {2}Coast Post \(art_\w+\), sty_\w+: has \d+ %/,
  );
});
