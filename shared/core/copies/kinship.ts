/** The store's view of copies: prints as bytes. Promise: the same verdicts as `likeness` gives on what the bytes say. */
import type { Kinship } from '../kinship.ts';
import { COPIES_LIMITS } from './copies-limits.ts';
import { likeness } from './likeness.ts';
import { unpackPrint } from './packed-print.ts';
import { candidateKeys } from './text-print.ts';

export const COPIES: Kinship = {
  cap: COPIES_LIMITS.keyLeaders,
  keysOf: (print) => candidateKeys(unpackPrint(print)),
  same: (a, b) => likeness(unpackPrint(a), unpackPrint(b)).same,
};
