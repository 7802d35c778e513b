/** What the functions log, in; a line for the person who watches, out. What is no outcome of a file gives null. */
import { z } from 'zod';
import { visible } from '../../../cli/output/visible.ts';
import { objectName } from '../../../shared/core/container-keys.ts';

const Told = z.object({
  state: z.string(),
  key: z.string(),
  member: z.string().nullish(),
  put: z.string().optional(),
  articleId: z.string().nullish(),
  code: z.string().nullish(),
  reason: z.string().nullish(),
  at: z.string(),
});
const Failed = z.object({ level: z.literal('ERROR'), error: z.string(), reason: z.string().optional() });

/** `now` in milliseconds, for the time from put to row. */
export function outcomeLine(logged: string, now: number): string | null {
  const parsed = parse(logged);
  const failed = Failed.safeParse(parsed);
  if (failed.success) return visible(`failed    ${failed.data.error}: ${failed.data.reason ?? ''} (will be retried)`);
  const told = Told.safeParse(parsed);
  if (!told.success) return null;
  const { state, key, member = null, articleId, code, reason, put, at } = told.data;
  const what = put === 'older' ? 'superseded' : state;
  const detail = state === 'rejected' ? [code, reason].filter(Boolean).join(': ') : (articleId ?? '');
  const ms = Math.max(0, now - Date.parse(at));
  return visible(
    `${what.padEnd(9)} ${objectName({ key, member })}  ${detail}  ${(ms / 1000).toFixed(1)} s after the ${state === 'removed' ? 'removal' : 'upload'}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
