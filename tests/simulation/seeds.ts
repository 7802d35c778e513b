/** Which seeds a simulation runs, and what it says when one goes wrong: the one command that shows it again. */

/** `SEED=17` replays one, `SEEDS=10000` soaks, `FROM=5001 SEEDS=1000` soaks a slice; without any, as many as the suite says. */
export function seedsToRun(usual: number): Seeds {
  const { SEED, SEEDS, FROM } = process.env;
  if (SEED !== undefined) return { seeds: [Number(SEED)], isWhole: false, watchdogMs: START_MS };
  const count = Number(SEEDS ?? usual);
  const from = Number(FROM ?? 1);
  const watchdogMs = START_MS + count * (count > usual ? SOAKED_MS : USUAL_MS);
  const seeds = Array.from({ length: count }, (_, index) => index + from);
  return { seeds, isWhole: from === 1 && count >= usual, watchdogMs };
}

interface Seeds {
  readonly seeds: readonly number[];
  /** All that the suite usually runs is among them, so that its sums must hold. */
  readonly isWhole: boolean;
  readonly watchdogMs: number;
}

const START_MS = 120_000;
/** A seed takes a tenth of a second; a soak runs beside other work, for as long as it was asked to. */
const USUAL_MS = 500;
const SOAKED_MS = 10_000;

/** `suite`: the file, as vitest finds it. Also a world that breaks or never comes to rest says which it was. */
export async function replayable(
  seed: number,
  suite: string,
  differences: () => Promise<readonly string[]>,
): Promise<void> {
  const command = `SEED=${seed} npx vitest run tests/simulation/${suite}`;
  const found = await differences().catch((error: unknown) => {
    throw new Error(`seed ${seed} broke off; replay it with: ${command}`, { cause: error });
  });
  if (found.length > 0)
    throw new Error(`seed ${seed} differs; replay it with: ${command}\n${found.slice(0, SHOWN).join('\n')}`);
  if (seed % TOLD_EVERY === 0)
    console.log(`${suite}: seed ${seed} done after ${Math.round(performance.now() / 1_000)} s`);
}

/** A soak says how far it is. */
const TOLD_EVERY = 500;

/** What differs is seldom one line, and each may be long. */
const SHOWN = 10;
