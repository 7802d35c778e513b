/**
 * One peer over one folder, in a process of its own: `node bench/peer-run.ts PEER FOLDER PASSES`. Prints a JSON line a
 * page (first pass, uncounted: it warms the peer up), then one with the CPU milliseconds of each counted pass, all threads
 * together, the median page by this thread's mean CPU milliseconds for it, since a busy neighbour stretches the clock, and the peak memory in MiB.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Peer, PeerAnswer } from './peers/peer.ts';

const [peer = '', folder = '', passes = '0'] = process.argv.slice(2);
const { read } = (await import(`./peers/${peer}.ts`)) as { readonly read: Peer };

const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.gz'))
  .sort()
  .map((file) => ({
    name: file.replace(/\.(html|txt)\.gz$/, ''),
    url: `https://page.example/${file.replace(/\.gz$/, '')}`,
    text: gunzipSync(readFileSync(path.join(folder, file))).toString('utf8'),
  }));

const NOTHING: PeerAnswer = { body: '', headline: null, date: null, authors: [] };

/** jsdom keeps every document until the event loop turns; the turn is part of the work. */
async function answer(page: (typeof pages)[number]): Promise<PeerAnswer & { readonly crashed: boolean }> {
  try {
    return { ...(await read(page.text, page.url)), crashed: false };
  } catch {
    return { ...NOTHING, crashed: true };
  } finally {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

for (const page of pages) console.log(JSON.stringify({ name: page.name, ...(await answer(page)) }));

const cpuMs: number[] = [];
/** By page over all passes: many systems count a thread's time in steps of 4 ms, and only the mean of several readings says more. */
const pageMs = pages.map(() => 0);
for (let pass = 0; pass < Number(passes); pass++) {
  const start = process.cpuUsage();
  for (const [at, page] of pages.entries()) {
    const before = process.threadCpuUsage();
    await answer(page);
    const spent = process.threadCpuUsage(before);
    pageMs[at] = (pageMs[at] ?? 0) + (spent.user + spent.system) / 1000 / Number(passes);
  }
  const { user, system } = process.cpuUsage(start);
  cpuMs.push((user + system) / 1000);
}
pageMs.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    cpuMs,
    medianMs: Number(passes) > 0 ? (pageMs[pageMs.length >> 1] ?? null) : null,
    rssMib: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
