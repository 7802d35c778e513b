/**
 * Languages that a deployment takes. In: `de, en`; then a language of an article, and how sure it is. Out: whether it is taken. Promise: what is
 * too short or too mixed to tell is taken, for a guess refuses nobody.
 */
export type Languages = readonly string[];

/** Three hundred languages have a name of two letters or three; nobody names more than these. */
const MOST = 60;
const LANGUAGE = /^[a-z]{2,3}$/;
/** Under this the record says `language-uncertain`. */
const SURE = 0.5;

/** Empty: all. Null: something in it is no language. */
export function readLanguages(setting: string): Languages | null {
  const names = setting
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const isGood =
    names.length <= MOST && new Set(names).size === names.length && names.every((name) => LANGUAGE.test(name));
  return isGood ? names : null;
}

/** `isAccepted(['en'], 'en-GB', 0.9)` //=> true */
export function isAccepted(languages: Languages, language: string, confidence: number): boolean {
  if (languages.length === 0 || language === 'und' || confidence < SURE) return true;
  return languages.includes(language.split('-')[0]?.toLowerCase() ?? '');
}
