/**
 * Quality gates: `npm run -s gates -- DATA`. Cleans and groups the measuring data that lies in DATA with the very command
 * that users run, scores it with the scorer that lies there, and fails when a figure is under its pinned floor.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createReader } from '../shared/workers/reader.ts';
import floors from './floors.json' with { type: 'json' };
import { inWords, seedOrders } from './seed-orders.ts';
import storyFloors from './story-floors.json' with { type: 'json' };

const DATA = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), process.argv[2] ?? '../shared');
const ROOT = path.resolve(import.meta.dirname, '..');
const SCRATCH = mkdtempSync(path.join(tmpdir(), 'wirefold-gates-'));
/** A watchdog for one set, in milliseconds: the largest takes about a minute on two cores. */
const SET_MS = 15 * 60_000;

/** What the command prints for these inputs, in a file. */
function printed(verb: 'clean' | 'group', name: string, paths: readonly string[]): string {
  const out = path.join(SCRATCH, `${name}.jsonl`);
  const run = spawnSync(process.execPath, [path.join(ROOT, 'cli/main.ts'), verb, ...paths], {
    cwd: DATA,
    env: { ...process.env, INIT_CWD: DATA },
    stdio: ['ignore', openSync(out, 'w'), 'inherit'],
    timeout: SET_MS,
  });
  if (run.error) throw run.error;
  return out;
}

function score(...args: readonly string[]): Record<string, unknown> {
  const run = spawnSync(process.execPath, [path.join(DATA, 'bench/score.mjs'), ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the scorer failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

function seedsGate(): boolean {
  const seeds = path.join(DATA, 'seeds');
  const files = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const records = printed(
    'clean',
    'seeds',
    files.map((file) => path.join(seeds, file)),
  );
  const result = score('seeds', '--gold', path.join(seeds, 'gold'), '--records', records);
  console.log(`seeds: ${result['passed']} of ${result['checks']} checks`);
  if (result['passed'] !== result['checks']) console.log(JSON.stringify(result['misses'], null, 1));
  return result['passed'] === result['checks'] && seedGroupsGate(seeds, records);
}

/** The samples' own stories and events, as the gold beside them says. */
function seedGroupsGate(seeds: string, records: string): boolean {
  const articles = readFileSync(records, 'utf8').trim().split('\n').map(groupInput);
  const file = path.join(SCRATCH, 'seed-articles.jsonl');
  writeFileSync(file, articles.map((article) => JSON.stringify(article)).join('\n'));
  const lines = readFileSync(printed('group', 'seed-groups', [file]), 'utf8')
    .trim()
    .split('\n');
  const grouped = lines.map((line) => JSON.parse(line));
  const gold = JSON.parse(readFileSync(path.join(seeds, 'gold/groups.json'), 'utf8'));
  const isRight =
    cut(grouped, 'storyId') === inWords(gold.syndicationGroups) &&
    cut(grouped, 'eventId') === inWords(gold.events.map(({ members }: { members: readonly string[] }) => members));
  console.log(`seeds: stories and events ${isRight ? 'as the gold says' : `differ: ${lines.join(' ')}`}`);
  return isRight;
}

function groupInput(line: string) {
  const { source, headline, body, published } = JSON.parse(line);
  const paras = body.map(({ text }: { text: string }) => text);
  return { id: path.basename(source.path).slice(0, 3), title: headline, paras, date: published.utc ?? published.local };
}

/** The same through the store, in every order of arrival. */
async function seedOrdersGate(seeds: string): Promise<boolean> {
  const gold = JSON.parse(readFileSync(path.join(seeds, 'gold/groups.json'), 'utf8'));
  const events = gold.events.map(({ members }: { members: readonly string[] }) => members);
  const reader = createReader();
  const { orders, onArrival, differences } = await seedOrders(
    seeds,
    { stories: gold.syndicationGroups, events },
    reader,
  );
  await reader.close();
  console.log(
    `seeds in the store: ${orders} orders, ${orders - differences.length} settled as the gold says, ${onArrival} on arrival already`,
  );
  for (const difference of differences) console.log(`  ${difference}`);
  return differences.length === 0;
}

function cut(grouped: readonly Readonly<Record<string, string>>[], name: string): string {
  const groups = Map.groupBy(grouped, (one) => one[name] ?? '');
  return inWords([...groups.values()].map((members) => members.map(({ id }) => id ?? '')));
}

function pagesGate(
  set: string,
  floor: { readonly digest: string; readonly [figure: string]: number | string },
): boolean {
  const folder = path.join(DATA, 'bench/data/pages', set);
  const found = digest(folder);
  if (found !== floor.digest) {
    console.log(
      `${set}: the data changed (digest ${found}, pinned ${floor.digest}); measure again and pin the new digest`,
    );
    return false;
  }
  const result = score('pages', '--truth', `${folder}.truth.json.gz`, '--records', printed('clean', set, [folder]));
  const misses = Object.entries(floor).filter(
    ([figure, least]) => figure !== 'digest' && !(Number(result[figure]) >= Number(least)),
  );
  console.log(
    `${set}: ${JSON.stringify(result)}${misses.map(([figure, least]) => `\n  under the floor: ${figure} ${result[figure]} < ${least}`).join('')}`,
  );
  return misses.length === 0;
}

const STORY_SETS = path.join(DATA, 'bench/data/stories');

/** Copies folded and events gathered, by the command in memory. */
function storiesGate(kind: 'copies' | 'events', floor: StoryFloor): boolean {
  const file = path.join(STORY_SETS, `${kind}-dev.jsonl.gz`);
  const found = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  if (found !== floor.digest) {
    console.log(
      `${kind}: the data changed (digest ${found}, pinned ${floor.digest}); measure again and pin the new digest`,
    );
    return false;
  }
  const ignored = kind === 'copies' ? ['--ignore', path.join(STORY_SETS, 'copies-dev.ignore.json')] : [];
  const result = score(kind, '--truth', file, '--groups', printed('group', kind, [file]), ...ignored);
  const misses = Object.entries(floor.least).filter(([figure, least]) => !(Number(figureOf(result, figure)) >= least));
  console.log(
    `${kind}: ${JSON.stringify(result)}${misses.map(([figure, least]) => `\n  under the floor: ${figure} ${figureOf(result, figure)} < ${least}`).join('')}`,
  );
  return misses.length === 0;
}

interface StoryFloor {
  readonly digest: string;
  readonly least: Readonly<Record<string, number>>;
}

/** `AllSides.F1` is the figure F1 of the set AllSides. */
function figureOf(result: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), result);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const SEEDS = path.join(DATA, 'seeds');
const results = [existsSync(SEEDS) && seedsGate(), existsSync(SEEDS) && (await seedOrdersGate(SEEDS))];
const pinned: Readonly<Record<string, { readonly digest: string; readonly [figure: string]: number | string }>> =
  floors;
for (const [set, floor] of Object.entries(pinned)) results.push(pagesGate(set, floor));
results.push(storiesGate('copies', storyFloors.copies), storiesGate('events', storyFloors.events));
process.exitCode = results.every(Boolean) ? 0 : 1;
