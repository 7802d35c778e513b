/**
 * What a window of events takes: `node bench/scale/window.ts --data DIR [--stories N]`. Gathers the first N texts of a year's wire as if they were
 * the stories of ten days, and prints seconds of the processor and the peak of memory, before and after.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eventPrint } from '../../shared/core/event/event-print.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { packPrint } from '../../shared/core/event/packed-print.ts';
import { readJsonLines, textOf } from '../stories/events-texts.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/bench/data' }, stories: { type: 'string', default: '8000' } },
});

const DAY_MS = 86_400_000;
const DAYS = 10;
const lines = readJsonLines(join(options.data, 'stories/stream-1987.jsonl.gz')).slice(0, Number(options.stories));
const stories = lines.map((line, at) => {
  const paragraphs = Array.isArray(line['paras']) ? line['paras'].map(textOf) : [];
  const print = eventPrint({ language: 'en', headline: textOf(line['title']) || null, paragraphs, published: null });
  return {
    storyId: `sty_${at}`,
    about: packPrint(print),
    published: new Date((at % DAYS) * DAY_MS).toISOString(),
  };
});
const mib = () => Math.round(process.resourceUsage().maxRSS / 1_024);
const [before, began] = [mib(), process.cpuUsage()];
const events = EVENTS.settle(stories);
const { user, system } = process.cpuUsage(began);
console.log(
  `${stories.length} stories, ${new Set(events.values()).size} events: ${((user + system) / 1e6).toFixed(1)} s of processor, peak ${mib()} MiB (${before} before)`,
);
