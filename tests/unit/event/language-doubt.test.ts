/** Languages of which few texts are known: likeness means less there, until a window has shown which words are common. */
import { describe, expect, it } from 'vitest';
import { languageDoubt } from '../../../shared/core/event/language-doubt.ts';
import { rarity } from '../../../shared/core/event/rarity.ts';
import { settleEvents } from '../../../shared/core/event/settle-events.ts';
import { aPrint } from './news.ts';

/** Invented: two matters of one day, one of them told twice, in a language that no table knows. */
const BRIDGE = {
  headline: 'Most u Vetrani zatvoren do nedjelje',
  paragraphs: [
    'Preko mosta u Vetrani danas vozi samo jedan autobus, rekla je gradska uprava. Radnici popravljaju stupove koje je ostetila poplava.',
    'Vozaci cekaju i po dva sata, a trgovci traze odstetu.',
  ],
};
const BRIDGE_AGAIN = {
  headline: 'Radnici popravljaju most u Vetrani',
  paragraphs: [
    'Poplava je ostetila stupove, pa je most u Vetrani zatvoren, a radnici ga popravljaju do nedjelje.',
    'Gradska uprava danas pusta samo jedan autobus, i vozaci cekaju.',
  ],
};
const LIBRARY = {
  headline: 'Knjiznica slavi stotinu godina',
  paragraphs: [
    'Gradska knjiznica danas slavi stotinu godina, rekla je ravnateljica. Citatelji donose stare romane, a rukopis iz osamnaestog stoljeca ostaje u trezoru.',
    'Posjetitelji stoje pred vratima, a djeca traze autograme.',
  ],
};

describe('a language without a table', () => {
  it('is doubted the more, the fewer of its stories are at hand; one with a large table never', () => {
    const doubts = [0, 10, 75, 500, 1_000].map((stories) => languageDoubt('hr', stories));
    expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
    expect([doubts[0], doubts[2], doubts[4]]).toEqual([2.8, 1.4, 0]);
    expect(languageDoubt('en', 0)).toBe(0);
    expect(languageDoubt('de', 0)).toBeGreaterThan(0);
  });

  it('does not gather strangers of one day, and still gathers what is told twice', () => {
    const told = (id: string, facts: typeof BRIDGE) => ({ id, print: aPrint({ ...facts, language: 'hr' }) });
    const events = settleEvents([told('a', BRIDGE), told('b', LIBRARY), told('c', BRIDGE_AGAIN)]);
    expect(events.get('b')).not.toBe(events.get('a'));
    expect(events.get('c')).toBe(events.get('a'));
  });

  it('takes pairs of hiragana for grammar', () => {
    expect(rarity('ja', 'して', false)).toBeLessThan(1);
    expect(rarity('ja', '豆腐', false)).toBeGreaterThan(4);
  });
});
