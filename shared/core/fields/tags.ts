/** Section, keywords and genre: what the page files the article under. */
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

const SECTION_CHARS = 60;
const BETWEEN = /\s{0,2}[>›»→|]\s{0,2}|\s\/\s/;
const HOME =
  /^(?:current:?\s?)?(?:home|homepage|start|startseite|accueil|inicio|início|strona główna|главная|ana sayfa|ホーム|首页|首頁|홈|الرئيسية)$/i;

export function readSection(sources: Sources): Found<string | null> {
  const stated = sources.of('section').find(({ value }) => usable(value) && !sources.site.isSite(value));
  if (stated !== undefined) return found(stated.value, 'section', stated.where, 'section.stated', stated.value);
  const [labelled] = sources.blocks('meta.section');
  for (const { block } of sources.blocks('nav.breadcrumb')) {
    const step = block.text
      .split(BETWEEN)
      .filter((part) => usable(part) && !HOME.test(part))
      .at(-1);
    if (step !== undefined && block.text !== step)
      return found(step, 'section', placeOf(block), 'section.breadcrumb', block.text);
  }
  // On a page metadata would say so; a line above the headline is as often a button.
  if (labelled === undefined || sources.page.format === 'html' || !usable(labelled.block.text)) return nothing(null);
  return found(labelled.block.text, 'section', placeOf(labelled.block), 'section.labelled', labelled.block.text);
}

function usable(text: string): boolean {
  return text.length > 1 && text.length <= SECTION_CHARS && /\p{L}/u.test(text) && !/^https?:/.test(text);
}

const KEYWORDS = 50;
const KEYWORD_CHARS = 80;

export function readKeywords(sources: Sources): Found<readonly string[]> {
  const offers = sources.of('keywords');
  const words = new Map<string, string>();
  for (const { value } of offers) {
    for (const word of value.split(/[,;|]/).map((part) => part.trim())) {
      if (word !== '' && word.length <= KEYWORD_CHARS && words.size < KEYWORDS)
        words.set(word.toLowerCase(), words.get(word.toLowerCase()) ?? word);
    }
  }
  const [first] = offers;
  return first === undefined
    ? nothing([])
    : found([...words.values()], 'keywords', first.where, 'keywords.stated', first.value);
}

/** Type of a work, by schema.org and Open Graph //=> genre. */
const GENRES: readonly (readonly [RegExp, string])[] = [
  [/LiveBlog/i, 'live-blog'],
  [/Opinion|Editorial/i, 'opinion'],
  [/Analysis/i, 'analysis'],
  [/^Review|ReviewNews/i, 'review'],
  [/Satirical/i, 'satire'],
  [/Advertiser|Sponsored/i, 'sponsored'],
  [/AskPublic|Reportage|Background/i, 'report'],
  [/^BlogPosting/i, 'blog'],
  [/^video/i, 'video'],
];

export function readGenre(sources: Sources): Found<string | null> {
  for (const { value, where } of sources.of('type')) {
    const genre = GENRES.find(([pattern]) => pattern.test(value));
    if (genre !== undefined) return found(genre[1], 'genre', where, 'genre.stated', value);
  }
  return nothing(null);
}
