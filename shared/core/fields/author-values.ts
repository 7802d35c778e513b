/**
 * Author metadata as names. In: one value of a page's author metadata. Out: the persons and organisations in it.
 * Promise: addresses and titles are no names; an agency or a newsroom is an organisation.
 */
import { agencyOf } from '../read/agencies.ts';
import { type BylineName, readByline } from '../read/byline.ts';
import { piecesOf } from '../read/byline-pieces.ts';
import { bylinePrefix } from '../read/byline-prefix.ts';
import { findDates } from '../read/dates.ts';
import { readsAsText } from '../read/names.ts';
import type { SiteNames } from './site-names.ts';

/** Longer values are biographies. */
const VALUE_CHARS = 300;
const NAME_WORDS = 5;
const ADDRESS = /^(?:https?:|www\.|@|\/|[^\s@]{1,64}@)/i;
/** `anna-mueller`, `anna.mueller.12`: an account, not a name. */
const ACCOUNT = /^[a-z0-9]+[-._][a-z0-9._-]+$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+){1,3}$/i;
/** `Müller, Anna` */
const REVERSED = /^(\p{Lu}[\p{L}'’-]{1,30}), (\p{Lu}[\p{L}'’.-]{1,30})$/u;
/** Credits of pictures carry class names of authors. */
const PICTURE = /^\(?(?:image|photo|foto|picture|bild|pic|credit|illustration)s?\b/i;
const BLANK =
  /^(?:n\/?a|none|null|undefined|admin|administrator|unknown|anonymous|guest|user|author|authors?|webmaster|root|editor)$/i;

/** Links beside a name: `More posts`, `Alle Beiträge`. */
const MORE =
  /^(?:(?:view|see|read|show)\s)?(?:more|all|alle|weitere|mehr|tous|todos|tutti)\s[^,]{0,30}(?:posts?|articles?|stories|beiträge|artikel|artículos|articoli)$/i;

/** `View all posts by Anna Lee`: what a link says to those who cannot see it. */
const MORE_BY =
  /^(?:(?:view|see|read|show)\s)?(?:more|all|alle|weitere|mehr|tous|toutes|todos|todas|tutti)\s(?:(?:les|los|las|gli)\s)?(?:posts?|articles?|stories|beiträge|artikel|artículos|entradas|articoli)\s(?:by|from|von|de|di|par|por)\s/i;
/** Behind links and marks of authors stand teasers and counters too: `2 Fictions`, `Storm: All ferries stay`. */
const TEASER = /^\p{Nd}|[:!?"„“”«»]/u;

/**
 * `stated`: the value is a name by its field. `linked`: an element on the page that is marked or linked as an author, which may be
 * a teaser. `shown`: an element whose class speaks of authors, so that it must look like one.
 */
export type AuthorTrust = 'stated' | 'linked' | 'shown';

export function authorNames(
  value: string,
  language: string | null,
  site: SiteNames,
  how: AuthorTrust = 'stated',
): readonly BylineName[] {
  const text = value.length > VALUE_CHARS ? value : value.trim().replace(MORE_BY, '');
  if (
    text.length < 2 ||
    text.length > VALUE_CHARS ||
    ADDRESS.test(text) ||
    BLANK.test(text) ||
    (ACCOUNT.test(text) && !site.isSite(text)) ||
    PICTURE.test(text) ||
    MORE.test(text) ||
    isPrefixAlone(text, language) ||
    (how === 'linked' && TEASER.test(text) && bylinePrefix(text, language) === null)
  )
    return [];
  if (how === 'shown') return readByline(text, language, { asNameLine: true })?.names ?? [];
  if (agencyOf(text) !== null) return [{ name: text, kind: 'org' }];
  // `thedailybugle.com, Springfield`: the site and where it sits.
  const opening = text.split(',')[0] ?? '';
  if (DOMAIN.test(opening) && site.isSite(opening)) return [{ name: opening, kind: 'org' }];
  const turned = REVERSED.exec(text);
  if (turned !== null) return [{ name: `${turned[2]} ${turned[1]}`, kind: 'person' }];
  const from = bylinePrefix(text, language)?.length ?? 0;
  const until = findDates(text, { language }).find((date) => date.start > from)?.start ?? text.length;
  const pieces = piecesOf(text, from, until, language, { trust: 'prefixed', lenient: true });
  // Behind a link any words may stand, and no title or employer proves them a name.
  const isProse = (words: string): boolean => how === 'linked' && readsAsText(words);
  const persons = pieces.filter(({ kind, text: name }) => kind === 'person' && !site.isSite(name) && !isProse(name));
  // `Anna Müller, Associated Press`: what stands beside a person in one value is where the person works.
  if (persons.length > 0) return persons.map((piece): BylineName => ({ name: piece.text, kind: 'person' }));
  if (site.isSite(text)) return [{ name: text, kind: 'org' }];
  const others = pieces.filter(({ kind }) => kind === 'agency' || kind === 'org');
  if (others.length > 0) return others.map((piece): BylineName => ({ name: piece.text, kind: 'org' }));
  const whole = text.slice(from, until).trim();
  return /\p{L}/u.test(whole) && whole.split(' ').length <= NAME_WORDS && !isProse(whole)
    ? [{ name: whole, kind: 'org' }]
    : [];
}

/** `Published by`: the name stands in another element. */
function isPrefixAlone(text: string, language: string | null): boolean {
  return bylinePrefix(`${text} ${ANY_NAME}`, language)?.length === text.length + 1;
}

const ANY_NAME = 'Anna Lee';
