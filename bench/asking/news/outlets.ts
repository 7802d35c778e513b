/** Forty invented outlets: a few large, many small, a quarter of them in German. */
import { type Chance, chanceOf } from './chance.ts';
import { type Language, personOf } from './happening.ts';

export interface Outlet {
  readonly name: string;
  readonly domain: string;
  readonly language: Language;
  /** How its wall clock is written, with the offset; empty: it never says. */
  readonly zone: string;
  readonly authors: readonly string[];
  readonly files: FileKind;
}

export type FileKind = 'html' | 'text' | 'ninjs' | 'json';

const ENGLISH_NAMES = `Aldermouth Gazette|The Meridian Ledger|Frontier Courier|Lornsea Echo|The Daily Kettle|Harbour & Hinterland|Quick Tally|
  Yarrowdale Advertiser|The Oakhaven Post|Northern Signal|Capital Wireline|The Vantry Review|Evening Tarn|Skerra Observer|The Fennbridge Mail|
  Marbeck Standard|Common Ground|The Plain Dealer of Eastholt|Westmoor Bulletin|The Inverlode Times|Salt & Slate|Rothmere Chronicle|
  The Small Hours|Pennerley Press|Birchover Beacon|The Drumlin Dispatch|Coastline Today|Ironbeck Inquirer|The Long Reader|Zellmoor Herald`;
const GERMAN_NAMES = `Dornwalder Anzeiger|Kaltenbacher Bote|Altenrieder Tagblatt|Bergfelder Nachrichten|Falkenauer Zeitung|Grünthaler Kurier|
  Die Hohenlindener|Eschenbrücker Abendpost|Neues Tal|Morgenblatt am See`;

const KINDS: readonly FileKind[] = ['ninjs', 'json', 'ninjs', 'html', 'json', 'ninjs', 'text', 'json', 'ninjs', 'json'];

export const OUTLETS: readonly Outlet[] = [
  ...ENGLISH_NAMES.split('|').map((name, at) => outletOf(name.trim(), 'en', at)),
  ...GERMAN_NAMES.split('|').map((name, at) => outletOf(name.trim(), 'de', at)),
];

function outletOf(name: string, language: Language, at: number): Outlet {
  const chance = chanceOf(at + (language === 'en' ? 100 : 900));
  const host = name
    .toLowerCase()
    .replace(/ü/g, 'ue')
    .replace(/[^a-z]/g, '');
  return {
    name,
    language,
    domain: `${host}.example`,
    zone: language === 'de' ? '+02:00' : chance.pick(['+00:00', '-05:00', '+01:00', '']),
    authors: Array.from({ length: chance.between(4, 10) }, () => personOf(chance)),
    files: KINDS[at % KINDS.length] ?? 'json',
  };
}

/** The first publish most. */
export function someOutlet(language: Language, chance: Chance): Outlet {
  const own = OUTLETS.filter((outlet) => outlet.language === language);
  const found = own[Math.floor(own.length * chance.next() ** 1.8)];
  if (found === undefined) throw new Error(`no outlet writes ${language}`);
  return found;
}
