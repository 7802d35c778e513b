/** Sequencers that only ever grow, also over restarts and when the clock is set back. */
import { type Database, numberOf } from '../database.ts';

/** S3's are hexadecimal and mostly 18 digits wide. */
const WIDTH = 18;

export function openSequencer(db: Database, now: () => number): () => string {
  db.run('CREATE TABLE IF NOT EXISTS sequencer (one INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT');
  db.run('INSERT OR IGNORE INTO sequencer VALUES (1, 0)');
  return () => {
    const row = db.get('UPDATE sequencer SET last = max(last + 1, ?) WHERE one = 1 RETURNING last', now() * 1_000);
    if (row === undefined) throw new Error('the sequencer has no row');
    return numberOf(row, 'last').toString(16).toUpperCase().padStart(WIDTH, '0');
  };
}
