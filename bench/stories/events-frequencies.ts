/**
 * Writes the tables of document frequencies. In: `--data FOLDER` of bench data, or `--records FILE`, records as `wirefold clean` prints them and
 * `wirefold export --format jsonl` takes them out of a store; the tables of languages of which it has too few texts stay. Out: shared/core/event/frequency-tables.weights.json.
 * Promise: only words and how common they are, commonest first; the same data gives the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { storyTerms } from '../../shared/core/event/story-words.ts';
import { frequencyTexts, type LanguageText, recordTexts } from './events-texts.ts';

/** Terms of a language kept; rarer ones differ little from unseen ones. */
const KEPT = 6_000;
/** A term of fewer texts says more about the texts than about the language. */
const LEAST_TEXTS = 4;
/** With fewer texts a language has no table. */
const LEAST_SAMPLE = 40;
const LEVELS_PER_NAT = 5;
const TABLE = new URL('../../shared/core/event/frequency-tables.weights.json', import.meta.url);

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/bench/data' }, records: { type: 'string' } },
});

function counted(
  texts: readonly LanguageText[],
): ReadonlyMap<string, { readonly texts: number; readonly terms: ReadonlyMap<string, number> }> {
  const languages = new Map<string, { texts: number; readonly terms: Map<string, number> }>();
  for (const text of texts) {
    const own = languages.get(text.language) ?? { texts: 0, terms: new Map<string, number>() };
    languages.set(text.language, own);
    own.texts += 1;
    for (const [term, { isNumber }] of storyTerms(text))
      if (!isNumber) own.terms.set(term, (own.terms.get(term) ?? 0) + 1);
  }
  return languages;
}

/** Words by how rare they are: `levels[n]` holds those whose inverse document frequency is n fifths of a nat. */
function table(
  texts: number,
  terms: ReadonlyMap<string, number>,
): { readonly texts: number; readonly levels: readonly string[] } {
  const kept = [...terms]
    .filter(([, count]) => count >= LEAST_TEXTS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, KEPT);
  const levels: string[] = [];
  for (const [term, count] of kept) {
    const level = Math.round(LEVELS_PER_NAT * Math.log((texts + 1) / (count + 0.5)));
    while (levels.length <= level) levels.push('');
    levels[level] = levels[level] === '' ? term : `${levels[level]} ${term}`;
  }
  return { texts, levels };
}

const isOwn = values.records !== undefined;
const tables = [...counted(values.records !== undefined ? recordTexts(values.records) : frequencyTexts(values.data))]
  .filter(([, own]) => own.texts >= LEAST_SAMPLE)
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
const made = Object.fromEntries(tables.map(([language, own]) => [language, table(own.texts, own.terms)]));
const shipped: unknown = isOwn ? JSON.parse(readFileSync(TABLE, 'utf8')).languages : {};
const languages = Object.entries({ ...Object(shipped), ...made }).sort(([a], [b]) => (a < b ? -1 : 1));
const out = { levelsPerNat: LEVELS_PER_NAT, languages: Object.fromEntries(languages) };
writeFileSync(TABLE, `${JSON.stringify(out, null, 1)}\n`);
for (const [language, own] of tables)
  process.stdout.write(`${language}: ${own.texts} texts, ${own.terms.size} terms\n`);
