/** The record as a reader sees it: what was derived of other articles joins it, and nothing that its page said is changed. */
import { describe, expect, it } from 'vitest';
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { Head, type LiveHead } from '../../shared/core/head.ts';
import { joinRecord, type Told } from '../../shared/core/join.ts';
import { plainAttributes, plainFacts } from '../../shared/core/plain-facts.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { Story } from '../../shared/core/story.ts';
import { type First, NOBODY } from '../../shared/core/tally.ts';
import { TextNode } from '../../shared/core/text-node.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aDate } from '../../shared/testing/builders.ts';

const OLD = '2020-01-01T00:00:00.000Z';
const NEW = '2026-01-01T00:00:00.000Z';
/** Before NEW by less than what disputes a date. */
const RECENT = '2025-12-20T00:00:00.000Z';
/** Words that are no other words. */
const wordsFrom = (start: number) =>
  Array.from({ length: 200 }, (_, at) => `q${((start + at) * 7919).toString(26).replaceAll(/\d/g, 'z')}`).join(' ');
const LONG = wordsFrom(0);
const printOf = (text: string) => packPrint(textPrint([text]));
const firstBy = (id: string, utc = OLD): First => ({ id, text: 'first', utc, latest: utc });

function aNode(textId: string, first: First | null, print: Uint8Array | null = printOf(LONG)): TextNode {
  return TextNode.parse({
    ...{ textId, present: true, tally: { ...NOBODY, copies: 2, first }, print, about: null, epoch: 1, posted: true },
    ...{ settled: true, storyId: 'sty_x', stories: [], mending: {}, gen: 1 },
  });
}

function aStory(first: First | null): Story {
  return Story.parse({ storyId: 'sty_x', present: true, texts: 2, ...NOBODY, copies: 2, first });
}

function headOf(record: ArticleRecord): LiveHead {
  const own = { live: true, objectId: 'o', version: 7, text: 't', objects: 1, texts: ['t'], gen: 1 };
  const head = Head.parse({ ...plainAttributes(plainFacts(record)), ...own });
  if (!head.live) throw new Error('a live head');
  return head;
}

const NOTHING: Told = { node: null, story: null, firstNode: null, firstHead: null, eventId: null };
const RECORD = aRecord({ id: 'art_own', published: aDate(NEW) });
const joined = (told: Partial<Told>, record = RECORD) => joinRecord(record, headOf(record), { ...NOTHING, ...told });

describe('a record', () => {
  it('has its version from the head, and its story and event from where they were derived', () => {
    expect(joined({})).toEqual({ ...RECORD, version: 7, storyId: null, eventId: null });
    const told = joined({ node: aNode('t', null), eventId: 'evt_x' });
    expect(told).toEqual({ ...RECORD, version: 7, storyId: 'sty_x', eventId: 'evt_x' });
  });

  it('is no copy when it was first itself, or when nobody knows who was', () => {
    const own = firstBy('art_own');
    const node = aNode('t', own);
    expect(joined({ node, story: aStory(own), firstNode: node })).toMatchObject({
      copyOf: null,
      quality: [...RECORD.quality],
    });
    expect(joined({ node: aNode('t', null), story: aStory(null), firstNode: node }).copyOf).toBeNull();
  });
});

describe('a copy', () => {
  const first = firstBy('art_first');

  it('says what it is of the first, and how much of each stands in the other', () => {
    const node = aNode('t', null);
    expect(joined({ node, story: aStory(firstBy('art_first', RECENT)), firstNode: node }).copyOf).toEqual({
      ...{ id: 'art_first', provider: null, relation: 'identical', direction: 'inferred' },
      ...{ coverage: 1, coverageOfOther: 1 },
    });
    const longer = aNode('first', null, printOf(`${LONG} ${wordsFrom(1_000)}`));
    const part = joined({ node, story: aStory(first), firstNode: longer }).copyOf;
    expect(part).toMatchObject({ relation: 'abridged', coverage: 1 });
    expect(part?.coverageOfOther).toBeLessThan(0.7);
  });

  it('is none of a first text that shares nothing with its own, or that is not known any more', () => {
    const told = (node: TextNode, firstNode: TextNode) => joined({ node, story: aStory(first), firstNode }).copyOf;
    const alien = aNode('first', null, printOf('Rain is expected in the hills tonight, and more of it tomorrow.'));
    expect(told(aNode('t', null), alien)).toBeNull();
    expect(told(aNode('t', null), aNode('first', null, null))).toBeNull();
    expect(told(aNode('t', null, null), aNode('first', null))).toBeNull();
  });

  const told = { node: aNode('t', null), story: aStory(first), firstNode: aNode('t', null) };
  const AP = { name: 'Associated Press', code: 'AP' };

  it('has its direction from its credit, else from its date, else from nothing', () => {
    expect(joined(told, { ...RECORD, provider: AP }).copyOf).toMatchObject({ direction: 'stated', provider: AP.name });
    const undated = aRecord({ id: 'art_own' });
    expect(joined(told, undated).copyOf).toMatchObject({ direction: 'unknown', provider: null });
  });

  it('has its direction also from the credit of the first copy, unless the two name different agencies', () => {
    const firstHead = headOf(aRecord({ id: 'art_first', provider: AP }));
    expect(joined({ ...told, firstHead }).copyOf).toMatchObject({ direction: 'stated', provider: AP.name });
    const other = { ...RECORD, provider: { name: 'Reuters', code: 'Reuters' } };
    const story = aStory(firstBy('art_first', RECENT));
    expect(joined({ ...told, story, firstHead }, other).copyOf).toMatchObject({
      ...{ provider: null, direction: 'inferred' },
    });
    // A date that an older copy disputes is later than that copy all the same.
    expect(joined({ ...told, firstHead }, other).copyOf).toMatchObject({ provider: null, direction: 'inferred' });
  });

  it('went nobody knows which way when both are of one day without a time, or of one minute', () => {
    const day = { ...aDate('2020-01-01T09:00:00.000Z'), utc: null, local: '2020-01-01', precision: 'day' as const };
    const evening = { ...first, latest: '2020-01-01T23:59:59.999Z' };
    const ofOneDay = { ...told, story: aStory(evening) };
    expect(joined(ofOneDay, { ...RECORD, published: day }).copyOf).toMatchObject({ direction: 'unknown' });
    expect(joined(told, { ...RECORD, published: aDate(OLD) }).copyOf).toMatchObject({ direction: 'unknown' });
  });

  it('is none of the agency whose text it is, though a page that credits it is dated earlier', () => {
    const firstHead = headOf(aRecord({ id: 'art_first', provider: AP }));
    const own = { ...RECORD, publisher: { name: 'Associated Press', domain: null } };
    expect(joined({ ...told, firstHead }, own).copyOf).toBeNull();
  });

  it('is none as long as the texts are on their way', () => {
    expect(joined({ node: aNode('t', null), story: aStory(first) }).copyOf).toBeNull();
    expect(joined({ story: aStory(first), firstNode: aNode('t', null) }).copyOf).toBeNull();
  });
});

describe('a date that an equal text contradicts', () => {
  it('is disputed, says by whom, and yields to the older one', () => {
    const first = firstBy('art_first');
    const node = aNode('t', first);
    const record = joined(
      { node, story: null, firstNode: node },
      { ...RECORD, quality: ['no-url', 'copy-of-earlier'] },
    );
    const statement = `same text already published ${OLD} (art_first)`;
    expect(record.published).toEqual({ ...RECORD.published, status: 'disputed', contradicts: [statement] });
    expect(record.effectiveDate).toEqual({ utc: OLD, basis: 'earliest-copy' });
    expect(record.quality).toEqual(['no-url', 'copy-of-earlier', 'published-disputed']);
    expect(record.sortDate).toEqual(RECORD.sortDate);
    expect(record.copyOf).toMatchObject({ id: 'art_first', direction: 'inferred' });
  });

  it('is disputed by the first text of the story as well, where that is the same but for a slip', () => {
    const story = aStory(firstBy('art_first'));
    const slipped = aNode('first', null, printOf(`${LONG} slip`));
    const record = joined({ node: aNode('t', firstBy('art_second', NEW)), story, firstNode: slipped });
    expect(record).toMatchObject({ published: { status: 'disputed' }, effectiveDate: { utc: OLD } });
    expect(record.published.contradicts).toEqual([`same text already published ${OLD} (art_first)`]);
  });

  it('stands when only another text of the story is older, or when the equal one is about as old', () => {
    const story = aStory(firstBy('art_first'));
    const node = aNode('t', firstBy('art_second', NEW));
    const longer = aNode('first', null, printOf(`${LONG} ${wordsFrom(1_000)}`));
    expect(joined({ node, story, firstNode: longer }).published).toEqual(RECORD.published);
    expect(joined({ node: null, story, firstNode: node }).published).toEqual(RECORD.published);
  });
});
