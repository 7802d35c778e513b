/**
 * Whether ninjs exports are valid by IPTC's own schema. In: ninjs items, one a line; the records of all golden pages when no file is named.
 * Out: how many are valid, and what is wrong with the first few that are not.
 *
 *   npm run ninjs                                     fetches the schema into a folder for temporary files, and keeps it there
 *   npm run ninjs -- --schema FILE items.jsonl        wirefold export … --format ninjs > items.jsonl
 *
 * The schema is the IPTC's (CC BY 4.0) and no part of this repository.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { exported } from '../../tests/unit/exports/exported.ts';
import { goldenRecords } from '../../tests/unit/exports/golden-records.ts';
import { IPTC_SCHEMA, ninjsValidator } from '../../tests/unit/exports/iptc-schema.ts';

const SCHEMA_URL = 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json';
const FETCH_MS = 30_000;
/** It has 46 KB. */
const MOST_BYTES = 1_000_000;
/** More than these nobody reads. */
const SHOWN = 5;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { schema: { type: 'string' } } });
const [file] = positionals;

async function fetchedSchema(): Promise<string> {
  if (existsSync(IPTC_SCHEMA)) return IPTC_SCHEMA;
  const answer = await fetch(SCHEMA_URL, { signal: AbortSignal.timeout(FETCH_MS) }).catch((cause: unknown) => {
    throw new Error(`${SCHEMA_URL} does not answer: fetch it elsewhere, and name it with --schema FILE`, { cause });
  });
  const text = await answer.text();
  if (answer.status !== 200 || text.length > MOST_BYTES)
    throw new Error(
      `${SCHEMA_URL} answers ${answer.status} with ${text.length} characters: name it with --schema FILE`,
    );
  mkdirSync(dirname(IPTC_SCHEMA), { recursive: true });
  writeFileSync(IPTC_SCHEMA, JSON.stringify(JSON.parse(text)));
  return IPTC_SCHEMA;
}

function said(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const schema = values.schema ?? (await fetchedSchema().catch(said));
const validate = ninjsValidator(readFileSync(schema, 'utf8'));

const text = file === undefined ? exported('ninjs', goldenRecords()) : readFileSync(file, 'utf8');
const items = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const wrong = items.flatMap((item) => (validate(item) ? [] : [{ uri: item.uri, errors: validate.errors }]));
for (const { uri, errors } of wrong.slice(0, SHOWN))
  process.stdout.write(
    `${uri}: ${errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join(', ')}\n`,
  );
process.stdout.write(`${items.length - wrong.length} of ${items.length} are valid ninjs 3.1\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
