/**
 * Whether ninjs exports are valid by IPTC's own schema. In: the schema (`ninjs-schema_3.1.json`, of the IPTC), and a file of ninjs
 * items, one a line. Out: how many are valid, and what is wrong with the first few that are not.
 *
 *   wirefold export … --format ninjs > items.jsonl
 *   node bench/exports/ninjs.ts --schema ninjs-schema_3.1.json items.jsonl
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** More than these nobody reads. */
const SHOWN = 5;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { schema: { type: 'string' } } });
const [file] = positionals;
if (values.schema === undefined || file === undefined) throw new Error('usage: ninjs.ts --schema SCHEMA ITEMS.jsonl');

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The schema names that of GeoJSON; no export of ours has a geometry.
ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
const validate = ajv.compile(JSON.parse(readFileSync(values.schema, 'utf8')));

const items = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const wrong = items.flatMap((item) => (validate(item) ? [] : [{ uri: item.uri, errors: validate.errors }]));
for (const { uri, errors } of wrong.slice(0, SHOWN)) process.stdout.write(`${uri}: ${ajv.errorsText(errors)}\n`);
process.stdout.write(`${items.length - wrong.length} of ${items.length} are valid ninjs 3.1\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
