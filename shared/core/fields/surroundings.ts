/** What helps to read a date that its own text leaves open: language, country, and the outlet's zone. */
import type { DateContext } from '../read/dates.ts';
import { MONTH_FIRST_REGIONS, REGION_OF_ENDING } from '../tables/regions.ts';
import { parseWebUrl } from '../url.ts';
import type { Language } from './language.ts';
import type { Sources } from './sources.ts';

export interface Surroundings {
  readonly language: string | null;
  readonly tag: string | null;
  /** ISO 3166 codes, from the language tag and the address. */
  readonly regions: readonly string[];
  /** IANA zone of the outlet's profile. */
  readonly profileZone: string | null;
  readonly capturedAt: string | null;
}

export function surroundingsOf({ address, profile, hints }: Sources, language: Language): Surroundings {
  const ending = address === null ? '' : (parseWebUrl(address)?.hostname.split('.').at(-1) ?? '');
  const ofAddress = REGION_OF_ENDING[ending];
  const ofTag = language.tag?.split('-').find((part) => /^[A-Z]{2}$/.test(part));
  const regions = [...new Set([ofAddress, ofTag].filter((region) => region !== undefined))];
  const code = language.code === 'und' ? null : language.code;
  return { language: code, tag: language.tag, regions, profileZone: profile.zone, capturedAt: hints.capturedAt };
}

/** In English the country decides whether the day or the month comes first; other languages put the day first. */
export function dateContext({ language, regions }: Surroundings): DateContext {
  if (language !== 'en') return { language };
  const [region] = regions;
  return { language, prefer: region === undefined ? null : MONTH_FIRST_REGIONS.has(region) ? 'mdy' : 'dmy' };
}
