/** What an object gives to an article, and an article to a text: functions of one row and of one head. */
import { describe, expect, it } from 'vitest';
import { articlesOf, Contribution, contributionOf, factsOf, inTurn } from '../../shared/core/contribution.ts';
import { Head, headOf } from '../../shared/core/head.ts';
import type { Item } from '../../shared/core/item.ts';
import { Member, memberOf } from '../../shared/core/member.ts';
import { removedRow, storedRow } from '../../shared/core/object-row.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aDate, aRemoval } from '../../shared/testing/builders.ts';

const STORED = '2026-01-01T00:00:00.000Z';
const UTC = '2025-05-05T10:00:00.000Z';
const ID = 'art_x';
const record = (given: Partial<ArticleRecord> = {}) => aRecord({ id: ID, ...given });

function written(sequencer: string, given: Partial<ArticleRecord> = {}, version = 3) {
  const one = { ...record(given), extractor: { name: 'wirefold' as const, version } };
  return storedRow(aChange({ sequencer }), one, plainFacts(one), STORED, { packed: new Uint8Array([1]) });
}

/** The row of the last write, with the marks of all. */
function rowOf(...writes: readonly ReturnType<typeof written>[]): Item {
  const marks = writes.map(({ historyName, entry }) => [historyName ?? '', { ...entry }]);
  const last = writes.at(-1);
  return { pk: 'obj#o', sk: 'obj', ...last?.attributes, ...Object.fromEntries(marks) };
}
const given = (row: Item | null, articleId = ID) => Contribution.parse(contributionOf(row, articleId, 'o'));

describe('a contribution', () => {
  it('is what the row shows, with each publication of the object in this article', () => {
    const first = written('01', { fingerprint: { ...record().fingerprint, contentHash: 'one' } });
    const second = written('02', { capturedAt: UTC });
    const own = given(rowOf(first, second));
    expect(own).toMatchObject({ articleId: ID, objectId: 'o', present: true, lastModified: STORED });
    expect(own).toMatchObject({ capturedAt: UTC, contentHash: record().fingerprint.contentHash });
    expect(factsOf(rowOf(first, second), ID)).toMatchObject({ articleId: ID, capturedAt: UTC });
    expect(own.publications).toMatchObject([
      { sequencer: '01'.padEnd(40, '0'), hashes: { '0003': 'one' }, capturedAt: null },
      { sequencer: '02'.padEnd(40, '0'), hashes: { '0003': record().fingerprint.contentHash }, capturedAt: UTC },
    ]);
  });

  it('takes several readings of one upload for one publication, with all of their texts once', () => {
    const other = { fingerprint: { ...record().fingerprint, contentHash: 'two' } };
    const [one, two, three] = [written('01'), written('01', other, 4), written('01', other, 5)];
    const [publication, ...more] = given(rowOf(one, two, three)).publications;
    expect(more).toEqual([]);
    expect(publication?.hashes).toEqual({ '0003': record().fingerprint.contentHash, '0004': 'two', '0005': 'two' });
    expect(publication?.texts).toEqual([one.entry.text, two.entry.text]);
  });

  it('is history only once the object feeds another article, or is removed, or was never there', () => {
    const elsewhere = rowOf(written('01'), written('02', { id: 'art_y' }));
    expect(given(elsewhere)).toMatchObject({ present: false, contentHash: null, lastModified: null });
    expect(factsOf(elsewhere, ID)).toBeNull();
    expect(given(elsewhere).publications).toHaveLength(1);
    expect(given(elsewhere, 'art_y').publications).toHaveLength(1);
    const removed = rowOf(written('01'), removedRow(aRemoval({ sequencer: '02' })));
    expect(given(removed)).toMatchObject({ present: false, contentHash: null, publications: [{}] });
    expect(given(null)).toMatchObject({ present: false, contentHash: null, publications: [] });
  });

  it('leads on from the id that the file would have alone to the article that it is, and from no other id', () => {
    const row = { ...rowOf(written('01', { id: 'art_y' })), alias: ID };
    expect(given(row)).toMatchObject({ present: false, leadsTo: 'art_y' });
    expect(given(row, 'art_y').leadsTo ?? null).toBe(null);
    expect(given(row, 'art_z').leadsTo ?? null).toBe(null);
  });

  it('is made to every article that the row shows or remembers, and to no other', () => {
    expect(articlesOf(rowOf(written('01'), written('02', { id: 'art_y' })))).toEqual([ID, 'art_y']);
    const looked = { ...rowOf(written('01')), articleId: 'art_z' };
    expect(articlesOf(looked)).toEqual([ID, 'art_z']);
    expect(articlesOf(rowOf(removedRow(aRemoval())))).toEqual([]);
  });
});

describe('of several contributions', () => {
  type Row = Partial<ArticleRecord> & { readonly lastModified?: string };
  const contributionOfRow = ({ lastModified = STORED, ...own }: Row, objectId: string) =>
    Contribution.parse(contributionOf({ ...rowOf(written('01', own)), lastModified }, ID, objectId));
  /** Whichever of them has the larger hash, and in whichever order they come. */
  function expectFirst(...rows: readonly Row[]): void {
    for (const names of [rows.map((_, at) => `a${at}`), rows.map((_, at) => `a${rows.length - at}`)]) {
      const given = rows.map((own, at) => {
        const contentHash = names[at] ?? '';
        return contributionOfRow({ ...own, fingerprint: { ...record().fingerprint, contentHash } }, contentHash);
      });
      for (const order of [given, given.toReversed()]) expect(inTurn(order)[0]).toEqual(given[0]);
    }
  }
  const made = (createdAt: string | null, number: number | null = null, createdLocal: string | null = null) => ({
    itemVersion: { number, createdAt, createdLocal },
  });
  const local = (time: string, number: number | null = null) => made(null, number, time);
  const [EARLY, LATE] = ['2025-12-31T10:00:00.000Z', '2025-12-31T11:00:00.000Z'];
  const AFTER = '2026-01-03T00:00:00.000Z';

  it('the one speaks that was captured later, else the one that was stored later', () => {
    expectFirst({ capturedAt: LATE }, { capturedAt: EARLY, lastModified: AFTER });
    expectFirst({ lastModified: AFTER }, {});
  });

  it('the version speaks that its sender made later, also when it came first', () => {
    expectFirst(made(LATE), made(EARLY));
    expectFirst(made(LATE), { ...made(EARLY), lastModified: AFTER });
    expectFirst({ ...made(LATE, 1), status: 'canceled' }, { ...made(EARLY, 7), lastModified: AFTER });
    expectFirst(local('2025-12-31T11:00:00'), { ...local('2025-12-31T10:59'), lastModified: AFTER });
  });

  it('the sender’s higher number speaks where both were made at one time, or nobody knows when', () => {
    expectFirst(made(EARLY, 2), { ...made(EARLY, 1), lastModified: AFTER });
    expectFirst(made(null, 10), { ...made(null, 9), lastModified: AFTER });
    expectFirst({ ...made(LATE, 2), status: 'canceled' }, { ...made(null, 1), lastModified: AFTER });
    expectFirst(made(EARLY, 3), { ...local('2025-12-31T23:00', 2), lastModified: AFTER });
    expectFirst(made(EARLY, 3), made(EARLY, 1), made(EARLY, 2));
  });

  it('what cannot be compared is told apart by when it came, so that a kill holds against a page that came before it, whenever it was made', () => {
    expectFirst({ ...made(EARLY), status: 'canceled', lastModified: AFTER }, {});
    expectFirst({ ...made(EARLY), status: 'canceled' }, {});
    expectFirst({ ...made(EARLY), status: 'canceled' }, local('2025-12-31T23:00'));
    expectFirst({ ...made(EARLY), status: 'canceled' }, made(EARLY, 2));
    expectFirst({ lastModified: AFTER }, made(LATE, 7));
  });

  it('the later upload speaks where versions are told apart by nothing', () => {
    expectFirst({ ...made(EARLY, 2), lastModified: AFTER }, made(EARLY, 2));
  });

  it('a version from the future counts by its number only', () => {
    expectFirst({ ...made(EARLY), lastModified: AFTER }, made('2035-01-01T00:00:00.000Z'));
    expectFirst(made(EARLY, 3), { ...made('2035-01-01T00:00:00.000Z', 2), lastModified: AFTER });
    expectFirst(made('2026-01-01T23:00:00.000Z'), made(LATE));
  });

  it('all of them count where each is overtaken by another', () => {
    expectFirst({ ...made(EARLY, 5), lastModified: AFTER }, made(LATE, 1), made(null, 3), {});
  });

  it('what is overtaken speaks where nothing else is left, in its turn', () => {
    const [first, second, third] = [made(EARLY, 3), made(EARLY, 2), made(EARLY, 1)].map((own, at) =>
      contributionOfRow(own, String(at)),
    );
    expect(inTurn([third, second, first].flatMap((one) => one ?? [])).map(({ objectId }) => objectId)[0]).toBe('0');
    expect(inTurn([third, second, first].flatMap((one) => one ?? []))).toHaveLength(3);
  });

  it('a kill speaks where nothing else decides, then what is withheld, then what is under embargo', () => {
    expectFirst({ status: 'canceled' }, { status: 'withheld' });
    expectFirst({ status: 'withheld' }, { embargoedUntil: UTC });
    expectFirst({ embargoedUntil: UTC }, {});
    expectFirst({ lastModified: AFTER }, { status: 'canceled' });
  });
});

describe('a member of a text', () => {
  const headOfRecord = (own: ArticleRecord): Head => {
    const winner = { objectId: 'o', facts: plainFacts(own) };
    return Head.parse({ ...headOf(ID, [given(rowOf(written('01', own)))], winner, []), gen: 1 });
  };
  const dated = headOfRecord({
    ...record(),
    publisher: { name: 'The Post', domain: null },
    published: aDate(UTC),
    sortDate: { utc: UTC, basis: 'published' },
  });
  const textOf = (head: Head) => (head.live ? head.text : '');

  it('says who carries the text, since when, and under which day', () => {
    expect(Member.parse(memberOf(dated, ID, textOf(dated)))).toEqual({
      articleId: ID,
      objectId: 'o',
      carrier: {
        ...{ articleId: ID, text: textOf(dated), publisher: 'The Post', sortUtc: UTC },
        moment: { utc: UTC, latest: UTC },
      },
    });
  });

  it('has no moment without a date that can be trusted', () => {
    const undated = headOfRecord(record());
    expect(Member.parse(memberOf(undated, ID, textOf(undated))).carrier?.moment).toBeNull();
  });

  it('carries it no more once the article has another text, or is gone', () => {
    const nobody = { articleId: ID, objectId: null, carrier: null };
    expect(memberOf(dated, ID, 'another')).toEqual(nobody);
    const gone = Head.parse({ live: false, articleId: ID, texts: [], gen: 1 });
    expect(memberOf(gone, ID, textOf(dated))).toEqual(nobody);
    expect(memberOf(null, ID, textOf(dated))).toEqual(nobody);
  });
});
