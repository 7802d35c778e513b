/** Fictional articles and what editors do to them. Promise: the same seed gives the same text; two seeds share no sentence. */
import { type Random, seededRandom } from '../simulation/random.ts';

export type Paragraphs = readonly string[];

export const WORDS = {
  en: 'harbour council lantern bakery ferry quarry orchard signal bridge meadow tannery chapel market furnace archive ledger gallery timber cellar hedge kettle wagon mill pasture rudder anvil loom barrel granary canal',
  de: 'Hafen Rathaus Laterne Bäckerei Fähre Steinbruch Garten Brücke Wiese Kapelle Markt Ofen Archiv Keller Hecke Wagen Mühle Weide Amboss Fass Speicher Kanal Turm Schleuse',
  ru: 'гавань совет фонарь пекарня паром карьер сад сигнал мост луг часовня рынок печь архив галерея погреб телега мельница пастбище руль бочка амбар канал башня',
  ar: 'الميناء المجلس المصباح المخبز العبارة المحجر البستان الجسر المرج السوق الفرن الأرشيف المعرض القبو العربة الطاحونة المرعى البرميل المخزن القناة البرج السد',
  ja: '港 議会 灯台 製パン所 渡し船 採石場 果樹園 信号 橋 牧草地 礼拝堂 市場 溶鉱炉 文書館 画廊 木材 地下室 生け垣 荷馬車 水車 穀倉 運河 塔 水門',
} as const;
const LINKS = {
  en: 'reopened beside after near without before under over against toward beyond around since while although because'.split(
    ' ',
  ),
  de: 'öffnete neben nach nahe ohne vor unter über gegen hinter um seit während obwohl weil'.split(' '),
  ru: 'открылся рядом после около без перед под над против за вокруг пока хотя потому'.split(' '),
  ar: 'افتتح بجانب بعد قرب دون قبل تحت فوق ضد نحو حول منذ بينما رغم'.split(' '),
  ja: 'は が を に で と から まで より の'.split(' '),
} as const;
const NAMES = 'Marlow Tessin Oakhurst Vennery Pellam Dorrick Hask Ilvermoor Quenby Strand'.split(' ');

export function anArticle(
  seed: number,
  settings: { paragraphs?: number; language?: keyof typeof WORDS } = {},
): Paragraphs {
  const random = seededRandom(seed * 7919 + 13);
  return Array.from({ length: settings.paragraphs ?? 8 }, () => paragraph(random, settings.language ?? 'en'));
}

function paragraph(random: Random, language: keyof typeof WORDS): string {
  const nouns = WORDS[language].split(' ');
  const links = LINKS[language];
  const words = Array.from(
    { length: 14 },
    () => `${random.pick(nouns)}${language === 'ja' ? '' : ' '}${random.pick(links)}`,
  );
  words.splice(5, 0, language === 'ja' ? `${random.below(900)}年` : `${random.pick(NAMES)} ${random.below(9_000)}`);
  return language === 'ja' ? `${words.join('')}。` : `The ${words.join(' ')}.`;
}

/** What stands at the end is cut first. */
export function trimmed(text: Paragraphs, share: number): Paragraphs {
  return text.slice(0, Math.max(1, Math.round(text.length * share)));
}

export function withDateline(text: Paragraphs, dateline: string): Paragraphs {
  return [`${dateline} ${text[0] ?? ''}`, ...text.slice(1)];
}

export function padded(text: Paragraphs, more: Paragraphs): Paragraphs {
  return [...text.slice(0, 3), ...more, ...text.slice(3)];
}

/** Every tenth word loses its third letter. */
export function misspelt(text: Paragraphs): Paragraphs {
  return text.map((paragraph) =>
    paragraph
      .split(' ')
      .map((word, at) => (at % 10 === 9 && word.length > 4 ? word.slice(0, 2) + word.slice(3) : word))
      .join(' '),
  );
}

export function splitInTwo(text: Paragraphs): Paragraphs {
  return text.flatMap((paragraph) => {
    const words = paragraph.split(' ');
    return [words.slice(0, words.length >> 1).join(' '), words.slice(words.length >> 1).join(' ')];
  });
}

/** One template, filled with other places and numbers for every seed. */
export function aForecast(seed: number): Paragraphs {
  const random = seededRandom(seed * 104_729 + 7);
  const place = `${random.pick(NAMES)} ${random.pick(NAMES)}`;
  const number = (most: number) => String(1 + random.below(most));
  return [
    `The regional bureau expects the following for ${place} and the villages around it, as it does every morning at this time.`,
    `Highs reach ${number(90)} degrees with wind from the west at ${number(40)} miles an hour and gusts of up to ${number(70)} miles an hour.`,
    `Tonight falls to ${number(50)} degrees; the chance of rain is ${number(99)} percent, and the river stands at ${number(300)} inches.`,
    `Over the next days expect between ${number(50)} and ${number(90)} degrees, and listen to the bureau when it warns of storms, its head said.`,
  ];
}
