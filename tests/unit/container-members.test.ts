/** Members of a container: which of them count, how they are counted, and when there may be some of earlier contents. */
import { describe, expect, it } from 'vitest';
import { foundKey, memberEntryKey, memberTallyKey, objectName } from '../../shared/core/container-keys.ts';
import {
  containerOf,
  entryOf,
  isLeft,
  leavesMembers,
  leftRow,
  MemberEntry,
  memberTally,
} from '../../shared/core/container-members.ts';
import type { Item } from '../../shared/core/item.ts';
import { objectIdOf } from '../../shared/core/keys.ts';
import {
  containerRow,
  type RowWrite,
  rejectedRow,
  removedRow,
  storedRow,
  takenDownRow,
} from '../../shared/core/object-row.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aLook, aRemoval } from '../../shared/testing/builders.ts';

const AT = '2026-01-01T00:00:00.000Z';
const NAME = { key: 'incoming/a.zip', member: 'a.txt' };
const inContainer = (sequencer: string) => aChange({ ...NAME, sequencer });
const FACTS = { format: 'a zip archive', bytes: 10, found: 1, windows: 0, etag: null, lastModified: AT };

function rowOf(...writes: readonly RowWrite[]): Item {
  const marks = writes.flatMap(({ historyName, entry }) => (historyName === null ? [] : [[historyName, { ...entry }]]));
  return { pk: 'obj#o', sk: 'obj', ...writes.at(-1)?.attributes, ...Object.fromEntries(marks) };
}
const member = (sequencer: string) =>
  rowOf(storedRow(inContainer(sequencer), aRecord(), plainFacts(aRecord()), AT, { packed: new Uint8Array() }));
const container = (sequencer: string) => containerRow(aChange({ key: NAME.key, sequencer }), FACTS);

describe('an entry of a member', () => {
  it('says which state it is in, why it was refused, and which article it became', () => {
    const common = { member: 'a.txt', sequencer: '01'.padEnd(40, '0'), memberId: objectIdOf(NAME) };
    expect(entryOf(member('01'))).toEqual({ ...common, state: 'stored', code: null, articleId: aRecord().id });
    const refusal = { code: 'article.no-text', message: 'None.', stopped: false } as const;
    const refused = rowOf(rejectedRow(inContainer('01'), refusal));
    expect(entryOf(refused)).toEqual({ ...common, state: 'rejected', code: 'article.no-text', articleId: null });
    const down = rowOf(takenDownRow(inContainer('01'), aRecord(), 't'));
    expect(entryOf(down)).toEqual({ ...common, state: 'taken-down', code: null, articleId: aRecord().id });
    expect(MemberEntry.parse(entryOf(rowOf(container('01')))).member).toBe('');
  });

  it('stands in the list of its container, in a shard of its own', () => {
    expect(containerOf(member('01'))).toBe(objectIdOf({ key: NAME.key, member: null }));
    expect(containerOf(rowOf(container('01')))).toBeNull();
    expect(memberEntryKey('c', 'xyz')).toEqual({ pk: 'members#c', sk: 'm#yz#xyz' });
    expect(memberTallyKey('c', 'yz')).toEqual({ pk: 'members#c', sk: 'n#yz' });
    expect(foundKey('c', '01', 7)).toEqual({ pk: 'obj#c', sk: 'found#01#0000000007' });
    expect([objectName(NAME), objectName({ ...NAME, member: null })]).toEqual([
      'incoming/a.zip#a.txt',
      'incoming/a.zip',
    ]);
  });
});

describe('the tally of a shard', () => {
  it('counts members by the contents that they came with, then by state', () => {
    const entry = (sequencer: string, state: string): MemberEntry => ({
      memberId: 'x',
      member: 'a',
      code: null,
      articleId: null,
      sequencer,
      state,
    });
    const entries = [entry('1', 'stored'), entry('2', 'stored'), entry('1', 'stored'), entry('1', 'rejected')];
    expect(memberTally(entries)).toEqual({ counts: { 1: { stored: 2, rejected: 1 }, 2: { stored: 1 } } });
    expect(memberTally([])).toEqual({ counts: {} });
  });
});

describe('a member', () => {
  it('counts as long as its container is of the same change', () => {
    expect(isLeft(member('01'), rowOf(container('01')))).toBe(false);
    expect(isLeft(member('01'), rowOf(container('02')))).toBe(true);
    expect(isLeft(member('02'), rowOf(container('01')))).toBe(true);
  });

  it('is left by a container that is none any more, or that nobody knows, or without a row of its own', () => {
    expect(isLeft(member('01'), rowOf(removedRow(aRemoval({ key: NAME.key, sequencer: '01' }))))).toBe(true);
    expect(isLeft(member('01'), null)).toBe(true);
    expect(isLeft({ pk: 'obj#o', sk: 'obj' }, rowOf(container('01')))).toBe(true);
    expect(isLeft(member('01'), { ...rowOf(container('01')), revision: 1 })).toBe(true);
  });

  it('gives to its article what a removed file gives: its history', () => {
    expect(leftRow(member('01'))).toEqual({ ...member('01'), state: 'removed' });
  });
});

describe('members of earlier contents', () => {
  it('may be there once the row remembers another change as a container', () => {
    expect(leavesMembers(rowOf(container('01'), container('02')))).toBe(true);
    expect(leavesMembers(rowOf(container('01'), removedRow(aRemoval({ key: NAME.key, sequencer: '02' }))))).toBe(true);
    const looked = rowOf(removedRow(aLook({ key: NAME.key, sequencer: '02', purged: 'v1' })));
    expect(leavesMembers(looked)).toBe(true);
  });

  it('are not looked for otherwise', () => {
    expect(leavesMembers(rowOf(container('01')))).toBe(false);
    expect(
      leavesMembers(rowOf(container('01'), containerRow(aChange({ key: NAME.key, sequencer: '01' }), FACTS, 99))),
    ).toBe(false);
    expect(leavesMembers(member('01'))).toBe(false);
    expect(leavesMembers(null)).toBe(false);
    expect(leavesMembers({ pk: 'obj#o', sk: 'obj' })).toBe(false);
  });
});
