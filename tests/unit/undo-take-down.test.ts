/** What was decided, and what it means to take it back. */
import { describe, expect, it } from 'vitest';
import { standingDecision } from '../../shared/pipeline/standing-decision.ts';
import { putTombstone } from '../../shared/pipeline/take-down.ts';
import { AT, aTown, forget, LAST, LATER, stoneOf, undo } from './take-down-builders.ts';

describe('the decision that stands', () => {
  it('is none where there was none, and none once it was taken back', async () => {
    const { store, own } = await aTown();
    expect(await standingDecision(own, store.table)).toBe(null);
    await forget(store, own);
    await undo(store, own);
    expect(await standingDecision(own, store.table)).toBe(null);
  });

  it('is what was decided, without texts that were let in again or never marked', async () => {
    const { store, own, copy, textId } = await aTown();
    await forget(store, own);
    const decided = { articleId: own, at: AT, reason: 'R', texts: [{ textId, articles: [own], spares: [copy] }] };
    expect(await standingDecision(own, store.table)).toEqual(decided);
    const stone = await stoneOf(store, own);
    if (stone === null) throw new Error('no tombstone');
    await putTombstone({ ...stone, texts: [textId, 'txt_never'], revision: LATER }, store.table);
    expect(await standingDecision(own, store.table)).toEqual(decided);
    const text = await stoneOf(store, textId);
    if (text === null) throw new Error('no tombstone');
    await putTombstone({ ...text, lifted: { at: LATER, reason: 'x' }, revision: LATER }, store.table);
    expect(await standingDecision(own, store.table)).toEqual({ ...decided, texts: [] });
  });
});

describe('a take-down that is taken back', () => {
  it('is none for what is not down, or not any more, and nothing changes', async () => {
    const { store, own, other } = await aTown();
    expect(await undo(store, other)).toBe(null);
    await forget(store, own);
    const lifted = await undo(store, own);
    expect(lifted).toMatchObject({ name: own, lifted: { at: LATER, reason: 'A mistake' }, revision: LATER });
    const before = store.table.items();
    expect(await undo(store, own, LAST)).toBe(null);
    expect(store.table.items()).toEqual(before);
  });

  it('lifts its text with it, and is told as it was written', async () => {
    const { store, own, textId } = await aTown();
    await forget(store, own);
    expect(await undo(store, own)).toEqual(await stoneOf(store, own));
    expect(await stoneOf(store, textId)).toMatchObject({
      ...{ name: textId, articles: [own], lifted: { at: LATER, reason: 'A mistake' }, revision: LATER },
    });
  });

  it('leaves a text down for the sake of another article, and is spared by it', async () => {
    const { store, own, copy, textId } = await aTown();
    await forget(store, own);
    await forget(store, copy, { at: LATER });
    await undo(store, own, LAST);
    expect(await stoneOf(store, textId)).toMatchObject({
      ...{ lifted: null, articles: [copy], spares: [own], revision: LAST },
    });
    await undo(store, copy, LAST);
    expect(await stoneOf(store, textId)).toMatchObject({ lifted: { reason: 'A mistake' }, articles: [copy] });
  });

  it('spares in order, each once', async () => {
    const { store, own, textId } = await aTown();
    await forget(store, own);
    const stone = await stoneOf(store, textId);
    if (stone === null) throw new Error('no tombstone');
    const shared = { ...stone, articles: [own, 'art_zz'], spares: ['art_~', 'art_!', own], revision: LATER };
    await putTombstone(shared, store.table);
    await undo(store, own, LAST);
    expect((await stoneOf(store, textId))?.spares).toEqual([own, 'art_!', 'art_~'].sort());
  });

  it('is later than what was decided on its texts, whatever the clock says', async () => {
    const { store, own, copy } = await aTown();
    await forget(store, own);
    await forget(store, copy, { at: LATER });
    expect(await undo(store, own, AT)).toMatchObject({ lifted: { at: '2026-02-02T00:00:00.001Z' } });
  });

  it('needs no tombstone of a text that was never marked', async () => {
    const { store, own } = await aTown();
    await forget(store, own);
    const stone = await stoneOf(store, own);
    if (stone === null) throw new Error('no tombstone');
    await putTombstone({ ...stone, texts: ['txt_never'], revision: LATER }, store.table);
    expect(await undo(store, own, LAST)).toMatchObject({ lifted: { at: LAST } });
    expect(await stoneOf(store, 'txt_never')).toBe(null);
  });
});
