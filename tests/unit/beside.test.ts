/** What a row remembers of the file of metadata beside it, and by which state of it the row was read. */
import { describe, expect, it } from 'vitest';
import {
  besideAttributes,
  besideIn,
  fileBeside,
  hintsWith,
  isOfChange,
  isReadBy,
  isRegisterOnly,
  revisionBeside,
  unheeded,
} from '../../shared/core/beside.ts';
import { SEQUENCER_WIDTH } from '../../shared/core/change.ts';
import { NO_HINTS } from '../../shared/core/document.ts';
import { revisionOf } from '../../shared/core/history.ts';

const KEY = { pk: 'obj#a', sk: 'obj' };
const revision = (sequencer: string, extractor = 3) => revisionOf(sequencer.padEnd(SEQUENCER_WIDTH, '0'), extractor);
const hints = { ...NO_HINTS, url: 'https://news.example/a' };
const beside = (sequencer: string) => ({ revision: revision(sequencer), hints });
const row = (given: object) => ({ ...KEY, state: 'stored', revision: revision('05'), ...given });

describe('a file of metadata', () => {
  it('tells of the file that its name names, and of none without one', () => {
    expect(fileBeside('incoming/a.html.meta.json')).toBe('incoming/a.html');
    expect(fileBeside('incoming/a.html.json')).toBe(null);
    expect(fileBeside('.meta.json')).toBe(null);
    expect(fileBeside('incoming/.meta.json')).toBe(null);
  });
});

describe('the register beside a row', () => {
  it('is read as it was written', () => {
    const told = beside('07');
    expect(besideIn({ ...KEY, ...besideAttributes(told) })).toEqual(told);
    expect(besideIn({ ...KEY, ...besideAttributes({ ...told, hints: null }) })).toEqual({ ...told, hints: null });
    expect(besideIn(row({}))).toBe(null);
  });

  it('is alone where nobody has heard of the file itself', () => {
    const register = besideAttributes(beside('07'));
    expect(isRegisterOnly({ ...KEY, ...register })).toBe(true);
    expect(isRegisterOnly(row(register))).toBe(false);
    expect(isRegisterOnly(KEY)).toBe(false);
    expect(isRegisterOnly(row({}))).toBe(false);
  });

  it('is unheeded until a row was read by what it says now', () => {
    const told = beside('07');
    const register = besideAttributes(told);
    expect(unheeded(row(register))).toEqual(told);
    expect(unheeded(row({ ...register, state: 'rejected' }))).toEqual(told);
    expect(unheeded(row({ ...register, revision: revisionBeside(revision('05'), beside('06')) }))).toEqual(told);
    expect(unheeded(row({ ...register, revision: revisionBeside(revision('05'), told) }))).toBe(null);
  });

  it('is nothing to rows of which nothing is read, or where there is none', () => {
    const register = besideAttributes(beside('07'));
    for (const state of ['removed', 'container', 'taken-down', undefined])
      expect(unheeded(row({ ...register, state }))).toBe(null);
    expect(unheeded(row({}))).toBe(null);
    expect(unheeded({ ...KEY, ...register, state: 'stored' })).toBe(null);
  });
});

describe('a revision that heeds what is beside it', () => {
  it('is later than without, than by what was said before, and earlier than a later upload', () => {
    const [plain, first, second] = [
      revision('05'),
      revisionBeside(revision('05'), beside('06')),
      revisionBeside(revisionBeside(revision('05'), beside('06')), beside('07')),
    ];
    expect([second, plain, first, revision('06')].toSorted()).toEqual([plain, first, second, revision('06')]);
    expect(second).toBe(`${plain}#${revision('07')}`);
  });

  it('is of the same change, read by the same extractor', () => {
    const heeded = row({ revision: revisionBeside(revision('05'), beside('07')) });
    expect(isOfChange(heeded, revision('05', 9))).toBe(true);
    expect(isOfChange(heeded, revision('06'))).toBe(false);
    expect(isReadBy(heeded, revision('09', 3))).toBe(true);
    expect(isReadBy(heeded, revision('05', 4))).toBe(false);
    expect([isOfChange(KEY, revision('05')), isReadBy(KEY, revision('05'))]).toEqual([false, false]);
  });
});

describe('what is known of a file', () => {
  it('is what stands with its upload, and for the rest what is beside it', () => {
    const own = { ...NO_HINTS, id: 'own', language: 'de' };
    const told = { id: 'i', guid: 'g', url: 'u', capturedAt: 'c', publisher: 'p', language: 'en' };
    expect(hintsWith(own, told)).toEqual({ ...told, id: 'own', language: 'de' });
    expect(hintsWith(told, { ...NO_HINTS, id: 'x' })).toEqual(told);
    expect(hintsWith(NO_HINTS, told)).toEqual(told);
    expect(hintsWith(own, null)).toBe(own);
    const full = { id: '1', guid: '2', url: '3', capturedAt: '4', publisher: '5', language: '6' };
    expect(hintsWith(full, told)).toEqual(full);
  });
});
