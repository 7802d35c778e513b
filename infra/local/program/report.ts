/** What the local run tells a person: what is in the table now, where everything listens, and how to go on. */
import path from 'node:path';
import { articleTable } from '../../../cli/output/articles.ts';
import { visible } from '../../../cli/output/visible.ts';
import { objectName } from '../../../shared/core/container-keys.ts';
import { listArticles, listRejected, type QueryPorts } from '../../../shared/pipeline/query.ts';
import type { LocalStack } from '../types.ts';

/** Rows shown; `wirefold list` shows the rest. */
const SHOWN = 40;

export async function tableReport(query: QueryPorts, columns: number): Promise<string> {
  const stored = await listArticles({ limit: SHOWN, cursor: null }, query);
  const rejected = await listRejected({ limit: SHOWN, cursor: null }, query);
  const more =
    stored.cursor === null ? '' : `\n(the ${SHOWN} newest; all of them: npm run -s wirefold -- list -n 1000)`;
  const refused = rejected.items.map((item) => visible(`  ${objectName(item)}  ${item.code}: ${item.message}`));
  const table =
    stored.items.length === 0
      ? 'No articles yet.'
      : articleTable(stored.items, columns, new Date().toISOString()).join('\n');
  const legend =
    stored.items.length === 0 ? '' : '\n(Published: UTC where the page states its zone, else as printed, with a ?)';
  return `${table}${legend}${more}${refused.length === 0 ? '' : `\n\nRefused, with the reason:\n${refused.join('\n')}`}`;
}

export function howToGoOn(stack: LocalStack, inboxDir: string, cwd: string): string {
  const { BucketName: bucket = '', TableName: table = '' } = stack.outputs;
  const { s3, dynamodb, sqs, api } = stack.endpoints;
  const inbox = path.relative(cwd, inboxDir) || '.';
  return `Listening   S3 ${s3}   SQS ${sqs}   DynamoDB ${dynamodb}   HTTP API ${api}
Bucket      ${bucket}
Table       ${table}

How to go on, from another terminal:
  drop a file          cp article.html ${inbox}/
  or put it            npm run -s wirefold -- add article.html
  or with the AWS CLI  aws s3 cp article.html s3://${bucket}/incoming/ --endpoint-url ${s3}
  list records         npm run -s wirefold -- list
  read one             npm run -s wirefold -- show ID
  or over HTTP         curl '${api}/articles?limit=3' (described at ${api}/openapi.json)
  query the table      aws dynamodb query --endpoint-url ${dynamodb} --table-name ${table} \\
                         --key-condition-expression 'pk = :id' \\
                         --expression-attribute-values '{":id":{"S":"art#ID"}}'
The AWS CLI takes any credentials here: AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1

Watching ${inbox}/ … Ctrl-C stops everything; the state stays for the next start.`;
}
