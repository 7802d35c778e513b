/**
 * Source to deployable folder. In: the function's name. Out: a folder with `index.mjs`, the parts that it loads when
 * they are wanted and, for `ingest`, `page-worker.mjs` and `pdf-engine.mjs`, with all libraries inside. Promise: same source, same bytes; jsdom and
 * pdf.js are in files of their own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { PLUGINS } from './bundle-plugins.ts';

export const FUNCTION_NAMES = ['ingest', 'group', 'gather', 'settle', 'purge', 'archive', 'query'] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Folder of each function's bundle, absolute. */
export type Bundles = Readonly<Record<FunctionName, string>>;

const ROOT = join(import.meta.dirname, '..');

/** What each asset is made of, relative to the repository: name of the file in the asset, without `.mjs`, to its source. */
const ENTRIES: Readonly<Record<FunctionName, Readonly<Record<string, string>>>> = {
  ingest: {
    index: 'functions/ingest/index.ts',
    'page-worker': 'shared/workers/page-worker.ts',
    'pdf-engine': 'shared/workers/pdf-engine.ts',
  },
  group: { index: 'functions/group/index.ts' },
  gather: { index: 'functions/gather/index.ts' },
  settle: { index: 'functions/settle/index.ts' },
  purge: { index: 'functions/purge/index.ts' },
  archive: { index: 'functions/archive/index.ts' },
  query: { index: 'functions/query/index.ts' },
};

/** CommonJS libraries inside an ES module still call `require` for Node's own modules, and some ask for their folder. */
const BANNER = [
  "import { createRequire as wfCreateRequire } from 'node:module';",
  'const require = wfCreateRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('');

/** Bundles all functions in one fresh folder below `parent`; the caller removes it with `dropBundles`. It is made when all of them are ready. */
export async function bundleFunctions(parent: string = tmpdir()): Promise<Bundles> {
  const made = unhurried(() => Promise.all([jsdom(), ...FUNCTION_NAMES.map(bundle)]));
  const files = (await made).flat();
  const folder = mkdtempSync(join(parent, 'wirefold-bundle-'));
  for (const { path, contents } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return bundlesIn(folder);
}

export function bundlesIn(folder: string): Bundles {
  const at = (name: FunctionName) => join(folder, name);
  return {
    ingest: at('ingest'),
    group: at('group'),
    gather: at('gather'),
    settle: at('settle'),
    purge: at('purge'),
    archive: at('archive'),
    query: at('query'),
  };
}

export function dropBundles(bundles: Bundles): void {
  rmSync(join(bundles.ingest, '..'), { recursive: true, force: true });
}

/** A file of an asset: its path begins with the function's name. */
interface BundledFile {
  readonly path: string;
  readonly contents: string | Uint8Array;
}

async function bundle(name: FunctionName): Promise<readonly BundledFile[]> {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: { ...ENTRIES[name] },
    outdir: ROOT,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    // What is loaded when it is wanted is a file of its own: a start need not even look through it.
    splitting: true,
    chunkNames: 'part-[hash]',
    banner: { js: BANNER },
    plugins: PLUGINS,
  });
  return outputFiles.map(({ path, text, contents }) => ({
    path: join(name, relative(ROOT, path)),
    contents: path.endsWith('.mjs') ? inAscii(text) : contents,
  }));
}

/** Installed, as it were: the page worker asks for it by its name with the first page that is in doubt. */
async function jsdom(): Promise<readonly BundledFile[]> {
  const { outputFiles } = await build({ ...COMMON, entryPoints: ['jsdom'], outdir: ROOT, format: 'cjs' });
  return outputFiles.map(({ contents }) => ({ path: 'ingest/node_modules/jsdom/index.js', contents }));
}

/**
 * esbuild works in a process of its own, which lives for seconds and spends a third of them on giving memory back. Told to do so from a GiB on
 * only, it takes no more than before at its most, and writes the same bytes.
 */
function unhurried<Made>(start: () => Made): Made {
  const { GOGC, GOMEMLIMIT } = process.env;
  Object.assign(process.env, { GOGC: GOGC ?? 'off', GOMEMLIMIT: GOMEMLIMIT ?? '1GiB' });
  try {
    return start();
  } finally {
    if (GOGC === undefined) delete process.env['GOGC'];
    if (GOMEMLIMIT === undefined) delete process.env['GOMEMLIMIT'];
  }
}

/** esbuild leaves other letters in regular expressions, and one of them makes a file twice as large in memory, and slower to open. */
function inAscii(source: string): string {
  return source.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const COMMON = {
  write: false,
  absWorkingDir: ROOT,
  bundle: true,
  minifyWhitespace: true,
  minifySyntax: true,
  // Error reports name functions and classes; minified names would make them useless, and to give each its name back takes longer than to read it.
  minifyIdentifiers: false,
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  // jsdom looks up the file of its synchronous XMLHttpRequest worker when it loads; pages run no scripts here, so a name is enough.
  define: { 'require.resolve': 'String' },
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;
