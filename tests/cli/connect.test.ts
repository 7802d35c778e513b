/** `wirefold connect`, and what it asks of a bucket that was there before: what others hear stays, what is missing is said in words. */
import {
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { connect } from '../../cli/commands/connect.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { type BucketWiring, isHeard, remoteWiring, withQueue } from '../../shared/aws/bucket-wiring.ts';
import { anIo } from './fake-io.ts';

const QUEUE = 'arn:aws:sqs:eu-central-1:123456789012:Wirefold-Queue';
const rule = (QueueArn: string, Events: readonly string[], prefix: string | null) => ({
  QueueArn,
  Events: Events.map((event) => `s3:Object${event}` as 's3:ObjectCreated:*'),
  ...(prefix === null ? {} : { Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: prefix }] } } }),
});
const BOTH = ['Created:*', 'Removed:*'];

describe('a bucket', () => {
  it.each([
    ['with one rule for both', [rule(QUEUE, BOTH, 'incoming/')], true],
    ['with a rule for each', BOTH.map((event) => rule(QUEUE, [event], 'incoming/')), true],
    ['that tells of everything', [rule(QUEUE, BOTH, null)], true],
    ['that tells nobody', [], false],
    ['that tells another queue', [rule(`${QUEUE}2`, BOTH, 'incoming/')], false],
    ['that tells of uploads only', [rule(QUEUE, ['Created:*'], 'incoming/')], false],
    ['that tells of some uploads only', [rule(QUEUE, BOTH, 'incoming/herald/')], false],
  ])('%s is heard or not', (_, QueueConfigurations, expected) => {
    expect(isHeard({ QueueConfigurations }, QUEUE)).toBe(expected);
    expect(isHeard(withQueue({ QueueConfigurations }, QUEUE), QUEUE)).toBe(true);
  });

  it('goes on telling others', () => {
    const others = { EventBridgeConfiguration: {}, QueueConfigurations: [rule(`${QUEUE}2`, BOTH, 'logs/')] };
    const { EventBridgeConfiguration, QueueConfigurations = [] } = withQueue(others, QUEUE);
    expect([EventBridgeConfiguration, QueueConfigurations[0], QueueConfigurations.length]).toEqual([
      {},
      others.QueueConfigurations[0],
      2,
    ]);
  });
});

describe('what is asked of S3', () => {
  const s3 = mockClient(S3Client);
  const at = { region: 'eu-central-1', profile: null, endpoints: null };
  const told = (Status: 'Enabled' | 'Suspended', QueueConfigurations: readonly ReturnType<typeof rule>[]) => {
    s3.reset();
    s3.on(GetBucketVersioningCommand).resolves({ Status });
    s3.on(GetBucketNotificationConfigurationCommand).resolves({ QueueConfigurations: [...QueueConfigurations] });
    s3.on(PutBucketNotificationConfigurationCommand).resolves({});
    return remoteWiring('news-raw', QUEUE, at);
  };
  const written = () => s3.commandCalls(PutBucketNotificationConfigurationCommand).map(({ args }) => args[0].input);

  it('is to add one rule to those that are there, once', async () => {
    const other = rule(`${QUEUE}2`, BOTH, 'logs/');
    expect(await told('Enabled', [other]).connect()).toBe(true);
    const [added] = written().map(({ NotificationConfiguration }) => NotificationConfiguration?.QueueConfigurations);
    expect(added).toMatchObject([other, { QueueArn: QUEUE, Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] }]);
    expect(await told('Enabled', added?.map((one) => one as typeof other) ?? []).connect()).toBe(false);
    expect(written()).toEqual([]);
  });

  it('is what is wrong, in words, and nothing when all is well', async () => {
    expect(await told('Enabled', [rule(QUEUE, BOTH, 'incoming/')]).problems()).toEqual([]);
    expect(await told('Suspended', []).problems()).toEqual([
      expect.stringContaining('wirefold connect'),
      expect.stringContaining('aws s3api put-bucket-versioning --bucket news-raw'),
    ]);
  });
});

async function connecting(more: Partial<BucketWiring>) {
  const io = anIo();
  const wiring = { isVersioned: async () => true, connect: async () => true, problems: async () => [], ...more };
  const ended = await connect('news-raw', wiring, io).catch((error: unknown) => endingOf(error));
  return { ended, out: io.out() };
}
const refused = (message: string) => async () => Promise.reject(new Error(message));

describe('wirefold connect', () => {
  it('says what happens from now on, and that it was so already', async () => {
    expect(await connecting({})).toMatchObject({ ended: 0, out: expect.stringContaining('from now on') });
    expect((await connecting({ connect: async () => false })).out).toBe('news-raw tells the queue already.\n');
  });

  it.each([
    [
      'a bucket without versions',
      { isVersioned: async () => false },
      'aws s3api put-bucket-versioning --bucket news-raw',
    ],
    [
      'a rule in the way',
      { connect: refused('Configurations overlap. overlapping suffixes') },
      'another rule of the bucket',
    ],
    [
      'a queue that is shut',
      { connect: refused('Unable to validate the following destination configurations') },
      'existingBucket=BUCKET',
    ],
  ])('says what to do about %s', async (_, more, says) => {
    expect((await connecting(more)).ended).toMatchObject({ exitCode: 1, message: expect.stringContaining(says) });
  });
});
