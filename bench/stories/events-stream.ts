/** Events at scale. In: the folder of bench data. Out: sizes, times and requests of prints, keys and a settled window of the stream of 1987. */
import { join } from 'node:path';
import { eventPrint } from '../../shared/core/event/event-print.ts';
import { packPrint } from '../../shared/core/event/packed-print.ts';
import { type PrintedStory, settleEvents } from '../../shared/core/event/settle-events.ts';
import { onlineRun } from './events-online.ts';
import { readJsonLines, textOf } from './events-texts.ts';

function streamStories(data: string): readonly PrintedStory[] {
  return readJsonLines(join(data, 'stories', 'stream-1987.jsonl.gz')).map((line) => {
    const paragraphs = line['paras'];
    const date = new Date(
      `${textOf(line['date'])
        .trim()
        .replace(/\.\d+$/, '')} UTC`,
    );
    return {
      id: textOf(line['id']),
      print: eventPrint({
        language: 'en',
        headline: textOf(line['title']) || null,
        paragraphs: Array.isArray(paragraphs) ? paragraphs.map(textOf) : [],
        published: Number.isNaN(date.getTime()) ? null : date.toISOString(),
      }),
    };
  });
}

function cpuSeconds<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

const median = (list: readonly number[]): number => [...list].sort((x, y) => x - y)[list.length >> 1] ?? 0;

export function measureStream(data: string, say: (line: string) => void): void {
  const [stories, printing] = cpuSeconds(() => streamStories(data));
  const sizes = stories.map(({ print }) => packPrint(print).length);
  say(
    `stream: ${stories.length} stories, ${((1e3 * printing) / stories.length).toFixed(2)} ms a print with reading, packed median ${median(sizes)}, most ${Math.max(...sizes)} bytes`,
  );
  for (const count of [1_000, stories.length]) {
    const window = stories.slice(0, count);
    const [events, settling] = cpuSeconds(() => settleEvents(window));
    const perEvent = new Map<string, number>();
    for (const event of events.values()) perEvent.set(event, (perEvent.get(event) ?? 0) + 1);
    const [run, arriving] = cpuSeconds(() => onlineRun(window));
    say(
      `stream, ${count} stories: settled in ${settling.toFixed(1)} s, ${perEvent.size} events, largest ${Math.max(...perEvent.values())}`,
    );
    say(
      `stream, ${count} stories: online ${run.keyWrites.toFixed(1)} key writes, ${run.candidateReads.toFixed(2)} candidate reads, ${((1e3 * arriving) / count).toFixed(2)} ms a story`,
    );
  }
}
