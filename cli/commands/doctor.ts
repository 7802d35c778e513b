/** `wirefold doctor`: is the store well, and if not, what is wrong and what to do. Exit 1 when something is wrong or could not be looked at. */
import { type DoctorPorts, examine, type Verdict } from '../../shared/pipeline/doctor.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Verdict', max: 8 },
  { title: 'What', max: 22 },
  { title: 'How it is', max: 200, flexible: true },
];

export async function doctor(options: { readonly json: boolean }, ports: DoctorPorts, io: Io): Promise<ExitCode> {
  const output = openOutput<Verdict>(COLUMNS, ({ verdict, what, says }) => [verdict, what, says], options, io);
  const bad: Verdict[] = [];
  for await (const verdict of examine(ports)) {
    if (verdict.verdict !== 'well') bad.push(verdict);
    if (!(await output.item(verdict))) return EXIT.ok;
  }
  await output.end();
  // A table cuts what is long, and what is wrong must be read to its end.
  for (const { what, says } of bad) io.stderr.write(`${what}: ${says}\n`);
  io.stderr.write(bad.length === 0 ? 'All is well.\n' : `${bad.length} of these need somebody.\n`);
  return bad.length === 0 ? EXIT.ok : EXIT.someFailed;
}
