/** Where pdf.js lies: beside the bundle that this file was bundled into, else beside this source file. */
import { existsSync } from 'node:fs';

const NAMES = ['./pdf-engine.mjs', './pdf-engine.ts', './pdf-engine.js'] as const;

export function pdfEngineFile(): string {
  for (const name of NAMES) {
    const file = new URL(name, import.meta.url);
    if (existsSync(file)) return file.href;
  }
  throw new Error(`Neither ${NAMES.join(' nor ')} lies beside ${import.meta.url}.`);
}
