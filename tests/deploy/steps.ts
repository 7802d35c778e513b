/** Steps with their seconds, and whether all of them passed. Promise: what went wrong is said; nothing after a failure runs but `always`. */

const LINE_CHARS = 4_000;

export interface Steps {
  /** Gives what the work gives; a note of it is printed behind the name. Throws Failed, which has been printed. */
  step<T>(name: string, work: () => Promise<T>, note?: (result: T) => string): Promise<T>;
  /** `PASS: 12 steps in 60.1 s` or `FAIL: …`; true when all passed. */
  end(): boolean;
}

/** Already told. */
export class Failed extends Error {}

export function makeSteps(say: (line: string) => void): Steps {
  const began = performance.now();
  let passed = 0;
  let failed = 0;
  const seconds = (from: number) => `${((performance.now() - from) / 1_000).toFixed(1)} s`.padStart(8);
  return {
    async step(name, work, note = () => '') {
      const from = performance.now();
      try {
        const result = await work();
        passed += 1;
        const more = note(result);
        say(`  ok   ${seconds(from)}  ${name}${more === '' ? '' : `: ${more}`}`);
        return result;
      } catch (error) {
        failed += 1;
        say(`  FAIL ${seconds(from)}  ${name}\n${reason(error)}`);
        throw new Failed(name);
      }
    },
    end() {
      const all = `${passed} steps passed, ${failed} failed, in ${seconds(began).trim()}`;
      say(failed === 0 ? `PASS: ${all}` : `FAIL: ${all}`);
      return failed === 0;
    },
  };
}

function reason(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, LINE_CHARS).replaceAll(/^/gm, '       ');
}
