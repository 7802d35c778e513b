/**
 * Datelines of Chinese, Japanese and Korean agencies: `新华社北京10月18日电`, `(서울=연합뉴스) 홍길동 기자 =`, `【ワシントン時事】`.
 * In: the first paragraph. Out: the dateline, or null.
 */
import { agencyOf } from './agencies.ts';
import type { Dateline } from './dateline.ts';

const HEAD_CHARS = 80;

const CHINESE =
  /^[（(]?(?:(\p{Script=Han}{2,5}社|中新网|中新網)(\p{Script=Han}{2,8}?)(\d{1,2}月\d{1,2}日)电)[）)]?\s?(?:[（(](?:记者|記者)[^）)]{1,40}[）)])?\s*/u;
const KOREAN =
  /^[([（［]([\p{Script=Hangul}·\s]{1,20})=([\p{Script=Hangul}\d\p{L}]{2,12})[)\]）］]\s?(?:[\p{Script=Hangul}·\s]{2,30}(?:기자|특파원)\s?=\s?)?/u;
const JAPANESE =
  /^【([\p{Script=Han}\p{Script=Katakana}・ー]{1,20}?)(時事|共同|ＡＦＰ|AFP|ロイター|AFP時事)(?:＝[^】]{1,20})?】\s*/u;

export function eastAsianDateline(text: string): Dateline | null {
  const head = text.slice(0, HEAD_CHARS);
  const chinese = CHINESE.exec(head);
  if (chinese !== null) return dateline(text, chinese[0], chinese[2], chinese[1], chinese[3]);
  const korean = KOREAN.exec(head);
  if (korean !== null) return dateline(text, korean[0], korean[1], korean[2], undefined);
  const japanese = JAPANESE.exec(head);
  return japanese === null ? null : dateline(text, japanese[0], japanese[1], japanese[2], undefined);
}

function dateline(
  text: string,
  whole: string,
  places: string | undefined,
  agency: string | undefined,
  date: string | undefined,
): Dateline {
  return {
    raw: whole.trimEnd(),
    places: (places ?? '')
      .split('·')
      .map((place) => place.trim())
      .filter(Boolean),
    agency: agencyOf((agency ?? '').normalize('NFKC'))?.code ?? null,
    date: date ?? null,
    rest: text.slice(whole.length),
  };
}
