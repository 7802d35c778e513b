/** The articles of a story one by one, from any place on. */
import { describe, expect, it } from 'vitest';
import { CursorError } from '../../shared/core/change-log.ts';
import type { Item } from '../../shared/core/item.ts';
import { isWalked, walkStory } from '../../shared/pipeline/story-walk.ts';
import { AT, aStore, carrier } from './asked-store.ts';

describe('the articles of a story, one by one', () => {
  const entry = (textId: string, tally: object, present = true): Item => ({
    ...{
      pk: 'story#s',
      sk: `text#${textId.slice(-1)}#${textId}`,
      textId,
      present,
      tally: { copies: 0, first: null, shown: [], ...tally },
    },
  });
  const member = (id: string, there = true): Item => ({
    ...{ pk: 'text#t2', sk: `member#${id.slice(-1)}#${id}`, articleId: id, carrier: there ? carrier(id) : null },
  });
  const walked = async (place: string | null, ...items: readonly Item[]) => {
    const found: string[] = [];
    for await (const one of walkStory('s', place, (await aStore(...items)).table))
      found.push(`${one.place} ${one.member === null ? 'end' : one.member.disputed}`);
    return found;
  };
  const first = { id: 'x', text: 't1', utc: '2020-01-01T00:00:00.000Z', latest: '2020-01-01T00:00:00.000Z' };
  const dated = { ...carrier('b2'), moment: { utc: AT, latest: AT } };
  const items = [
    entry('t1', { copies: 2, shown: [dated, carrier('a1')], first }),
    ...[entry('t2', { copies: 3, shown: [carrier('c1')] }), entry('t3', { copies: 1, shown: [carrier('z1')] }, false)],
    ...[member('c1'), member('d2', false), member('e3')],
  ];

  it('come from the entry while they are few, and from the text when they are many', async () => {
    expect(await walked(null, ...items)).toEqual([
      ...['~t1 a1 false', '~t1 b2 true', '~t1 end', '~t2 c1 false', '~t2 e3 false', '~t2 end', '~t3 end'],
    ]);
  });

  it('go on behind any place', async () => {
    expect(await walked('~t1 a1', ...items)).toEqual([
      '~t1 b2 true',
      '~t1 end',
      '~t2 c1 false',
      '~t2 e3 false',
      '~t2 end',
      '~t3 end',
    ]);
    expect(await walked('~t2 c1', ...items)).toEqual(['~t2 e3 false', '~t2 end', '~t3 end']);
    expect(await walked('~t2', ...items)).toEqual(['~t3 end']);
    await expect(walked('~t9 a', ...items)).rejects.toThrow(CursorError);
    expect([isWalked('~t1'), isWalked('2026-01-01')]).toEqual([true, false]);
  });
});
