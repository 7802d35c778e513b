/** The mapping that the user keeps in a file. In: its path, or none. Out: the mapping. Promise: what is wrong with the file is said in words. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkMapping, MAPPING_BYTES, type Mapping } from '../shared/core/intake/formats/mapping.ts';
import { EXIT, Stop } from './exit.ts';
import { failureInWords } from './failure.ts';
import { headerSafe } from './header-safe.ts';
import type { Io } from './io.ts';

export async function readMappingFile(file: string | undefined, io: Pick<Io, 'base'>): Promise<Mapping | null> {
  return file === undefined ? null : (await checked(file, io)).mapping;
}

/** As it travels with an object; undefined without a file. */
export async function mappingHeader(file: string | undefined, io: Pick<Io, 'base'>): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const header = headerSafe(JSON.stringify((await checked(file, io)).value));
  if (header.length <= MAPPING_BYTES) return header;
  const message = `${file} is too long: a mapping travels with each file and may have ${MAPPING_BYTES} bytes, this one has ${header.length}`;
  throw new Stop(EXIT.usage, message);
}

async function checked(file: string, { base }: Pick<Io, 'base'>) {
  const value = parsed(file, await textOf(file, resolve(base, file)));
  const mapping = checkMapping(value);
  if (typeof mapping !== 'string') return { value, mapping };
  throw new Stop(EXIT.usage, `${file} is no mapping: ${mapping}`);
}

async function textOf(file: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Stop(EXIT.usage, `--mapping ${file}: ${failureInWords(error)}`, { cause: error });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Stop(EXIT.usage, `${file} is no JSON: ${failureInWords(error)}`, { cause: error });
  }
}
