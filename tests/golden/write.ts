/** Writes what readings come out as now into the files that the tests compare with: `npm run golden`, then read the difference. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE_GOLDENS, TABLE_GOLDENS } from './goldens.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const changed = [...PAGE_GOLDENS, ...TABLE_GOLDENS].filter(({ file, written, now }) => {
  const text = now();
  if (text === written()) return false;
  writeFileSync(path.join(ROOT, file), text);
  return true;
});
for (const { file } of changed) console.log(file);
console.log(changed.length === 0 ? 'Nothing has changed.' : 'Read what changed (git diff) before you keep it.');
