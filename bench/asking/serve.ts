/** A local stack in a process of its own, for measurements: `fork` it with a state folder. Tells where it listens, and on demand its meter. */
import { join, resolve } from 'node:path';
import { STATE_FILES } from '../../infra/local/program/state.ts';
import { startLocal } from '../../infra/local/start.ts';

const stateDir = resolve(process.argv[2] ?? '');
const stack = await startLocal({
  assembly: join(stateDir, STATE_FILES.assembly),
  dataDir: join(stateDir, STATE_FILES.data),
  log: ({ level, from, text }) => {
    if (level === 'error') console.error(`${from}: ${text}`);
  },
});
process.on('message', (message) => {
  if (message === 'stop') void stack.stop().then(() => process.exit(0));
  else process.send?.({ usage: stack.usage(), cpu: process.cpuUsage() });
});
process.send?.({ endpoints: stack.endpoints, outputs: stack.outputs });
