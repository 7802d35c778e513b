/**
 * May a role do this? In: what is asked, and the role's statements. Out: yes or no, as IAM decides within one account for a role without
 * boundaries: no statement denies it and one allows it. Promise: an operator that is not known is an error, never a yes.
 */
import { matches } from './pattern.ts';
import type { Condition, Statement } from './statement.ts';

export interface AccessRequest {
  /** `dynamodb:PutItem` */
  readonly action: string;
  readonly resource: string;
  /** Condition keys that this request has, with all their values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export function isAllowed(asked: AccessRequest, statements: readonly Statement[]): boolean {
  const about = statements.filter((statement) => applies(statement, asked));
  return about.some(({ effect }) => effect === 'Allow') && !about.some(({ effect }) => effect === 'Deny');
}

function applies({ actions, resources, conditions }: Statement, asked: AccessRequest): boolean {
  const action = asked.action.toLowerCase();
  return (
    actions.some((pattern) => matches(pattern.toLowerCase(), action)) &&
    resources.some((pattern) => matches(pattern, asked.resource)) &&
    conditions.every((condition) => holds(condition, asked))
  );
}

type Compare = (wanted: string, value: string) => boolean;

const COMPARE: Readonly<Record<string, Compare>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};

function holds({ operator, key, values }: Condition, { context }: AccessRequest): boolean {
  const [name = '', set = ''] = operator.split(':').reverse();
  const compare = COMPARE[name];
  if (compare === undefined || !['', 'ForAllValues', 'ForAnyValue'].includes(set))
    throw new Error(`not emulated: the condition ${operator}`);
  const given = context[key] ?? [];
  const fits = (value: string): boolean => values.some((wanted) => compare(wanted, value));
  // As in IAM: "for all" holds when the request has no such value.
  return set === 'ForAllValues' ? given.every(fits) : given.some(fits);
}
