/** Names of members as people write them, and as they stand in the table. */
import { describe, expect, it } from 'vitest';
import { foundKey, memberEntryKey, memberTallyKey, objectName, refsNamed } from '../../shared/core/container-keys.ts';

describe('the name of a member', () => {
  it('is that of its container and its own, and of a file its key alone', () => {
    expect(objectName({ key: 'incoming/a.zip', member: 'news/b.html' })).toBe('incoming/a.zip#news/b.html');
    expect(objectName({ key: 'incoming/a#b.txt', member: null })).toBe('incoming/a#b.txt');
  });

  it('may mean a key that holds the mark itself, or a member at each of the marks', () => {
    expect(refsNamed('incoming/a.txt')).toEqual([{ key: 'incoming/a.txt', member: null }]);
    expect(refsNamed('#a#b#')).toEqual([
      { key: '#a#b#', member: null },
      { key: '', member: 'a#b#' },
      { key: '#a', member: 'b#' },
      { key: '#a#b', member: '' },
    ]);
  });

  it('means no more than twenty of them', () => {
    expect(refsNamed('#'.repeat(20))).toHaveLength(21);
    expect(refsNamed('#'.repeat(30))).toHaveLength(21);
  });
});

describe('the keys of members', () => {
  it('are in shards by the last two characters of their ids, entries apart from tallies', () => {
    expect(memberEntryKey('obj_c', 'obj_mxy')).toEqual({ pk: 'members#obj_c', sk: 'm#xy#obj_mxy' });
    expect(memberTallyKey('obj_c', 'xy')).toEqual({ pk: 'members#obj_c', sk: 'n#xy' });
  });

  it('of windows are in the order of their places', () => {
    const sks = [2_000_000_000, 30, 0].map((from) => foundKey('c', '05', from).sk);
    expect(sks.toSorted()).toEqual(sks.toReversed());
    expect(foundKey('c', '05', 30)).toMatchObject({ sk: 'found#05#0000000030' });
  });
});
