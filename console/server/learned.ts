/** Lines that an outlet repeats. In: its name. Out: for the page, or as a profile that `clean --outlet` takes. Promise: the same as `wirefold learn` tells. */
import { LEARN_FROM, learnOutlet } from '../../shared/pipeline/learn-outlet.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { ConsoleStore } from './console-store.ts';
import { type Explanations, explanationOf } from './explanations.ts';
import type { Reading } from './reading.ts';
import type { Learned } from './shapes.ts';

export interface LearnedFrom {
  readonly store: Pick<ConsoleStore, 'query' | 'objects'>;
  readonly reading: Reading;
  /** Saving what is on the screen must not read every page again. */
  readonly explanations: Explanations;
}

export async function learned(
  { outlet, asProfile }: { readonly outlet: string; readonly asProfile: boolean },
  { store, reading, explanations }: LearnedFrom,
): Promise<Answer> {
  if (outlet === '') return nothing('Name an outlet: what one outlet repeats is another’s news.');
  const told = await learnOutlet(outlet, LEARN_FROM, {
    query: store.query,
    explain: (record) => explanationOf(record, store.objects, reading, explanations),
  });
  if (!asProfile) return json({ outlet, ...told } satisfies Learned);
  const body = `${JSON.stringify(told.profile, null, 2)}\n`;
  return { status: 200, type: 'application/json', body, saveAs: 'outlet-profile.json' };
}
