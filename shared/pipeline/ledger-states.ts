/** In which states a file may be that was dropped. Promise: each is in exactly one. */

/** `waiting`: nothing is known of it yet. */
export const LEDGER_STATES = [
  'stored',
  'container',
  'sidecar',
  'rejected',
  'removed',
  'taken-down',
  'waiting',
] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];
