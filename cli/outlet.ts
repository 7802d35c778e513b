/** The profile of an outlet that the user keeps in a file. In: its path, or none. Out: the profile. Promise: what is wrong with the file is said in words. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NO_PROFILE, type OutletProfile } from '../shared/core/document.ts';
import { OutletProfileFile } from '../shared/core/outlet-profile.ts';
import { EXIT, Stop } from './exit.ts';
import { failureInWords } from './failure.ts';
import type { Io } from './io.ts';

export async function readOutlet(file: string | undefined, { base }: Pick<Io, 'base'>): Promise<OutletProfile> {
  if (file === undefined) return NO_PROFILE;
  const checked = OutletProfileFile.safeParse(parsed(file, await textOf(file, resolve(base, file))));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new Stop(EXIT.usage, `${file} is no profile of an outlet. ${where}${issue?.message ?? ''}`);
}

async function textOf(file: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Stop(EXIT.usage, `--outlet ${file}: ${failureInWords(error)}`, { cause: error });
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Stop(EXIT.usage, `${file} is no JSON: ${failureInWords(error)}`, { cause: error });
  }
}
