/** `wirefold doctor`: what is wrong is said with what to do; what cannot be looked at is never taken for well. */
import { describe, expect, it } from 'vitest';
import { doctor } from '../../cli/commands/doctor.ts';
import { inWords } from '../../cli/doctor-ports.ts';
import { EXIT } from '../../cli/exit.ts';
import { functionQueries, metricInput, oldestQuery } from '../../shared/aws/watch-requests.ts';
import type { DoctorPorts } from '../../shared/pipeline/doctor.ts';
import type { Watch } from '../../shared/pipeline/watch-ports.ts';
import { anIo, jsonLines } from './fake-io.ts';

const counts = (count: number) => ({ count: async () => count });
const HEALTHY: Watch = {
  functions: async () => [{ role: 'Group', errors: 0, throttles: 0, behindMs: 12 }],
  oldestUploadS: async () => 30,
  alarms: async () => [],
};

function ports(more: Partial<DoctorPorts> = {}, watch: Partial<Watch> = {}): DoctorPorts {
  return {
    queues: { incoming: { send: async () => {}, waiting: async () => 3 }, uploads: counts(0), stream: counts(0) },
    table: { query: async () => [], get: async () => null },
    bucket: async () => [],
    wiring: async () => [],
    watched: [],
    clock: () => '2026-03-02T12:00:00.000Z',
    watch: { ...HEALTHY, ...watch },
    inWords,
    ...more,
  };
}

async function examined(all: DoctorPorts) {
  const io = anIo();
  const exitCode = await doctor({ json: true }, all, io);
  const verdicts = jsonLines(io.out()).map(Object);
  return { exitCode, err: io.err(), verdicts, bad: verdicts.filter(({ verdict }) => verdict !== 'well') };
}

describe('doctor', () => {
  it('says that all is well, and looks at ten things', async () => {
    const { exitCode, err, verdicts, bad } = await examined(ports());
    expect([exitCode, err, bad]).toEqual([EXIT.ok, 'All is well.\n', []]);
    expect(verdicts).toHaveLength(10);
  });

  it('leaves out, of a local run, what nobody measures there', async () => {
    const { exitCode, verdicts } = await examined(ports({ watch: null }));
    expect([exitCode, verdicts.length]).toEqual([EXIT.ok, 5]);
  });

  const figures = (more: object) => ({
    functions: async () => [{ role: 'Group', errors: 0, throttles: 0, behindMs: null, ...more }],
  });
  it.each([
    ['dead uploads', { queues: { ...ports().queues, uploads: counts(2) } }, {}, /2 dead letters. Why: wirefold failed/],
    ['dead changes of rows', { queues: { ...ports().queues, stream: counts(1) } }, {}, /1 dead letter\b/],
    ['oldest upload', {}, { oldestUploadS: async () => 1_800 }, /waited 30 minutes: Ingest fails, or/],
    ['errors of functions', {}, figures({ errors: 4 }), /Group: 4 within the hour/],
    ['throttling', {}, figures({ throttles: 1 }), /Group: 1 .*lower maxConcurrency/],
    ['lag behind the stream', {}, figures({ behindMs: 3_600_001 }), /Group is over an hour behind/],
    [
      'bucket',
      { wiring: async () => ['It tells nobody of uploads: wirefold connect'] },
      {},
      /tells nobody.*wirefold connect/,
    ],
    [
      'watched outlets',
      { watched: [{ outlet: 'herald.example', hours: 6 }] },
      {},
      /silent since herald.example: never \(may be silent for 6 h\)/,
    ],
    ['alarms', {}, { alarms: async () => [{ name: 'Backlog', says: 'Uploads wait.' }] }, /Backlog: Uploads wait\./],
  ])('tells of %s, and what to do', async (what, more, watch, says) => {
    const { exitCode, bad, err } = await examined(ports(more, watch));
    expect(exitCode).toBe(EXIT.someFailed);
    expect(bad).toEqual([{ what, verdict: 'wrong', says: expect.stringMatching(says) }]);
    expect(err).toMatch(says);
  });

  it('names the right that is missing, and goes on with the rest', async () => {
    const refused = new Error(
      'User: arn:x is not authorized to perform: cloudwatch:GetMetricData because no policy allows it',
    );
    const fails = async () => Promise.reject(refused);
    const { exitCode, bad, verdicts } = await examined(ports({}, { oldestUploadS: fails }));
    expect([exitCode, verdicts.length]).toEqual([EXIT.someFailed, 10]);
    expect(bad).toEqual([
      {
        what: 'oldest upload',
        verdict: 'unknown',
        says: expect.stringContaining('lack the right cloudwatch:GetMetricData'),
      },
    ]);
  });
});

describe('what CloudWatch is asked', () => {
  const outputs = {
    QueueUrl: 'https://sqs/1/the-queue',
    TableName: 't',
    IngestFunctionName: 'f-ingest',
    GroupFunctionName: 'f-group',
  };

  it('is about each function of the outputs, within the hour', () => {
    const asked = functionQueries(outputs);
    expect(asked.functions.map(({ role }) => role)).toEqual(['Ingest', 'Group']);
    const metrics = asked.queries.map(({ Id, MetricStat }) => [
      Id,
      MetricStat?.Metric?.MetricName,
      MetricStat?.Metric?.Dimensions?.[0]?.Value,
    ]);
    expect(metrics.slice(3)).toEqual([
      ['errors1', 'Errors', 'f-group'],
      ['throttles1', 'Throttles', 'f-group'],
      ['most1', 'IteratorAge', 'f-group'],
    ]);
    const { StartTime, EndTime } = metricInput(asked, new Date('2026-01-01T01:00:00Z'));
    expect([StartTime?.toISOString(), EndTime?.toISOString()]).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T01:00:00.000Z',
    ]);
  });

  it('is how old the oldest message of the queue is', () => {
    expect(oldestQuery(outputs).queries[0]?.MetricStat?.Metric).toMatchObject({
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: 'the-queue' }],
    });
  });
});
