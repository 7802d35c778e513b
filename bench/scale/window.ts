/**
 * What a window of events takes: `node bench/scale/window.ts --data DIR [--stories N]`. Gathers N stories of ten days, and prints seconds of the
 * processor and the peak of memory, before and after. The stories are the texts of a year's wire; once all have been taken, they are taken again
 * with other rare words (each rare term another one, the same for all stories of a round), so that a round is news of its own in the same language.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EventPrint, eventPrint, type PrintTerm, RARITY_STEPS } from '../../shared/core/event/event-print.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { packPrint } from '../../shared/core/event/packed-print.ts';
import { readJsonLines, textOf } from '../stories/events-texts.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/bench/data' }, stories: { type: 'string', default: '8000' } },
});

const DAY_MS = 86_400_000;
const DAYS = 10;
/** Nats from which on a term is a matter's own and not the language's. */
const RARE = 4.5;
const HASHES = 2 ** 24;

function prints(): readonly EventPrint[] {
  const lines = readJsonLines(join(options.data, 'stories/stream-1987.jsonl.gz')).slice(0, Number(options.stories));
  return lines.map((line) => {
    const paragraphs = Array.isArray(line['paras']) ? line['paras'].map(textOf) : [];
    return eventPrint({ language: 'en', headline: textOf(line['title']) || null, paragraphs, published: null });
  });
}

function inRound(print: EventPrint, round: number): EventPrint {
  if (round === 0) return print;
  const other = (term: PrintTerm) =>
    term.rarity < RARE * RARITY_STEPS ? term : { ...term, hash: (term.hash + round * 7_919_123) % HASHES };
  const terms = print.terms.map(other).sort((x, y) => x.hash - y.hash);
  return { ...print, terms: terms.filter(({ hash }, at) => hash !== terms[at - 1]?.hash) };
}

function storiesOf(texts: readonly EventPrint[]) {
  return Array.from({ length: Number(options.stories) }, (_, at) => {
    const print = texts[at % texts.length];
    if (print === undefined) throw new Error('no texts');
    return {
      storyId: `sty_${at}`,
      about: packPrint(inRound(print, Math.floor(at / texts.length))),
      published: new Date((at % DAYS) * DAY_MS + ((at * 977) % DAY_MS)).toISOString(),
    };
  });
}

const stories = storiesOf(prints());
globalThis.gc?.();
const { heapUsed, arrayBuffers } = process.memoryUsage();
const mib = (bytes: number) => Math.round(bytes / 1_024 ** 2);
const began = process.cpuUsage();
const events = EVENTS.settle(stories);
const peak = process.resourceUsage().maxRSS / 1_024;
const { user, system } = process.cpuUsage(began);
console.log(
  `${stories.length} stories, ${new Set(events.values()).size} events: ${((user + system) / 1e6).toFixed(1)} s of processor, peak of the process ${Math.round(peak)} MiB, of which the stories as they are read ${mib(heapUsed + arrayBuffers)}`,
);
