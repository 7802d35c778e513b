/** `wirefold console`: the store as a page in the browser, on this machine only, with the user's own rights, until Ctrl-C. */
import { pageAssets } from '../../console/server/assets.ts';
import type { ConsoleStore } from '../../console/server/routes.ts';
import { serveConsole } from '../../console/server/serve.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

export async function openConsole(port: number, store: ConsoleStore, io: Io): Promise<ExitCode> {
  const running = await serveConsole(store, await pageAssets(), port);
  io.stdout.write(`Open ${running.url} in a browser. Ctrl-C ends it.\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return EXIT.ok;
}
