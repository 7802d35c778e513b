/** Embargoes and doubtful dates: who may see what when, and when the end of an embargo is told. */
import { describe, expect, it } from 'vitest';
import { dateStatusOf, passesAlone, passesDate } from '../../shared/core/date-doubt.ts';
import { endedBy, endOfEmbargo, isEndUntold } from '../../shared/core/embargo.ts';
import { heldBack, isReleased } from '../../shared/core/released.ts';
import { NOBODY } from '../../shared/core/tally.ts';
import { nodeOf, TextNode } from '../../shared/core/text-node.ts';
import { aDate } from '../../shared/testing/builders.ts';

const END = '2026-01-01T12:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(END) + seconds * 1_000).toISOString();

describe('an article under embargo', () => {
  it('may be shown from the moment of its end', () => {
    expect(heldBack({ status: 'usable', embargoedUntil: END }, at(-1))).toBe('embargoed');
    expect(isReleased({ status: 'usable', embargoedUntil: END }, at(-1))).toBe(false);
    expect(isReleased({ status: 'usable', embargoedUntil: END }, END)).toBe(true);
    expect(isReleased({ status: 'usable', embargoedUntil: '2026-01-01T13:00:00+01:00' }, END)).toBe(true);
  });

  it('may not be shown then, when it is withheld or canceled; without an embargo it may', () => {
    expect(heldBack({ status: 'withheld', embargoedUntil: END }, at(1))).toBe('withheld');
    expect(heldBack({ status: 'canceled' }, at(1))).toBe('canceled');
    expect(heldBack({ status: 'usable' }, at(1))).toBeNull();
    expect(heldBack({ status: 'usable', embargoedUntil: null }, at(1))).toBeNull();
  });
});

describe('the end of an embargo', () => {
  it('is an instant in UTC, in whatever zone it was stated', () => {
    expect(endOfEmbargo('2026-01-01T13:00:00+01:00')).toBe(END);
  });

  it('may be told two minutes later, when no clock is behind any more', () => {
    expect(endedBy(at(120))).toBe(END);
    expect(isEndUntold(END, at(-60), at(119))).toBe(false);
    expect(isEndUntold(END, at(-60), at(120))).toBe(true);
  });

  it('is still to be told when the article was told of while somebody might have found it embargoed', () => {
    expect(isEndUntold(END, at(119), at(600))).toBe(true);
    expect(isEndUntold(END, at(120), at(600))).toBe(false);
    expect(isEndUntold(END, 'never', at(600))).toBe(true);
  });

  it('is nothing to tell of an article that had none', () => {
    expect(isEndUntold(null, at(-60), at(600))).toBe(false);
  });
});

describe('a date beside its copies', () => {
  const UTC = '2026-03-01T00:00:00.000Z';
  const first = (utc: string) => ({ ...NOBODY, copies: 2, first: { id: 'art_a', text: 't', utc, latest: utc } });
  const nodeWith = (utc: string) =>
    TextNode.parse({ ...nodeOf('t', { tally: first(utc), print: null, about: null }, null), gen: 1 });

  it('is disputed by a copy that is much older, and by none that is not', () => {
    const statusBeside = (node: TextNode | null) =>
      dateStatusOf({ published: aDate(UTC) }, { node, story: null, firstNode: null });
    expect(statusBeside(nodeWith('2020-01-01T00:00:00.000Z'))).toBe('disputed');
    expect(statusBeside(nodeWith(UTC))).toBe('stated');
    expect(statusBeside(null)).toBe('stated');
  });

  it('passes a filter of its own status, and, unless the page states it whole, that of all doubtful ones', () => {
    expect(passesDate('stated', null)).toBe(true);
    expect(passesDate('stated', 'stated')).toBe(true);
    expect(passesDate('stated', 'doubtful')).toBe(false);
    expect(passesDate('missing', 'doubtful')).toBe(true);
    expect(passesDate('missing', 'estimated')).toBe(false);
  });

  it('needs no look at the copies where none of them can change the answer', () => {
    const stated = aDate(UTC);
    expect(passesAlone(stated, 'stated')).toBeNull();
    expect(passesAlone(stated, 'doubtful')).toBeNull();
    expect(passesAlone(stated, 'disputed')).toBeNull();
    expect(passesAlone(stated, 'missing')).toBe(false);
    const assumed = { ...stated, status: 'stated-zone-assumed' as const };
    expect(passesAlone(assumed, 'doubtful')).toBe(true);
    expect(passesAlone(assumed, 'stated-zone-assumed')).toBeNull();
    const missing = { ...stated, status: 'missing' as const, utc: null };
    expect(passesAlone(missing, 'disputed')).toBe(false);
    expect(passesAlone(missing, 'missing')).toBe(true);
  });
});
