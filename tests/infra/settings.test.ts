import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readSettings, SETTING_DEFAULTS, stackName } from '../../infra/settings.ts';

/** Tables of the README and of the operating guide: a name or several in the first cell, its default or theirs in the second. */
const TEXTS = ['README.md', 'OPERATING.md'].map((name) =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
);
const TABLES = [...TEXTS.join('\n').matchAll(/<!-- settings -->([\s\S]*?)<!-- \/settings -->/g)].map(
  ([, table = '']) => table,
);
const LISTED = TABLES.flatMap((table) => table.split('\n')).flatMap((line) => {
  const [, names = '', defaults = ''] = line.split('|');
  const values = defaults.split(',').map((value) => value.replace(/\(.*?\)/g, '').trim());
  return [...names.matchAll(/`(\w+)`/g)].map(([, name = ''], at) => [name, values[at] ?? values[0] ?? ''] as const);
});
/** An empty text is written as "none". */
const written = (value: unknown) => (value === '' ? 'none' : String(value));

const read = (context: Record<string, unknown>) => readSettings(new App({ context }).node);

describe('what a deployment may choose', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      stage: '',
      existingBucket: '',
      kmsKey: '',
      apiCorsOrigins: '',
      apiJwtAudience: '',
      apiJwtIssuer: '',
      apiPerSecond: 50,
      logRetentionDays: 30,
      rawDays: 0,
      oldRawDays: 0,
      rejectedDays: 0,
      maxConcurrency: 10,
      tableCapacity: 'onDemand',
      tableWriteUnits: '5-1000',
      tableReadUnits: '5-500',
      tableUtilization: 70,
      settleReadUnits: 500,
      settleHour: 3,
      ingestMemoryMib: 2048,
      settleMemoryMib: 2048,
      languages: '',
      archive: true,
      archiveMinutes: 10,
      archiveColdDays: 0,
      archiveDays: 0,
      queryGib: 100,
      alarmTopicArn: '',
      alarmEmail: '',
      rejectedPercent: 50,
      silenceHours: 0,
      outletSilence: '',
      budgetUsd: 0,
      dashboard: true,
      tracing: false,
    });
  });

  it('takes numbers as the command line gives them, as text', () => {
    expect(read({ logRetentionDays: '7', maxConcurrency: '2' })).toMatchObject({
      logRetentionDays: 7,
      maxConcurrency: 2,
    });
  });

  it.each([
    ['stage', 'Live stage'],
    ['logRetentionDays', '8'],
    ['rawDays', 'a week'],
    ['rawDays', -1],
    ['oldRawDays', 40_000],
    ['maxConcurrency', 1],
    ['ingestMemoryMib', 128],
    ['settleMemoryMib', 512],
    ['tableCapacity', 'reserved'],
    ['tableWriteUnits', '1000'],
    ['tableWriteUnits', '20-10'],
    ['tableReadUnits', '0-10'],
    ['tableUtilization', 95],
    ['settleHour', 24],
    ['languages', 'english'],
    ['languages', 'en, en'],
    ['alarmTopicArn', 'on-call'],
    ['alarmEmail', 'on call'],
    ['silenceHours', 169],
    ['outletSilence', 'herald.example'],
    ['tracing', 'perhaps'],
    ['budgetUsd', 20],
    ['existingBucket', 'News_Raw'],
    ['kmsKey', 'alias/news'],
    ['kmsKey', 'arn:aws:kms:eu-central-1:123456789012:alias/news'],
  ])('names %s when its value is wrong', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`CDK context is wrong. ${name}`));
  });

  it('will not keep old versions for longer than the uploads that they belong to', () => {
    expect(() => read({ rawDays: 30, oldRawDays: 31 })).toThrow(/oldRawDays: 31 is more than rawDays \(30\)/);
    expect(read({ rawDays: 0, oldRawDays: 31 })).toMatchObject({ oldRawDays: 31 });
    expect(() => read({ rawDays: 30, rejectedDays: 31 })).toThrow(/rejectedDays: 31 is more than rawDays \(30\)/);
  });

  it('takes units of the table only where they are to stand ready', () => {
    expect(() => read({ tableWriteUnits: '20-400' })).toThrow(/tableWriteUnits: say tableCapacity=provisioned as well/);
    expect(read({ tableCapacity: 'provisioned', tableWriteUnits: '20-400' })).toMatchObject({ tableUtilization: 70 });
  });

  it('names the stack after the stage', () => {
    expect(stackName(read({}))).toBe('Wirefold');
    expect(stackName(read({ stage: 'production' }))).toBe('Wirefold-production');
  });
});

describe('the README and the operating guide', () => {
  it('list every setting with its default, and no other', () => {
    const schema = Object.entries(SETTING_DEFAULTS).map(([name, value]) => [name, written(value)] as const);
    expect(Object.fromEntries(LISTED)).toEqual(Object.fromEntries(schema));
  });
});
