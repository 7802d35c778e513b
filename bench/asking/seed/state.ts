/**
 * A state folder of the local run that holds a great many articles, as if they had arrived one after another. In: a folder, a number.
 * Out: what is in it. Promise: `npm start` opens it; the same number and seed give the same articles, stories and events.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearState, holdState, STATE_FILES } from '../../../infra/local/program/state.ts';
import { synthesize } from '../../../infra/local/program/synth.ts';
import { buildStores, openStores } from '../../../infra/local/stores.ts';
import { readStack } from '../../../infra/local/template/stack.ts';
import { readTemplate } from '../../../infra/local/template/template.ts';
import { OUTLETS } from '../news/outlets.ts';
import { FIRST_MS, planOf } from '../news/plan.ts';
import { clockFrom, openFlow } from './flow.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
import { copyItems } from './table.ts';

/** Beside the state: what there is to ask for. */
export const LANDMARKS_FILE = 'landmarks.json';

export interface SeedOptions {
  readonly articles: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

export async function seedState(
  stateDir: string,
  { articles, seed, tell = () => {} }: SeedOptions,
): Promise<Landmarks> {
  const release = holdState(stateDir);
  const undo: (() => Promise<void> | void)[] = [release];
  try {
    clearState(stateDir);
    const assembly = join(stateDir, STATE_FILES.assembly);
    await synthesize(assembly);
    const clock = clockFrom(FIRST_MS);
    const stores = await openStores(join(stateDir, STATE_FILES.data), undo, clock.now);
    const stack = readStack(await readTemplate(assembly, undefined), () => ({
      sqsOrigin: 'http://127.0.0.1:0',
      streamArn: (table) => stores.dynamo.tables.find(table)?.streamArn ?? null,
      apiUrl: () => 'http://127.0.0.1:0',
    }));
    await buildStores(stack, stores);
    const {
      BucketName: bucket = '',
      ArchiveBucketName: archiveBucket = '',
      TableName = '',
      QueueUrl = '',
    } = stack.outputs();
    const names = { bucket, archiveBucket, queue: QueueUrl.split('/').at(-1) ?? '' };
    const steps = planOf(articles, seed);
    const flow = openFlow(stores, names, clock);
    for (const [at, step] of steps.entries()) {
      await flow.step(step);
      if ((at + 1) % TOLD === 0) tell(`${at + 1} of ${steps.length} changes are in their stories`);
    }
    await flow.finish();
    tell('events are settled, the archive is written');
    const items = flow.table.items();
    await copyItems(items, TableName, stores.dynamo);
    const keys = steps.flatMap((step) => (step.kind === 'put' ? step.upload.key : []));
    const landmarks = landmarksOf(
      items,
      keys,
      OUTLETS.flatMap((outlet) => outlet.authors),
    );
    writeFileSync(join(stateDir, LANDMARKS_FILE), JSON.stringify(landmarks, null, 2));
    // The bundled samples would be a few articles more than were asked for.
    writeFileSync(join(stateDir, STATE_FILES.samplesPut), '');
    return landmarks;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

const TOLD = 2_000;
