/** Questions about the archive on Athena. Promise: every wait is bounded; a query that nobody waits for any more is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AthenaClient,
  type AthenaClientConfig,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
  type QueryExecution,
  type Row,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { type SqlAnswer, type SqlEngine, SqlError, type SqlValue } from '../pipeline/sql-engine.ts';
import { type AthenaNames, rowOf, startInput } from './athena-requests.ts';

/** The longest that anybody waits at a terminal; Athena itself stops after half an hour. */
const PATIENCE_MS = 300_000;
/** First and longest pause between two looks: most queries take one to three seconds. */
const POLL_MS = 250;
const POLL_MOST_MS = 2_000;
/** Athena gives no more rows at a time. */
const PAGE_ROWS = 1_000;

export function athenaEngine(config: AthenaClientConfig, names: AthenaNames): SqlEngine {
  const client = new AthenaClient(config);
  return {
    async ask(question, mostRows) {
      const { QueryExecutionId } = await client.send(new StartQueryExecutionCommand(startInput(question, names)));
      const id = QueryExecutionId ?? '';
      const execution = await ended(client, id);
      return {
        ...(await results(client, id, mostRows)),
        scannedBytes: execution.Statistics?.DataScannedInBytes ?? null,
      };
    },
    close: () => client.destroy(),
  };
}

async function ended(client: AthenaClient, id: string): Promise<QueryExecution> {
  for (let waited = 0, pause = POLL_MS; waited < PATIENCE_MS; waited += pause) {
    const { QueryExecution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const state = QueryExecution?.Status?.State;
    if (state === 'SUCCEEDED' && QueryExecution !== undefined) return QueryExecution;
    if (state === 'FAILED' || state === 'CANCELLED') {
      throw new SqlError(QueryExecution?.Status?.StateChangeReason ?? `The query ended as ${state.toLowerCase()}.`);
    }
    await sleep(pause);
    pause = Math.min(POLL_MOST_MS, pause * 2);
  }
  await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
  throw new SqlError(`The query took longer than ${PATIENCE_MS / 60_000} minutes and was stopped. Bound it by day.`);
}

async function results(client: AthenaClient, id: string, mostRows: number): Promise<Omit<SqlAnswer, 'scannedBytes'>> {
  const rows: (readonly SqlValue[])[] = [];
  let columns: readonly string[] = [];
  let NextToken: string | undefined;
  do {
    const request = { QueryExecutionId: id, MaxResults: PAGE_ROWS, ...(NextToken === undefined ? {} : { NextToken }) };
    const answer: GetQueryResultsCommandOutput = await client.send(new GetQueryResultsCommand(request));
    const info = answer.ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
    const isFirst = NextToken === undefined;
    columns = info.map(({ Name }) => Name ?? '');
    const page = answer.ResultSet?.Rows ?? [];
    const body = isFirst && isHeader(page[0], columns) ? page.slice(1) : page;
    rows.push(...body.map((row) => rowOf(row, info)));
    NextToken = answer.NextToken;
  } while (NextToken !== undefined && rows.length <= mostRows);
  return { columns, rows: rows.slice(0, mostRows), more: rows.length > mostRows };
}

/** The first row of a query's results are the names of its columns; what SHOW and DESCRIBE answer has none. */
function isHeader(row: Row | undefined, columns: readonly string[]): boolean {
  return row !== undefined && columns.every((name, at) => row.Data?.[at]?.VarCharValue === name);
}
