/** What a deployment may choose. In: CDK context (`-c name=value`). Out: checked settings. Promise: a typo fails synth by name. */
import type { Node } from 'constructs';
import { z } from 'zod';
import { readLanguages } from '../shared/core/accepted-languages.ts';
import { readSilences } from '../shared/core/outlet-silence.ts';
import { TABLE_SETTINGS, withoutCapacity } from './table-settings.ts';

/** Setting of a key that the stack makes itself. */
export const OWN_KEY = 'own';

/** A hundred years: a typing error, not a policy, is what is longer. */
const MOST_DAYS = 36_500;

function retentionDays() {
  const days = `0 (for good) or a number of days, at most ${MOST_DAYS}`;
  return z.coerce.number(days).int(days).min(0, days).max(MOST_DAYS, days).default(0);
}

/** The command line gives texts. */
function aSwitch(byDefault: boolean) {
  const told = (value: unknown) => (value === 'true' ? true : value === 'false' ? false : value);
  return z.preprocess(told, z.boolean('true or false').default(byDefault));
}

const Settings = z
  .object({
    /** Empty: the stack is called `Wirefold`; else `Wirefold-<stage>`. `production` keeps its data when the stack is deleted. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and dashes, at most 20, starting with a letter')
      .or(z.literal(''))
      .default(''),
    /** A bucket of yours that is there already, by its name, instead of one that the stack makes. Its owner tells it to notify the queue. */
    existingBucket: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
      .or(z.literal(''))
      .default(''),
    /** A key of your own for bucket, table, queues, archive and logs: its ARN, or `own` for one that the stack makes. Empty: keys of AWS's services. */
    kmsKey: z
      .preprocess((value) => (value === true || value === 'true' ? OWN_KEY : value), z.string().optional())
      .pipe(
        z
          .string()
          .regex(/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, '`own`, or the ARN of a key (no alias)')
          .or(z.literal(OWN_KEY))
          .or(z.literal(''))
          .default(''),
      ),
    /** Days that function logs are kept; one of the values CloudWatch allows. */
    logRetentionDays: z.coerce
      .number()
      .refine(
        (days) => [1, 3, 5, 7, 14, 30, 60, 90, 180, 365].includes(days),
        'one of 1, 3, 5, 7, 14, 30, 60, 90, 180, 365',
      )
      .default(30),
    /** Days that raw uploads and their older versions are kept; 0: for good. Records stay, but are not read again or compared. */
    rawDays: retentionDays(),
    /** Days that older versions of raw uploads, replaced or removed, are kept; 0: as long as `rawDays` says. */
    oldRawDays: retentionDays(),
    /** Days that refused uploads are kept; 0: as long as others. */
    rejectedDays: retentionDays(),
    /** Days that archived files are kept; 0: for good. */
    archiveDays: retentionDays(),
    /** Copies of `ingest` that run at once: what bounds the load on the table. SQS asks for 2 to 1000. */
    maxConcurrency: z.coerce.number().int().min(2).max(1000).default(10),
    ...TABLE_SETTINGS,
    /** Languages of which articles are taken, `de, en`; others are refused and listed as such. Empty: all. */
    languages: z
      .string()
      .refine(
        (text) => readLanguages(text) !== null,
        'languages of two or three letters, each once, with commas: de, en',
      )
      .default(''),
    /** MiB of `settle`, which holds the stories of ten days at once: some 6.5 KiB each, so that 2048 are enough for 30,000 stories a day. */
    settleMemoryMib: z.coerce.number().int().min(1024).max(10_240).default(2048),
    /** MiB of `ingest`; CPU grows with it, and the page worker's heap must fit. */
    ingestMemoryMib: z.coerce.number().int().min(1024).max(10_240).default(2048),
    /** Whether records are also kept as files that SQL can be asked about; idle, that costs cents a month. */
    archive: aSwitch(true),
    /** Minutes between two runs of `archive`; each writes one file for each day that has changed. */
    archiveMinutes: z.coerce.number().int().min(1).max(1440).default(10),
    /** Days after which archived files move to the storage class for what is rarely read; 0: never. S3 asks for 30 at least. */
    archiveColdDays: z.coerce
      .number()
      .int()
      .refine((days) => days === 0 || (days >= 30 && days <= 3650), '0, or 30 to 3650')
      .default(0),
    /** GiB that one query may read: at 5 US dollars a TiB, 100 GiB are half a dollar. */
    queryGib: z.coerce.number().int().min(1).max(10_240).default(100),
    /** Calls of the HTTP API that are answered a second; twice as many in a burst. */
    apiPerSecond: z.coerce.number().int().min(1).max(10_000).default(50),
    /** Issuer of tokens that the HTTP API takes instead of signed requests. Empty: signed requests. */
    apiJwtIssuer: z
      .string()
      .regex(/^https:\/\/[\w.:/-]+$/, 'an https address')
      .or(z.literal(''))
      .default(''),
    /** For whom those tokens must be; several with commas. */
    apiJwtAudience: z.string().default(''),
    /** Origins of web pages that may call the HTTP API, with commas: `https://desk.example`. Empty: none. */
    apiCorsOrigins: z
      .string()
      .regex(/^https?:\/\/[\w.:-]+(?:,https?:\/\/[\w.:-]+)*$/, 'origins with commas between them')
      .or(z.literal(''))
      .default(''),
    /** Topic that every alarm tells. Empty: alarms are seen by whoever looks at them in CloudWatch, and by nobody else. */
    alarmTopicArn: z
      .string()
      .regex(/^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+$/, 'the ARN of an SNS topic')
      .or(z.literal(''))
      .default(''),
    /** Address that every alarm is sent to; its owner has to confirm it once. */
    alarmEmail: z.email('an e-mail address').or(z.literal('')).default(''),
    /** Per cent of the files of an hour that may be refused before an alarm. */
    rejectedPercent: z.coerce.number().int().min(1).max(100).default(50),
    /** Hours without a stored article after which an alarm says so; 0: never. CloudWatch looks back a week at most. */
    silenceHours: z.coerce.number().int().min(0).max(168).default(0),
    /** Outlets that are watched, each with the hours after which its silence is told: `herald.example=24, The Post=6`. */
    outletSilence: z
      .string()
      .refine(
        (text) => readSilences(text) !== null,
        'at most 50 outlets, each once, with hours from 1 to 744: herald.example=24, The Post=6',
      )
      .default(''),
    /** US dollars a month, of the whole account, of which `alarmEmail` is told when they are nearly spent; 0: none. */
    budgetUsd: z.coerce.number().min(0).max(1_000_000).default(0),
    /** Whether there is a page of graphs; CloudWatch gives three for nothing. */
    dashboard: aSwitch(true),
    /** Whether X-Ray follows calls through the functions; paid by trace. */
    tracing: aSwitch(false),
  })
  .refine(({ budgetUsd, alarmEmail }) => budgetUsd === 0 || alarmEmail !== '', {
    path: ['budgetUsd'],
    message: 'somebody must be told: name an alarmEmail',
  })
  .refine(({ apiJwtIssuer, apiJwtAudience }) => (apiJwtIssuer === '') === (apiJwtAudience === ''), {
    path: ['apiJwtAudience'],
    message: 'issuer and audience go together',
  });

export type Settings = z.infer<typeof Settings>;

/** All that a deployment may choose, with what it is when nothing is said. */
export const SETTING_DEFAULTS: Settings = Settings.parse({});

export function readSettings(node: Node): Settings {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name)]));
  const result = Settings.safeParse(given);
  if (result.success) return consistent(result.data);
  throw wrong(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

function consistent(settings: Settings): Settings {
  const { rawDays, oldRawDays, rejectedDays, existingBucket } = settings;
  const kept = Object.entries({ rawDays, oldRawDays, rejectedDays }).filter(([, days]) => days > 0);
  if (existingBucket !== '' && kept.length > 0)
    throw wrong(kept.map(([name]) => `${name}: ${existingBucket} is yours, so its lifecycle rules are, too`));
  const idle = withoutCapacity(settings);
  if (idle.length > 0) throw wrong(idle.map((name) => `${name}: say tableCapacity=provisioned as well`));
  const tooLong = Object.entries({ oldRawDays, rejectedDays }).filter(([, days]) => rawDays > 0 && days > rawDays);
  if (tooLong.length === 0) return settings;
  throw wrong(
    tooLong.map(([name, days]) => `${name}: ${days} is more than rawDays (${rawDays}), after which every version goes`),
  );
}

function wrong(problems: readonly string[]): Error {
  return new Error(`CDK context is wrong. ${problems.join('; ')}`);
}

/** `production` //=> `Wirefold-production`; empty //=> `Wirefold` */
export function stackName(settings: Settings): string {
  return settings.stage === '' ? 'Wirefold' : `Wirefold-${settings.stage}`;
}
