/** Questions on Athena: bound parameters, its workgroup, its answers as plain values, bounded waits. */
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { athenaEngine } from '../../../shared/aws/athena.ts';
import { startInput } from '../../../shared/aws/athena-requests.ts';
import { searchQuestion } from '../../../shared/core/archive/sql.ts';

const athena = mockClient(AthenaClient);
const names = { workgroup: 'Wirefold-archive', database: 'wirefold' };
const engine = athenaEngine({ region: 'us-east-1' }, names);
const ask = (mostRows = 10) => engine.ask({ sql: 'select 1', parameters: [] }, mostRows);

beforeEach(() => {
  athena.reset();
  athena.on(StartQueryExecutionCommand).resolves({ QueryExecutionId: 'q1' });
  const Statistics = { DataScannedInBytes: 12_345 };
  athena.on(GetQueryExecutionCommand).resolves({ QueryExecution: { Status: { State: 'SUCCEEDED' }, Statistics } });
});

function page(columns: readonly (readonly [string, string])[], rows: readonly (readonly (string | undefined)[])[]) {
  const ColumnInfo = columns.map(([Name, Type]) => ({ Name, Type }));
  const Rows = rows.map((row) => ({ Data: row.map((text) => (text === undefined ? {} : { VarCharValue: text })) }));
  return { ResultSet: { ResultSetMetadata: { ColumnInfo }, Rows } };
}

describe('a question to Athena', () => {
  it('goes to the workgroup, with what was typed as literals beside the text', () => {
    const search = { phrase: "It's ON; --", from: '2026-01-02', to: null, outlet: null, limit: 7 };
    const input = startInput(searchQuestion(search), names);
    expect(input.WorkGroup).toBe('Wirefold-archive');
    expect(input.QueryExecutionContext).toEqual({ Database: 'wirefold' });
    expect(input.QueryString).not.toMatch(/it's|2026/i);
    expect(input.ExecutionParameters).toEqual([
      "'it''s on; --'",
      "'it''s on; --'",
      "'2026-01-02'",
      "'2026-01-02 00:00:00'",
    ]);
    expect(startInput({ sql: 'select 1', parameters: [] }, names)).not.toHaveProperty('ExecutionParameters');
  });

  it('has the answer as plain values, without the row of names, and what was read for it', async () => {
    const columns = [
      ['id', 'varchar'],
      ['words', 'integer'],
      ['gone', 'boolean'],
      ['sort_utc', 'timestamp'],
      ['n', 'bigint'],
    ] as const;
    const rows = [
      columns.map(([name]) => name),
      ['a', '7', 'true', '2026-01-02 03:04:05.600', '9007199254740993'],
      [undefined, undefined, 'false', undefined, '3'],
    ];
    athena.on(GetQueryResultsCommand).resolves(page(columns, rows));
    expect(await ask()).toEqual({
      columns: ['id', 'words', 'gone', 'sort_utc', 'n'],
      rows: [
        ['a', 7, true, '2026-01-02T03:04:05.600Z', '9007199254740993'],
        [null, null, false, null, 3],
      ],
      more: false,
      scannedBytes: 12_345,
    });
  });

  it('is read page by page, no further than was asked for', async () => {
    const columns = [['id', 'varchar']] as const;
    athena
      .on(GetQueryResultsCommand)
      .resolvesOnce({ ...page(columns, [['id'], ['a']]), NextToken: 't' })
      .resolvesOnce({ ...page(columns, [['id'], ['c']]), NextToken: 'u' });
    expect(await ask(2)).toMatchObject({ rows: [['a'], ['id']], more: true });
    expect(athena.commandCalls(GetQueryResultsCommand)).toHaveLength(2);
  });

  it('keeps the first row of an answer that has no names', async () => {
    athena.on(GetQueryResultsCommand).resolves(page([['field', 'string']], [['id	varchar'], ['mark	varchar']]));
    expect((await ask()).rows).toHaveLength(2);
  });

  it('that fails says why', async () => {
    const Status = { State: 'FAILED', StateChangeReason: 'line 1:8: Column x cannot be resolved' } as const;
    athena.on(GetQueryExecutionCommand).resolves({ QueryExecution: { Status } });
    await expect(ask()).rejects.toMatchObject({ name: 'SqlError', message: /cannot be resolved/ });
  });
});
