/** Values that need no long look. In: JSON. Out: whether it is a value that DynamoDB keeps as it is. Promise: nothing that dynalite would refuse or rewrite passes. */
import { isList, isObject, type Json } from '../json.ts';

/** Whole numbers as we write them; what may be written in several ways dynalite has to judge. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d{0,14})$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** DynamoDB allows 32 levels; ours have fewer. */
const LEVELS = 12;

export function isPlainValue(value: Json | undefined, levels = LEVELS): boolean {
  if (!isObject(value) || levels === 0) return false;
  const [[kind, content] = ['', null], ...more] = Object.entries(value);
  if (more.length > 0) return false;
  if (kind === 'S') return typeof content === 'string';
  if (kind === 'N') return typeof content === 'string' && PLAIN_NUMBER.test(content);
  if (kind === 'BOOL') return typeof content === 'boolean';
  if (kind === 'NULL') return content === true;
  if (kind === 'B') return typeof content === 'string' && content.length % 4 === 0 && BASE64.test(content);
  if (kind === 'L')
    return isList(content ?? null) && Array.isArray(content) && content.every((one) => isPlainValue(one, levels - 1));
  return kind === 'M' && isObject(content) && Object.values(content).every((one) => isPlainValue(one, levels - 1));
}
