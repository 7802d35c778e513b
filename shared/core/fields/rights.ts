/** Rights. In: the metadata's and the footer's notices. Out: holder, notice, terms, and what is said about text and data mining. */
import type { Article } from '../record.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

type Rights = Article['rights'];

const NONE: Rights = { holder: null, notice: null, terms: null, tdm: null };
const NOTICE =
  /©|\(c\)\s?(?:19|20)\d\d|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|alle rechten voorbehouden|wszelkie prawa|все права|tüm hakları|無断転載|무단전재|版权所有|جميع الحقوق/i;
const NOTICE_CHARS = 300;
const ADDRESS = /^https?:/i;
/** Agencies say in words what a client may do with the copy. */
const USAGE = /usageTerms$/;
const HOLDER =
  /(?:©|\(c\)|copyright)\s{0,2}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?)?\s{0,2}(?:by\s)?([^.|•·©]{2,80})/i;

export function readRights(sources: Sources): Found<Rights> {
  const offers = sources.of('rights');
  const usage = offers.find(({ where }) => USAGE.test(where))?.value ?? null;
  const terms = usage ?? offers.find(({ value }) => ADDRESS.test(value))?.value ?? null;
  const tdm = offers.find(({ where }) => where.toLowerCase().includes('tdm'))?.value ?? null;
  const stated = offers.find(
    ({ value, where }) => !ADDRESS.test(value) && !USAGE.test(where) && !where.toLowerCase().includes('tdm'),
  );
  const printed = sources
    .blocks('footer.legal', 'footer.imprint')
    .find(({ block }) => block.text.length <= NOTICE_CHARS && NOTICE.test(block.text));
  const notice = withoutLinks(printed?.block.text ?? stated?.value ?? null);
  const holder = holderOf(notice) ?? offers.find(({ where }) => where.includes('copyrightHolder'))?.value ?? null;
  const value: Rights = { ...NONE, holder, notice, terms, tdm };
  if (printed !== undefined) return found(value, 'rights', placeOf(printed.block), 'rights.notice', notice);
  return stated === undefined ? nothing(value) : found(value, 'rights', stated.where, 'rights.stated', stated.value);
}

/** Links of the footer that run into the notice. */
const LINKS =
  /\s(?:privacy|cookies?|terms (?:of|and|&)|terms$|impressum|datenschutz|agb|sitemap|mentions légales|politique de|aviso legal|política de|note legali|accessibility)(?![\p{L}])/iu;

function withoutLinks(notice: string | null): string | null {
  const at = notice?.search(LINKS) ?? -1;
  if (notice === null || at < 0) return notice;
  const rest = notice.slice(0, at).replace(/[\s|•·,]{1,4}$/, '');
  return NOTICE.test(rest) && /\p{L}{2}/u.test(rest) ? rest : notice;
}

const TAIL = /\s(?:all rights|alle rechte|tous droits)/i;

function holderOf(notice: string | null): string | null {
  const named = HOLDER.exec(notice ?? '')?.[1] ?? '';
  const tail = named.search(TAIL);
  const holder = (tail < 0 ? named : named.slice(0, tail)).trim();
  return holder.length < 2 || !/\p{L}/u.test(holder) ? null : holder;
}
