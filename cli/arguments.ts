/** Values of options. In: what the user typed. Out: a value that the rest may trust. Promise: a wrong one ends as wrong usage. */
import { InvalidArgumentError } from 'commander';
import { readInstant, readLanguage } from '../shared/core/metadata-hints.ts';
import { canonicalUrl } from '../shared/core/url.ts';
import type { ExitCode } from './exit.ts';

/** An action hands its exit status on: commander itself knows none. */
export type Finish = (exitCode: ExitCode) => void;

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number from 1.');
  return value;
}

/** 0 takes any free one. */
export function portNumber(text: string): number {
  const value = Number(text);
  const isPort = /^\d{1,5}$/.test(text) && value <= 65_535;
  if (!isPort) throw new InvalidArgumentError('It is a whole number from 0 to 65535.');
  return value;
}

/** The pipeline ignores metadata that it cannot read; who types it should hear of it instead. */
export function instant(text: string): string {
  const value = readInstant(text);
  if (value === null) throw new InvalidArgumentError('It is a time with its offset, such as 2024-03-12T18:00:00Z.');
  return value;
}

export function webUrl(text: string): string {
  if (canonicalUrl(text) === null) throw new InvalidArgumentError('It begins with http:// or https://.');
  return text;
}

/** A variable that is not set in a script must not ask for nothing, and be answered with nothing. */
export function someName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

export function languageTag(text: string): string {
  const tag = readLanguage(text);
  if (tag === null) throw new InvalidArgumentError('It is a language tag, such as en, de-AT or ja.');
  return tag;
}

export function calendarDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && readInstant(`${text}T00:00:00Z`) !== null;
  if (!isDay) throw new InvalidArgumentError('It is a day, such as 2026-01-02.');
  return text;
}

export function calendarMonth(text: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('It is a month, such as 2026-01.');
  return text;
}

/** SQS takes more; `ingest` does not. */
const MOST_A_SECOND = 1_000;

/** `20`, `20/s`, `0.5/s` //=> a number. */
export function perSecond(text: string): number {
  const value = Number(/^(\d{1,4}(?:\.\d{1,3})?)(?:\/s)?$/.exec(text)?.[1] ?? 0);
  if (value <= 0 || value > MOST_A_SECOND) {
    throw new InvalidArgumentError(`It is a number a second, such as 20 or 20/s, up to ${MOST_A_SECOND}.`);
  }
  return value;
}
