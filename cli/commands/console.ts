/** `wirefold console`: the store as a page in the browser, on this machine only, with the user's own rights, until Ctrl-C. */
import { pageAssets } from '../../console/server/assets.ts';
import type { ConsoleStore } from '../../console/server/console-store.ts';
import { serveConsole } from '../../console/server/serve.ts';
import { remoteStore } from '../../shared/aws/store.ts';
import { keepArchiveOpen } from '../archive/keep-open.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { endingOf, missingRight } from '../explain-error.ts';
import type { Io } from '../io.ts';
import { findStack, type StoreOptions, storeNames } from '../store.ts';

export async function consoleStore(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<ConsoleStore> {
  const stack = await findStack(options, io);
  return {
    ...remoteStore(storeNames(stack), stack.place),
    archive: keepArchiveOpen(stack),
    place: placeOf(options),
    inWords,
  };
}

/** On the page, where a missing right shows at one screen and not at another. */
export function inWords(error: unknown): string {
  const right = missingRight(error);
  return right === null ? endingOf(error).message : `AWS refuses: these credentials lack the right ${right}`;
}

/** As a command has to be given it. */
function placeOf({ store, profile, region }: StoreOptions): string {
  if (store === 'local') return '';
  const options = { '--store': store, '--profile': profile, '--region': region };
  return Object.entries(options)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
    .join(' ');
}

export async function openConsole(port: number, store: ConsoleStore, io: Io): Promise<ExitCode> {
  const running = await serveConsole(store, await pageAssets(), port);
  io.stdout.write(`Open ${running.url} in a browser. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return EXIT.ok;
}
