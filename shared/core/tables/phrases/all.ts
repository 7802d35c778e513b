/** All phrase tables. A page's language is not asked for: phrases of several languages meet on one page. */
import { AR } from './ar.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { KO } from './ko.ts';
import { NL } from './nl.ts';
import { NORDIC } from './nordic.ts';
import type { PhraseTable } from './phrase-table.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';
import { TR } from './tr.ts';
import { ZH } from './zh.ts';

export const PHRASE_TABLES: readonly PhraseTable[] = [EN, DE, FR, ES, IT, PT, NL, PL, RU, TR, NORDIC, JA, KO, ZH, AR];
