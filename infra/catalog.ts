/**
 * What Athena knows of the archive: a table over the files, and the view that people ask. Promise: made of the one list of columns;
 * a new day needs no registration, because partitions are calculated from the calendar.
 */
import { Aws } from 'aws-cdk-lib';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ARCHIVE_COLUMNS, type ColumnType, DAY_COLUMN } from '../shared/core/archive/columns.ts';
import { ARTICLES_PREFIX, FIRST_DAY } from '../shared/core/archive/day.ts';
import { ARTICLES_VIEW, ROWS_TABLE, VIEW_COLUMNS, VIEW_SQL } from '../shared/core/archive/sql.ts';
import type { Parts } from './parts.ts';
import { stackName } from './settings.ts';
import { workgroup } from './workgroup.ts';

const HIVE_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  texts: 'array<string>',
  whole: 'int',
  instant: 'timestamp',
  flag: 'boolean',
};
/** As Athena's own engine calls them, in the text of a view. */
const ENGINE_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  texts: 'array(varchar)',
  whole: 'integer',
  instant: 'timestamp(3)',
  flag: 'boolean',
};
const DAY: { readonly name: string; readonly type: ColumnType } = { name: DAY_COLUMN, type: 'text' };

/** Names to ask by. */
export function addCatalog(
  scope: Construct,
  bucket: Bucket,
  { settings, key }: Pick<Parts, 'settings' | 'key'>,
): { readonly workgroup: string; readonly database: string } {
  const stack = stackName(settings);
  const name = stack.toLowerCase().replaceAll('-', '_');
  const database = new CfnDatabase(scope, 'ArchiveDatabase', {
    catalogId: Aws.ACCOUNT_ID,
    databaseInput: { name, description: 'Wirefold: archived articles' },
  });
  const rows = rowsTable(scope, name, bucket);
  const view = articlesView(scope, name);
  rows.addResourceDependency(database);
  view.addResourceDependency(rows);
  return { workgroup: workgroup(scope, `${stack}-archive`, bucket, settings, key), database: name };
}

function rowsTable(scope: Construct, databaseName: string, bucket: Bucket): CfnTable {
  const location = bucket.s3UrlForObject(ARTICLES_PREFIX);
  const folder = ['day=$', '{day}/'].join('');
  return new CfnTable(scope, 'ArchiveRows', {
    catalogId: Aws.ACCOUNT_ID,
    databaseName,
    tableInput: {
      name: ROWS_TABLE,
      description: 'Every row of every file; older ones and repeats among them. Ask the view articles instead',
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: [
        { name: DAY_COLUMN, type: 'string', comment: 'day of sort_utc; 2015-01-01 also holds what is older' },
      ],
      parameters: {
        EXTERNAL: 'TRUE',
        classification: 'parquet',
        'projection.enabled': 'true',
        'projection.day.type': 'date',
        'projection.day.format': 'yyyy-MM-dd',
        'projection.day.interval': '1',
        'projection.day.interval.unit': 'DAYS',
        'projection.day.range': `${FIRST_DAY},NOW+2DAYS`,
        'storage.location.template': `${location}${folder}`,
      },
      storageDescriptor: {
        location,
        columns: ARCHIVE_COLUMNS.map(({ name, type, says }) => ({ name, type: HIVE_TYPES[type], comment: says })),
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      },
    },
  });
}

/** A view of Athena's is a table of the catalog whose text is its definition, as JSON in Base64. */
function articlesView(scope: Construct, databaseName: string): CfnTable {
  const columns = VIEW_COLUMNS.map((wanted) => [DAY, ...ARCHIVE_COLUMNS].find(({ name }) => name === wanted) ?? DAY);
  const definition = {
    originalSql: VIEW_SQL,
    catalog: 'awsdatacatalog',
    schema: databaseName,
    columns: columns.map(({ name, type }) => ({ name, type: ENGINE_TYPES[type] })),
  };
  const text = Buffer.from(JSON.stringify(definition)).toString('base64');
  return new CfnTable(scope, 'ArchiveArticles', {
    catalogId: Aws.ACCOUNT_ID,
    databaseName,
    tableInput: {
      name: ARTICLES_VIEW,
      description: 'One row an article, as it is now; without what is withheld, embargoed or gone',
      tableType: 'VIRTUAL_VIEW',
      parameters: { presto_view: 'true', comment: 'Presto View' },
      partitionKeys: [],
      storageDescriptor: {
        location: '',
        columns: columns.map(({ name, type }) => ({ name, type: HIVE_TYPES[type] })),
        serdeInfo: {},
      },
      viewOriginalText: `/* Presto View: ${text} */`,
      viewExpandedText: '/* Presto View */',
    },
  });
}
