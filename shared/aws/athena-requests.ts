/** Questions in, inputs of Athena's commands out, and its answers as plain rows: pure data, testable without a network. */
import type { ColumnInfo, Row, StartQueryExecutionCommandInput } from '@aws-sdk/client-athena';
import { instantText } from '../core/archive/instant.ts';
import { type Question, textLiteral } from '../core/archive/sql.ts';
import type { SqlValue } from '../pipeline/sql-engine.ts';

export interface AthenaNames {
  readonly workgroup: string;
  readonly database: string;
}

/** Where results go and how much may be read is the workgroup's to say. */
export function startInput({ sql, parameters }: Question, names: AthenaNames): StartQueryExecutionCommandInput {
  return {
    QueryString: sql,
    WorkGroup: names.workgroup,
    QueryExecutionContext: { Database: names.database },
    ...(parameters.length === 0 ? {} : { ExecutionParameters: parameters.map(textLiteral) }),
  };
}

const NUMBERS: readonly string[] = ['tinyint', 'smallint', 'integer', 'double', 'float', 'real'];

/** Athena gives everything as text; what is no number or truth value stays so, lists included. */
export function plainValue(text: string | undefined, { Type }: ColumnInfo): SqlValue {
  if (text === undefined) return null;
  if (Type === 'boolean') return text === 'true';
  if (Type === 'timestamp') return instantText(text);
  if (Type === 'bigint') return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  return NUMBERS.includes(Type ?? '') ? Number(text) : text;
}

export function rowOf({ Data = [] }: Row, columns: readonly ColumnInfo[]): readonly SqlValue[] {
  return columns.map((column, at) => plainValue(Data[at]?.VarCharValue, column));
}
