/** IPTC's own schema of ninjs 3.1, which is no part of this repository. In: its text. Out: what checks an item. Promise: `npm run ninjs` puts it where the tests look. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const IPTC_SCHEMA = join(tmpdir(), 'wirefold-ninjs', 'ninjs-schema_3.1.json');

export function ninjsValidator(schema: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // The schema names that of GeoJSON; no export of ours has a geometry.
  ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
  return ajv.compile(JSON.parse(schema));
}
