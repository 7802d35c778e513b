/** `wirefold learn`: what an outlet prints on page after page, as a table, and as a profile for `clean --outlet`. */
import { explanationOf, keepExplanations } from '../../console/server/explanations.ts';
import { openReading } from '../../console/server/reading.ts';
import type { RepeatedLine } from '../../shared/core/repeated-lines.ts';
import { type LearnedOutlet, learnOutlet } from '../../shared/pipeline/learn-outlet.ts';
import type { RawObjects } from '../../shared/pipeline/ports.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Column, tableLines } from '../output/table.ts';
import { safeJson, visible } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Stories', max: 9 },
  { title: 'In the text', max: 11 },
  { title: 'Read as', max: 20 },
  { title: 'Line', max: 200, flexible: true },
];

export interface LearnOptions {
  readonly articles: number;
  readonly json: boolean;
}

export interface LearnStore {
  readonly query: QueryPorts;
  readonly objects: RawObjects;
}

export async function learn(
  outlet: string,
  options: LearnOptions,
  { query, objects }: LearnStore,
  io: Io,
): Promise<ExitCode> {
  const reading = openReading();
  const kept = keepExplanations();
  try {
    const learned = await learnOutlet(outlet, options.articles, {
      query,
      explain: (record) => explanationOf(record, objects, reading, kept),
    });
    const { articles, unreadable } = learned;
    if (articles + unreadable === 0)
      throw new Stop(EXIT.someFailed, `There is no article of ${visible(outlet)}. Names of outlets: wirefold list`);
    io.stderr.write(`${aboutOf(learned)}\n`);
    const writer = lineWriter(io.stdout);
    const asProfile = options.json || !io.stdoutIsTerminal;
    const lines = asProfile
      ? [safeJson(learned.profile)]
      : tableLines(
          COLUMNS,
          learned.lines.map((line) => row(line, learned.stories)),
          io.columns,
        );
    for (const line of lines) if (!(await writer.line(line))) break;
    return EXIT.ok;
  } finally {
    await reading.close();
  }
}

function aboutOf({ articles, stories, unreadable, lines, profile }: LearnedOutlet): string {
  const read = `Read again: ${articles} article(s) of ${stories} story(ies)`;
  const gone = unreadable === 0 ? '' : `; ${unreadable} raw file(s) could not be read`;
  const found =
    lines.length === 0
      ? 'No line stands on three stories or more.'
      : `${lines.length} line(s) repeat; a profile of ${profile.boilerplate.length} drops them: wirefold learn OUTLET > FILE, then wirefold clean --outlet FILE`;
  return `${read}${gone}. ${found}`;
}

function row({ text, label, stories, inBody }: RepeatedLine, all: number): readonly string[] {
  return [`${stories} of ${all}`, inBody === 0 ? 'never' : String(inBody), label, text];
}
