/** Templates: the next filling is other news, an edited copy of the same filling is not. */
import { describe, expect, it } from 'vitest';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { type Paragraphs, withDateline } from './copies-builders.ts';
import { TEMPLATES } from './template-builders.ts';

const judged = (a: Paragraphs, b: Paragraphs) => likeness(textPrint(a), textPrint(b));

describe('a template', () => {
  it.each(Object.entries(TEMPLATES))('of %s that is filled anew is another story', (_, {
    text,
    fillings: [one, other],
  }) => {
    expect(judged(text(one), text(other)).same).toBe(false);
    expect(judged(text(other), text(one)).same).toBe(false);
  });

  it.each(Object.entries(TEMPLATES))('of %s that was filled once has copies', (_, { text, fillings: [one] }) => {
    const original = text(one);
    expect(judged(original, withDateline(original, 'HASK —')).same).toBe(true);
    expect(judged(original, [...original, 'Hask Press']).same).toBe(true);
  });

  it('is not seen in the two sentences of a longer report', () => {
    const { text, fillings } = TEMPLATES['tender'] ?? { text: () => [], fillings: [[], []] };
    const notice = text(fillings[0]);
    const rest = [
      'Banks had asked for 9.1 billion on Monday, and 4 of them for more than that, which 12 dealers called a sign.',
    ];
    expect(judged(notice, [...notice, ...rest]).same).toBe(true);
  });

  it('is not seen in a report whose one figure was mended', () => {
    const { text, fillings } = TEMPLATES['earthquake'] ?? { text: () => [], fillings: [[], []] };
    const [, ...rest] = fillings[0];
    expect(judged(text(fillings[0]), text(['5.8', ...rest]))).toMatchObject({ same: true, relation: 'identical' });
  });

  it('is not seen in a Japanese report whose one figure was mended, however many characters it has', () => {
    const report = (crowd: string) => [
      `みなと市の魚まつりには${crowd}人が訪れ、港の広場は朝から夕がたまで人の波が絶えなかった。焼いた魚の屋台がならび、太鼓の音が倉庫の壁にひびいた。市長は漁師たちに礼を述べ、来年も同じ場所でひらくと約束した。雨の予報はうれしいことに外れた。`,
    ];
    expect(judged(report('二千五百'), report('三千四百')).same).toBe(true);
  });

  it('is not seen in a report of many facts of which two were mended', () => {
    const report = (name: string, wounded: string) => [
      `Fire broke out at 3.40 on Monday in the hall of Strand Marine at Port Hask, where 212 people work for Pellam and 38 for Dorrick, and ${wounded} of them were taken to the clinic of Oakhurst, said ${name}, who leads the brigade of Quenby.`,
      'She had sent 14 engines and 3 boats from Karlsund, Velmora and Tannis. By 9.15 the roof had fallen in. Brenholt and Vennery closed their schools because of the smoke that drifted over the strait all day.',
    ];
    expect(judged(report('Lena Tessin', '7'), report('Lena Tesson', '8'))).toMatchObject({ same: true });
  });
});
