/**
 * What an article takes, as `node bench/cost/run.ts --write` measured it on the local run. In: figures.json. Out: figures. Promise: every
 * number in it was counted; nothing is filled in where nothing was measured.
 */
import { z } from 'zod';
import file from './figures.json' with { type: 'json' };

const Run = z.object({ calls: z.number().min(0), gibSeconds: z.number().min(0) });

/** What one article, or one call, takes. */
const Taken = z.object({
  /** Those of the index among them. */
  writeUnits: z.number().min(0),
  indexUnits: z.number().min(0),
  readUnits: z.number().min(0),
  s3Puts: z.number().min(0),
  s3Gets: z.number().min(0),
  sqsRequests: z.number().min(0),
  /** By function. Seconds are wall time of the machine that measured. */
  functions: z.record(z.string(), Run),
  logBytes: z.number().min(0),
});
export type Taken = z.infer<typeof Taken>;

const Article = Taken.extend({
  articles: z.int().min(1),
  /** As uploaded. */
  rawBytes: z.number().min(0),
  /** In the table, by the rule that DynamoDB counts bytes with. */
  tableBytes: z.number().min(0),
});
export type ArticleFigures = z.infer<typeof Article>;

export const Figures = z.object({
  date: z.iso.date(),
  command: z.string(),
  machine: z.string(),
  text: Article,
  html: Article,
  /** Of an article that the archive takes up, in one run over all of them. */
  archive: Taken.extend({ articles: z.int().min(1), fileBytes: z.number().min(0) }),
  /** One call of each function that a clock wakes, when there is nothing to do. */
  idle: z.record(z.string(), Taken),
  /** What settling a window reads before it has seen a story, each story that is read, each place that is compared; seconds for each that a window sees. */
  settle: z.object({
    windows: z.int().min(1),
    stories: z.int().min(1),
    readUnitsPerWindow: z.number().min(0),
    readUnitsPerStory: z.number().min(0),
    readUnitsPerPlace: z.number().min(0),
    /** Once, when a new article's story is settled for the first time. */
    readUnitsPerArrival: z.number().min(0),
    writeUnitsPerArrival: z.number().min(0),
    gibSecondsPerStory: z.number().min(0),
  }),
  /** Of the template: metrics that its alarms look at, each paid for. */
  alarmMetrics: z.int().min(0),
});
export type Figures = z.infer<typeof Figures>;

export const FIGURES: Figures = Figures.parse(file);
