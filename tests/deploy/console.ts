/** The console of a deployed store, as a user opens it. Promise: the page, the lists, an article with its reasons and a dropped file work over the network; it ends when it is told to. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from './child.ts';
import type { Deployment } from './deployment.ts';
import { until } from './until.ts';

/** Loading the program takes seconds on a busy machine. */
const START_MS = 60_000;
const Totals = z.object({ stored: z.number(), complete: z.boolean() });
const Listed = z.object({ items: z.array(z.object({ id: z.string() })) });
const Explained = z.object({ lines: z.array(z.unknown()).min(1) });
const Told = z.object({ state: z.string() });

export async function lookAtConsole({ stack }: Deployment): Promise<string> {
  const args = [path.join(ROOT, 'cli/main.ts'), 'console', '--port', '0', '--store', `aws:${stack}`];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  try {
    const url = await addressIn(child.stdout, ended);
    const seen = await walk(url);
    child.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`the console ended with ${code}`);
    return seen;
  } finally {
    child.kill('SIGKILL');
  }
}

async function addressIn(out: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  const printed = new Promise<string>((resolve, reject) => {
    let text = '';
    out.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
    ended.then(() => reject(new Error(`the console ended at once: ${text}`)));
    setTimeout(() => reject(new Error('the console printed no address')), START_MS).unref();
  });
  return printed;
}

async function walk(url: string): Promise<string> {
  const asked = async (place: string): Promise<unknown> => {
    const response = await fetch(new URL(place, url));
    if (!response.ok) throw new Error(`${place} was answered ${response.status}`);
    return response.json();
  };
  const page = await fetch(url);
  if (!page.ok || !(await page.text()).includes('<main')) throw new Error('the page is not there');
  const { items } = Listed.parse(await asked('api/search'));
  const [first] = items;
  if (first === undefined) throw new Error('the console lists no article');
  Explained.parse(await asked(`api/explanation?id=${first.id}`));
  for (const place of [`api/article?id=${first.id}`, `api/copies?id=${first.id}`, 'api/outlets', 'api/chart'])
    await asked(place);
  const counted = async () => Totals.parse(await asked('api/totals'));
  await until('totals of the console', async () => ((await counted()).complete ? null : 'still counting'));
  await drop(url, asked);
  return `${(await counted()).stored} files`;
}

/** As the page sends it; then the file becomes a record. */
async function drop(url: string, asked: (place: string) => Promise<unknown>): Promise<void> {
  const body = 'The console bridge reopens\n\n12 May 2025 14:05 BST\n\nThe bridge at Norwick reopened on Monday.\n';
  const headers = { 'x-wirefold-console': '1', 'content-type': 'application/octet-stream' };
  const sent = await fetch(new URL('api/upload?name=dropped.txt', url), { method: 'POST', body, headers });
  if (!sent.ok) throw new Error(`the dropped file was answered ${sent.status}`);
  await until('the dropped file', async () => {
    const { state } = Told.parse(await asked('api/file?key=incoming/dropped.txt'));
    return state === 'stored' ? null : state;
  });
}
