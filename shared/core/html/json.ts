/** JSON as pages embed it in; values out. Broken JSON is mended where that is cheap and otherwise searched for its few plain facts. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One or many: JSON-LD lets every value be a list. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Comment wrappers, raw line breaks in strings, trailing commas, JavaScript's `\'`, a final semicolon: what templates do to JSON. */
function mended(text: string): string {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return text
    .slice(Math.max(start, 0), end > start ? end + 1 : text.length)
    .replace(/[\u0000-\u001f\u2028\u2029]/g, ' ')
    .replaceAll("\\'", "'")
    .replace(/,(?=[ ]{0,200}[}\]])/g, '')
    .replace(/,(?:[ ]{0,20},)+/g, ',')
    .replace(/\}[ ]{0,200}\{/g, '},{');
}

/** What stays readable when one unescaped quote breaks a whole object. */
const FACT =
  /"(headline|datePublished|dateModified|dateCreated|articleSection|inLanguage)"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.){1,500})"/g;
const NAMES =
  /"author"\s{0,20}:\s{0,20}[[{\s]{0,40}(?:"@type"\s{0,20}:\s{0,20}"Person"\s{0,20},\s{0,20})?"name"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.){1,200})"/;

function unquoted(text: string): string {
  const value = parsedJson(`"${text}"`);
  return typeof value === 'string' ? value : text;
}

function salvaged(text: string): Json | undefined {
  if (!/"@type"\s{0,20}:\s{0,20}"?\[?\s{0,20}"?[A-Za-z]{0,30}(?:Article|Posting)/.test(text)) return undefined;
  const facts: Record<string, Json> = { '@type': 'Article' };
  for (const [, key = '', value = ''] of text.matchAll(FACT)) facts[key] ??= unquoted(value);
  const name = NAMES.exec(text)?.[1];
  if (name !== undefined) facts['author'] = unquoted(name);
  return Object.keys(facts).length > 1 ? facts : undefined;
}

/** `undefined` when nothing can be read: such a script offers no candidates, and others may. */
export function looseJson(text: string): Json | undefined {
  const whole = parsedJson(text.trim());
  if (whole !== undefined) return whole;
  const flat = mended(text);
  return parsedJson(flat) ?? parsedJson(`[${flat}]`) ?? parsedJson(`${flat}}`) ?? salvaged(text);
}
