/**
 * Declared schedules in, timers that call their functions out. Promise: what is called on time here is called on time when deployed, and
 * called again when it fails, as Lambda does it.
 */
import { readArn } from './arn.ts';
import { type Json, type JsonObject, objectsAt, textAt } from './json.ts';
import type { LocalFunction } from './lambda/function.ts';
import { LOCAL_LIMITS } from './limits.ts';
import type { Declared } from './template/stack.ts';
import type { LocalLog } from './types.ts';

export interface Schedules {
  readonly stop: () => void;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

export function buildSchedules(
  rules: readonly Declared[],
  functions: ReadonlyMap<string, LocalFunction>,
  log: LocalLog,
  now: () => number,
): Schedules {
  const enabled = rules.filter(({ properties }) => properties['State'] !== 'DISABLED');
  const retries = new Set<NodeJS.Timeout>();
  let isStopped = false;
  const inAWhile = (waitMs: number, work: () => void) => {
    if (isStopped) return;
    const timer = setTimeout(() => {
      retries.delete(timer);
      work();
    }, waitMs);
    retries.add(timer);
  };
  const timers = enabled.map(({ id, properties }) => {
    const targets = targetsOf(id, properties, functions);
    const call = (target: LocalFunction, event: Json, waitsMs: readonly number[]): void => {
      target.invoke(event).catch((error: unknown) => {
        log({ from: id, level: 'error', text: error instanceof Error ? error.message : String(error) });
        const [waitMs, ...rest] = waitsMs;
        if (waitMs !== undefined) inAWhile(waitMs, () => call(target, event, rest));
      });
    };
    const tick = () => {
      const event = scheduledEvent(now());
      for (const target of targets) call(target, event, LOCAL_LIMITS.eventRetriesMs);
    };
    return setInterval(tick, rateMs(textAt(properties, 'ScheduleExpression')));
  });
  const stop = () => {
    isStopped = true;
    for (const timer of [...timers, ...retries]) clearTimeout(timer);
  };
  return { stop };
}

/** What EventBridge hands to a function on time. */
export function scheduledEvent(ms: number) {
  return { source: 'aws.events', 'detail-type': 'Scheduled Event', time: new Date(ms).toISOString() };
}

function targetsOf(
  id: string,
  properties: JsonObject,
  functions: ReadonlyMap<string, LocalFunction>,
): readonly LocalFunction[] {
  return objectsAt(properties, 'Targets').map((target) => {
    const arn = readArn(textAt(target, 'Arn'));
    const found = arn.service === 'lambda' ? functions.get(arn.name) : undefined;
    if (found === undefined) throw new Error(`schedule ${id} names no function of the stack: ${textAt(target, 'Arn')}`);
    return found;
  });
}

/** `rate(10 minutes)` //=> 600000; throws for anything else. */
export function rateMs(expression: string): number {
  const match = /^rate\((\d{1,5}) (minutes?|hours?|days?)\)$/.exec(expression);
  const unit = UNIT_MS[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new Error(`not emulated: schedule ${expression}`);
  return Number(match[1]) * unit;
}
