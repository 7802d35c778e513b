/** The parts of the tool that a sample needs, which it does not offer by name. In: nothing. Out: what makes mutants, and their names. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '../..');

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ApiMutant {
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement: string;
}

/** The version of the tool is pinned, so its folders stay as they are. */
export function load(file: string) {
  return import(pathToFileURL(path.join(import.meta.dirname, 'node_modules', file)).href);
}

/** The same whoever asks, and wherever the tool has copied the file to work on it. */
export function nameOf({ fileName, location: { start, end }, mutatorName, replacement }: ApiMutant): string {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/shared\//, 'shared/');
  return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
}

/** The file of a mutant, by its name. */
export function fileOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}
