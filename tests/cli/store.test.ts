import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endingOf } from '../../cli/explain-error.ts';
import { openStore } from '../../cli/store.ts';

const cloudFormation = mockClient(CloudFormationClient);
const s3 = mockClient(S3Client);
const HERE = { cwd: '/', base: '/' };
const UPLOAD = { key: 'incoming/a.txt', bytes: Buffer.from('text'), metadata: { url: 'https://a.example/1' } };

function stackWith(outputs: Readonly<Record<string, string>>): void {
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const described = {
    StackName: 'Wirefold',
    CreationTime: new Date(0),
    StackStatus: 'CREATE_COMPLETE' as const,
    Outputs,
  };
  cloudFormation.on(DescribeStacksCommand, { StackName: 'Wirefold' }).resolves({ Stacks: [described] });
}

beforeEach(() => {
  cloudFormation.reset();
  s3.reset();
  s3.on(PutObjectCommand).resolves({ VersionId: 'v7' });
});

describe('--store aws:STACK', () => {
  it('finds bucket and table by the outputs of the stack', async () => {
    stackWith({ BucketName: 'wirefold-1', TableName: 'table-1', QueueUrl: 'q' });
    const store = await openStore({ store: 'aws:Wirefold', region: 'eu-central-1' }, HERE);
    expect(await store.upload(UPLOAD)).toEqual({ versionId: 'v7' });
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'wirefold-1',
      Key: 'incoming/a.txt',
      Metadata: { url: 'https://a.example/1' },
    });
  });

  it('says so when the stack is somebody else’s, or does not exist', async () => {
    stackWith({ ApiUrl: 'https://api.example' });
    const other = await openStore({ store: 'aws:Wirefold' }, HERE).catch((error: unknown) => endingOf(error));
    expect(other).toMatchObject({ exitCode: 3, message: expect.stringContaining('not Wirefold') });
    const error = Object.assign(new Error('Stack with id Wirefold does not exist'), { name: 'ValidationError' });
    cloudFormation.on(DescribeStacksCommand).rejects(error);
    const none = await openStore({ store: 'aws:Wirefold' }, HERE).catch((thrown: unknown) => endingOf(thrown));
    expect(none).toMatchObject({ exitCode: 3, message: expect.stringContaining('does not exist') });
  });
});

describe('what the SDK says in words of its own', () => {
  it.each([
    ['Region is missing', 'Error', /--region/],
    ['Region not accepted: region="no where" is not a valid hostname component.', 'Error', /no AWS region/],
    ['getaddrinfo ENOTFOUND cloudformation.eu-nowhere-9.amazonaws.com', 'Error', /cannot be reached/],
    ['Could not load credentials from any providers', 'CredentialsProviderError', /--profile/],
    ['The security token included in the request is invalid', 'InvalidClientTokenId', /does not know/],
  ])('“%s” becomes what happened and what to do', async (said, name, message) => {
    cloudFormation.on(DescribeStacksCommand).rejects(Object.assign(new Error(said), { name }));
    const ending = await openStore({ store: 'aws:Wirefold' }, HERE).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 1, message: expect.stringMatching(message) });
  });
});

describe('--store local', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wirefold-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the local run of the package’s folder, or of the folder where the user stands', async () => {
    mkdirSync(join(folder, '.wirefold'));
    const run = {
      endpoints: { s3: 'http://127.0.0.1:1', sqs: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:1' },
      outputs: { BucketName: 'wirefold-local', TableName: 'table' },
    };
    writeFileSync(join(folder, '.wirefold/local.json'), JSON.stringify(run));
    for (const place of [
      { cwd: folder, base: '/' },
      { cwd: '/', base: folder },
    ]) {
      await (await openStore({ store: 'local' }, place)).upload(UPLOAD);
    }
    const buckets = s3.commandCalls(PutObjectCommand).map((call) => call.args[0].input.Bucket);
    expect(buckets).toEqual(['wirefold-local', 'wirefold-local']);
  });

  it('is named by the folder of its state, too', async () => {
    mkdirSync(join(folder, 'state'));
    const run = {
      endpoints: { s3: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:1' },
      outputs: { BucketName: 'wirefold-elsewhere', TableName: 'table' },
    };
    writeFileSync(join(folder, 'state/local.json'), JSON.stringify(run));
    await (await openStore({ store: 'local:state' }, { cwd: '/', base: folder })).upload(UPLOAD);
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input.Bucket).toBe('wirefold-elsewhere');
    const none = await openStore({ store: 'local:nowhere' }, { cwd: '/', base: folder }).catch((error: unknown) =>
      endingOf(error),
    );
    expect(none).toMatchObject({ exitCode: 1, message: expect.stringContaining(`--state ${join(folder, 'nowhere')}`) });
  });

  it('says how to begin where there is none', async () => {
    const ending = await openStore({ store: 'local' }, { cwd: folder, base: folder }).catch((error: unknown) =>
      endingOf(error),
    );
    expect(ending).toMatchObject({ exitCode: 1, message: expect.stringContaining('npm start') });
  });
});
