/**
 * Source to deployable folder. In: the function's name. Out: a folder with `index.mjs`, the parts that it loads when
 * they are wanted and, for `ingest`, `page-worker.mjs` and `pdf-engine.mjs`, with all libraries inside. Promise: same source, same bytes; jsdom and
 * pdf.js are in files of their own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Bundles the functions named, all in one fresh folder; the caller removes it with `dropBundles` once CDK has copied it. */
export async function bundleFunctions(): Promise<Bundles> {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-bundle-'));
  const made = (name: FunctionName) => bundle(name, join(folder, name));
  const [ingest, group, gather, settle, purge, archive, query] = await Promise.all([
    made('ingest'),
    made('group'),
    made('gather'),
    made('settle'),
    made('purge'),
    made('archive'),
    made('query'),
  ]);
  return { ingest, group, gather, settle, purge, archive, query };
}

export function dropBundles(bundles: Bundles): void {
  rmSync(join(bundles.ingest, '..'), { recursive: true, force: true });
}

async function bundle(name: FunctionName, outdir: string): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    write: false,
    entryPoints: { ...ENTRIES[name] },
    outdir,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    // What is loaded when it is wanted is a file of its own: a start need not even look through it.
    splitting: true,
    chunkNames: 'part-[hash]',
    banner: { js: BANNER },
    plugins: PLUGINS,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, text, contents } of outputFiles)
    writeFileSync(path, path.endsWith('.mjs') ? inAscii(text) : contents);
  // Installed, as it were: the page worker asks for it by its name with the first page that is in doubt.
  if (name === 'ingest')
    await build({
      ...COMMON,
      entryPoints: ['jsdom'],
      outfile: join(outdir, 'node_modules/jsdom/index.js'),
      format: 'cjs',
    });
  return outdir;
}

/** esbuild leaves other letters in regular expressions, and one of them makes a file twice as large in memory, and slower to open. */
function inAscii(source: string): string {
  return source.replaceAll(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const COMMON: BuildOptions = {
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
};
