/**
 * Titles without the site's name. In: a title as pages give it. Out: the headline in it, and the ending that was cut.
 * Promise: a colon or a dash inside a headline stays; only an ending or opening that names the site goes.
 */
import type { SiteNames } from './site-names.ts';

export interface BareTitle {
  readonly text: string;
  /** What was cut off; null when nothing was. */
  readonly cut: string | null;
}

const SEPARATOR = /\s(?:\||-|–|—|::|»|«|•|·|›|\/|:)\s|\s?[|｜]\s?|[_-]{1,2}(?=\p{Script=Han})|(?<=\S)\s-(?=\S)/gu;
/** After a bar even an unknown ending of a few words is a site or a section. */
const BAR = /[|｜»›•]/;
const BAR_WORDS = 4;

export function bareTitle(title: string, site: SiteNames): BareTitle {
  const cut = withoutEnding(title, site) ?? withoutOpening(title, site);
  if (cut === null) return { text: title, cut: null };
  // `Headline | Section | Site`
  const again = withoutEnding(cut.text, site);
  return again === null ? cut : { text: again.text, cut: `${again.cut} ${cut.cut}` };
}

function withoutEnding(title: string, site: SiteNames): BareTitle | null {
  for (const separator of [...title.matchAll(SEPARATOR)].reverse()) {
    const text = title.slice(0, separator.index).trim();
    const ending = title.slice(separator.index + separator[0].length).trim();
    if (text === '' || ending === '') continue;
    const bar = BAR.test(separator[0]) && ending.split(' ').length <= BAR_WORDS && text.length > ending.length;
    if (site.isSite(ending) || bar) return { text, cut: ending };
    return null;
  }
  return null;
}

function withoutOpening(title: string, site: SiteNames): BareTitle | null {
  for (const separator of title.matchAll(SEPARATOR)) {
    const opening = title.slice(0, separator.index).trim();
    const text = title.slice(separator.index + separator[0].length).trim();
    return text !== '' && site.isSite(opening) ? { text, cut: opening } : null;
  }
  return null;
}
