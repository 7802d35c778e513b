/** A long queue of the local run costs no more for each message than a short one: no statement walks through what is waiting. */
import { describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { type Database, openDatabase, textOf } from '../../infra/local/database.ts';
import { openMessages } from '../../infra/local/sqs/messages.ts';
import { openQueues } from '../../infra/local/sqs/queues.ts';

/** The same database, and all that it was asked. */
function watched(db: Database): { readonly db: Database; readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  const noting = (sql: string) => {
    asked.add(sql);
    return sql;
  };
  return {
    asked,
    db: {
      ...db,
      run: (sql, ...values) => db.run(noting(sql), ...values),
      get: (sql, ...values) => db.get(noting(sql), ...values),
      all: (sql, ...values) => db.all(noting(sql), ...values),
    },
  };
}

/** How SQLite finds the rows: by which columns of which index. */
function plansOf(sql: string, db: Database): readonly string[] {
  const unknown = [...sql.matchAll(/\?/g)].map(() => 0);
  return db.all(`EXPLAIN QUERY PLAN ${sql}`, ...unknown).map((row) => textOf(row, 'detail'));
}

const WALKS = /^SCAN|\(queue=\?\)$/;

describe('a queue of the local run', () => {
  it('takes, hides, gives back and gives up messages by their place in an index, however many wait', () => {
    const inner = openDatabase(':memory:');
    const { db, asked } = watched(inner);
    let now = 0;
    const queues = openQueues(inner);
    const messages = openMessages(db, queues, makeBell(), () => now);
    queues.create('dead', {});
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead',
      maxReceiveCount: 1,
    });
    queues.create('incoming', { VisibilityTimeout: '30', RedrivePolicy });
    for (const body of ['one', 'two', 'three']) messages.send('incoming', body);
    const [one, two] = messages.receive('incoming', 3);
    messages.remove('incoming', one?.receipt ?? '');
    messages.hide('incoming', two?.receipt ?? '', 60);
    now = 31_000;
    expect(messages.receive('incoming', 3)).toEqual([]);
    expect([messages.nextVisibleAt('incoming'), messages.depth('dead').visible]).toEqual([60_000, 1]);
    const statements = [...asked].filter((sql) => /^(?:SELECT|UPDATE|DELETE)/.test(sql) && !sql.includes('count(*)'));
    expect(statements.length).toBeGreaterThanOrEqual(8);
    expect(statements.filter((sql) => plansOf(sql, inner).some((plan) => WALKS.test(plan)))).toEqual([]);
  });

  it('gives up all that was received too often, by whichever bound of before', () => {
    const db = openDatabase(':memory:');
    let now = 0;
    const queues = openQueues(db);
    const messages = openMessages(db, queues, makeBell(), () => now);
    queues.create('dead', {});
    queues.create('incoming', { VisibilityTimeout: '1' });
    for (const body of ['often', 'seldom']) messages.send('incoming', body);
    for (const turn of [1, 2, 3, 4]) {
      for (const { body, receipt } of messages.receive('incoming', 2))
        if (body === 'seldom' && turn === 2) messages.hide('incoming', receipt, 6);
      now += 1_000;
    }
    now += 6_000;
    const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:dead';
    queues.create('incoming', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 }) });
    expect(messages.receive('incoming', 2)).toEqual([]);
    expect(
      messages
        .receive('dead', 9)
        .map(({ body }) => body)
        .sort(),
    ).toEqual(['often', 'seldom']);
  });
});
