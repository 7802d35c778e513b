/** The parts of a container's work become messages: all of them, some requests side by side, or an error. */
import { describe, expect, it } from 'vitest';
import { type ContainerTask, taskMessage } from '../../shared/core/container-task.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { sendTasks } from '../../shared/pipeline/send-tasks.ts';
import { aChange } from '../../shared/testing/builders.ts';

const sweeps = (count: number) =>
  Array.from({ length: count }, (_, at): ContainerTask => ({ kind: 'sweep', after: `member-${at}` }));

describe('tasks that are sent', () => {
  it('are all sent once, in requests of as many as a queue takes', async () => {
    const requests: (readonly string[])[] = [];
    const change = aChange({ key: 'incoming/files.zip' });
    const tasks = sweeps(2 * STORE_LIMITS.sentAtOnce + 3);
    await sendTasks(change, tasks, { send: async (bodies) => void requests.push(bodies) });
    expect(requests.map(({ length }) => length)).toEqual([STORE_LIMITS.sentAtOnce, STORE_LIMITS.sentAtOnce, 3]);
    expect(requests.flat()).toEqual(tasks.map((task) => taskMessage(change, task)));
  });

  it('are sent by eight requests at a time', async () => {
    let [running, most, sent] = [0, 0, 0];
    const send = async (bodies: readonly string[]) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      sent += bodies.length;
    };
    await sendTasks(aChange(), sweeps(20 * STORE_LIMITS.sentAtOnce), { send });
    expect([most, sent]).toEqual([8, 20 * STORE_LIMITS.sentAtOnce]);
  });

  it('are an error when one request fails, so that the message is worked off again', async () => {
    let requests = 0;
    const send = async () => {
      requests += 1;
      if (requests === 12) throw new Error('throttled');
    };
    await expect(sendTasks(aChange(), sweeps(200), { send })).rejects.toThrow('throttled');
  });
});
