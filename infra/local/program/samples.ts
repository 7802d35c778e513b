/** The bundled sample articles. Fictional, written for this project; see infra/local/samples/README.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Upload } from '../../../shared/aws/store.ts';

const FOLDER = path.resolve(import.meta.dirname, '../samples');

const Samples = z.array(
  z.object({
    file: z.string(),
    key: z.string().startsWith('incoming/'),
    contentType: z.string().optional(),
    metadata: z.record(z.string(), z.string()).default({}),
  }),
);

/** In the order in which they are meant to arrive (any other order ends in the same table). */
export function readSamples(): readonly Upload[] {
  const listed = Samples.parse(JSON.parse(readFileSync(path.join(FOLDER, 'samples.json'), 'utf8')));
  return listed.map(({ file, key, contentType, metadata }) => ({
    key,
    metadata,
    bytes: readFileSync(path.join(FOLDER, file)),
    ...(contentType === undefined ? {} : { contentType }),
  }));
}
