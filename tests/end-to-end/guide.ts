/** The operating guide's commands. In: its text. Out: each command in order, as arguments. Promise: a line that is not understood is an error, never passed over. */
import { readFileSync } from 'node:fs';

export interface GuideCommand {
  readonly heading: string;
  readonly tool: 'wirefold' | 'cdk' | 'aws';
  readonly args: readonly string[];
  /** What is said of it, behind `#`. */
  readonly note: string;
}

export function guideCommands(): readonly GuideCommand[] {
  const text = readFileSync(new URL('../../OPERATING.md', import.meta.url), 'utf8');
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.split('\n', 1)[0] ?? '';
    const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
    return blocks.flatMap((block) => block.trim().split('\n')).map((line) => commandOf(line, heading));
  });
}

const STARTS = { 'npm run -s wirefold -- ': 'wirefold', 'npx cdk ': 'cdk', 'aws ': 'aws' } as const;

function commandOf(line: string, heading: string): GuideCommand {
  const [command = '', note = ''] = line.split(/\s+# /);
  for (const [start, tool] of Object.entries(STARTS))
    if (command.startsWith(start)) return { heading, tool, args: words(command.slice(start.length)), note };
  throw new Error(`the guide has a command that no test runs: ${line}`);
}

/** As a shell would, with double quotes only. */
function words(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}
