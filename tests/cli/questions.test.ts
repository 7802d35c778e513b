/** The README's table of questions: each command runs and answers, each call of the API too, and neither reads more than the table says. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledIn, type StatedQuestion, statedQuestions, unitsOf, wordsOf } from '../../bench/asking/readme-table.ts';
import { runProgram } from '../../cli/program.ts';
import { answer } from '../../shared/api/answer.ts';
import { Head } from '../../shared/core/head.ts';
import { changesSince } from '../../shared/pipeline/query-changes.ts';
import { anIo, jsonLines } from './fake-io.ts';
import { type Files, meteredStore } from './metered-store.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const QUESTIONS = statedQuestions(README);
/** Of the table's own day. */
const NOW = '2026-04-01T00:00:00.000Z';
const WIRE = Array.from({ length: 8 }, (_, at) => Array.from({ length: 30 }, (__, word) => `w${at}x${word}`).join(' '));

function page(headline: string, hour: number, fields: readonly string[], paragraphs: readonly string[]): string {
  const published = `published: 2026-03-0${1 + (hour % 3)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return [headline, published, ...fields, ...paragraphs].join('\n');
}

/** One text whole, cut and twice the same, one of three versions, some of their own, one without a date, two that are refused. */
const FILES: Files = [
  ...[6, 4, 8, 8].map((length, at) => {
    const fields = ['publisher: The Post', 'agency: AP', `url: https://post.example/wire${at}`];
    return [`incoming/wire${at}.txt`, page(`Wire ${at}`, 9 + at, fields, WIRE.slice(0, length))] as const;
  }),
  ...['Text.', 'Text, mended.', 'Text, mended again.'].map((text) => {
    const fields = ['publisher: The Post', 'author: Ada Quill', 'url: https://post.example/a', 'agency: AP'];
    return ['incoming/a.txt', page('Harbour opens', 12, [...fields, 'language: de'], [text])] as const;
  }),
  ...Array.from({ length: 12 }, (_, at) => {
    const own = `Nothing else says what number ${at} says of the ferry.`;
    return [
      `incoming/own${at}.txt`,
      page(`Ferry ${at}`, at, ['publisher: The Mail', 'author: Bo Rook'], [own]),
    ] as const;
  }),
  ['incoming/undated.txt', 'Undated\npublisher: The Post\nNobody knows when.'],
  ['incoming/empty.txt', ''],
  ['incoming/empty2.txt', ''],
];

let store: Awaited<ReturnType<typeof meteredStore>>;
let names: Readonly<Record<string, string>>;
/** What a list looks at to find what it gives: at most all that there is. */
let lookedAt: Readonly<Record<string, number>>;
beforeAll(async () => {
  store = await meteredStore(FILES);
  const heads = store.items
    .filter(({ pk, sk }) => pk.startsWith('art#') && sk === 'head')
    .map((item) => Head.parse(item));
  const live = heads.flatMap((head) => (head.live ? [head] : []));
  const wire = live.find(({ headline }) => headline === 'Wire 0');
  const { cursor } = await changesSince(null, 5, store.query);
  names = {
    ...{ OUTLET: 'The Post', DAY: '2026-03-01', MONTH: '2026-03', URL: 'https://post.example/a', AGENCY: 'AP' },
    ...{ ID: wire?.articleId ?? '', KEY: 'incoming/a.txt', AUTHOR: 'Ada Quill', LANGUAGE: 'de', CURSOR: cursor },
    PHRASE: 'number 7 says',
  };
  const days = new Set(live.map(({ sortDate }) => sortDate.utc.slice(0, 10)));
  lookedAt = { article: live.length, key: live.length, day: days.size };
});
afterAll(() => store.close());

async function metered<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly units: number }> {
  const before = store.readUnits();
  const result = await work();
  return { result, units: store.readUnits() - before };
}

/** `answered`: what was given, one by one; a story or event is one, with its members in it. */
function expectWithin({ bound, question }: StatedQuestion, units: number, answered: readonly unknown[]): void {
  if (bound === null) return;
  const [first] = answered.map(Object);
  const given = answered.length;
  const copy = first?.members?.length ?? first?.copies ?? given;
  const counts = {
    ...{ record: given, file: given, change: given, copy, text: first?.texts ?? copy + 1 },
    ...{ story: first?.stories?.length ?? given, ...lookedAt },
  };
  expect(units, question).toBeLessThanOrEqual(unitsOf(bound, counts));
}

describe('the table of questions', () => {
  it('has the questions', () => expect(QUESTIONS.length).toBeGreaterThanOrEqual(15));

  // Names its bounds as sums; an older table says them in words.
  it.skipIf(!README.includes('| at most |'))('states a bound for each', () => {
    expect(QUESTIONS.filter(({ bound }) => bound === null).map(({ question }) => question)).toEqual([]);
  });

  it.each(QUESTIONS.map((stated) => [stated.question, stated] as const))('%s: the command', async (_, stated) => {
    const io = anIo({ base: store.base, cwd: store.base, now: () => new Date(NOW) });
    const { result, units } = await metered(() => runProgram(wordsOf(filledIn(stated.command, names)), io));
    expect([result, io.err().replace(/^There may be more.*\n/, '')]).toEqual([0, '']);
    const answered = jsonLines(io.out()).filter((line) => !Object.hasOwn(Object(line), 'cursor'));
    expect(answered).not.toEqual([]);
    expectWithin(stated, units, answered);
  });

  const calls = QUESTIONS.flatMap((stated) => (stated.call === null ? [] : [[stated.call, stated] as const]));
  it.each(calls)('GET %s', async (call, stated) => {
    const [path = '', query = ''] = filledIn(call, names).split('?');
    const request = { method: 'GET', path, query, headers: {}, origin: '' };
    const ports = { ...store.query, now: () => NOW };
    const { result, units } = await metered(() => answer(request, ports, () => {}));
    expect(result).toMatchObject({ status: 200 });
    const told = JSON.parse(String(result.body));
    // The members of a story come a page at a time: it is one answer, and says how many there are.
    const answered = told.storyId === undefined && told.items !== undefined ? told.items : [told];
    expect(answered).not.toEqual([]);
    expectWithin(stated, units, answered);
  });
});
