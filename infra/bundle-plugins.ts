/**
 * What is done to a bundle so that it starts sooner. In: modules as esbuild finds them. Out: the same, lighter to load. Promise: what they do does
 * not change.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { type Ngrams, packNgrams } from './packed-ngrams.ts';
import { PREPARED, preparedModule } from './prepared-tables.ts';

/** zod brings its messages in fifty languages, a quarter of a megabyte to load at every cold start; English comes by itself. */
const ONE_LANGUAGE: Plugin = {
  name: 'one-language',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/].*[\\/]locales[\\/]index\.c?js$/ }, () => ({ contents: 'export {};' })),
};

/**
 * Node's HTTP as it is, and not as a module of imports: for that Node looks at all that it offers, its client for fetch among it, and
 * loads what nobody here has a use for, some 20 ms of a start.
 */
const PLAIN_HTTP: Plugin = {
  name: 'plain-http',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?https?$/ }, ({ path }) => ({
      path: path.replace(/^(?:node:)?/, 'node:'),
      namespace: 'plain-http',
    }));
    onLoad({ filter: /./, namespace: 'plain-http' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

const FROM_ENVIRONMENT = '@aws-sdk/credential-provider-env';

/**
 * A function's credentials stand in its environment, always. The SDK's other ways to some (profiles, single sign-on, roles to be assumed, the
 * metadata of a machine) are a fifth of what would be bundled for a function of the stream.
 */
const ENVIRONMENT_CREDENTIALS: Plugin = {
  name: 'environment-credentials',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'environment-credentials',
      pluginData: resolveDir,
    }));
    onLoad({ filter: /./, namespace: 'environment-credentials' }, ({ pluginData }) => ({
      contents: `export { fromEnv as defaultProvider } from '${FROM_ENVIRONMENT}';`,
      resolveDir: pluginData,
    }));
  },
};

/** As Node loads it: a tool between would look through a megabyte that is only data. */
const load = createRequire(import.meta.url);

/** The language detector's table as a file of its own, which the first text opens whose language is not known. */
const PACKED_NGRAMS: Plugin = {
  name: 'packed-ngrams',
  setup({ onLoad, onResolve }) {
    const made = new Map<string, Uint8Array>();
    onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, ({ path }) => {
      const { ngramsData }: { readonly ngramsData: { readonly ngrams: Ngrams } } = load(path);
      const { ngrams, ...facts } = ngramsData;
      made.set('ngrams', packNgrams(ngrams));
      const contents = `import { readFileSync } from 'node:fs';
        import file from 'packed:ngrams';
        import { openNgrams } from './packed-ngrams.ts';
        const read = () => readFileSync(new URL(file, import.meta.url));
        export const ngramsData = { ...${JSON.stringify(facts)}, ngrams: openNgrams(read) };`;
      return { contents, resolveDir: import.meta.dirname };
    });
    onResolve({ filter: /^packed:/ }, ({ path }) => ({ path: path.slice('packed:'.length), namespace: 'packed' }));
    onLoad({ filter: /./, namespace: 'packed' }, ({ path }) => ({ contents: made.get(path) ?? '', loader: 'file' }));
  },
};

/**
 * zod writes a function for each schema at its first use and has it compiled, a tenth of a cold start; without, a record takes some eight
 * microseconds longer to check.
 */
const PLAIN_SCHEMAS: Plugin = {
  name: 'plain-schemas',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace('.__zod_globalConfig = {}', '.__zod_globalConfig = { jitless: true }');
      if (contents === source) throw new Error('zod keeps its settings elsewhere: see infra/bundle-plugins.ts.');
      return { contents };
    }),
};

/**
 * Libraries that few articles need, behind what is called of them: they are read with the bundle and begin when they are called. What is
 * asked of them beyond this fails when functions are bundled.
 */
const ON_CALL: Readonly<Record<string, string>> = {
  chardet: `export const analyse = (bytes) => require('chardet').analyse(bytes);`,
  htmlparser2: `export class Parser { constructor(...given) { return new (require('htmlparser2').Parser)(...given); } }`,
};

const LIBRARIES_ON_CALL: Plugin = {
  name: 'libraries-on-call',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(ON_CALL).join('|')})$`) }, ({ path, kind, resolveDir }) =>
      kind === 'import-statement' ? { path, namespace: 'on-call', pluginData: resolveDir } : null,
    );
    onLoad({ filter: /./, namespace: 'on-call' }, ({ path, pluginData }) => ({
      contents: ON_CALL[path] ?? '',
      resolveDir: pluginData,
    }));
  },
};

/** Tables as they are after all has been done to them: see there. */
const PREPARED_PATHS = new RegExp(`/shared/core/(?:${PREPARED.join('|')})\\.ts$`.replaceAll('/', String.raw`[\\/]`));

const PREPARED_TABLES: Plugin = {
  name: 'prepared-tables',
  setup: ({ onLoad }) =>
    onLoad({ filter: PREPARED_PATHS }, async ({ path }) => ({
      contents: preparedModule(await import(pathToFileURL(path).href)),
    })),
};

export const PLUGINS = [
  ONE_LANGUAGE,
  PACKED_NGRAMS,
  PREPARED_TABLES,
  LIBRARIES_ON_CALL,
  ENVIRONMENT_CREDENTIALS,
  PLAIN_HTTP,
  PLAIN_SCHEMAS,
];
