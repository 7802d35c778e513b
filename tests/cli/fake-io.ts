/** A terminal or a pipe that tests own. */
import { Readable, Writable } from 'node:stream';
import type { Io } from '../../cli/io.ts';

export interface FakeIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

export function anIo(settings: Partial<Io> & { readonly input?: string | Uint8Array } = {}): FakeIo {
  const stdout = collector();
  const stderr = collector();
  return {
    stdin: Readable.from([Buffer.from(settings.input ?? '')]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: 100,
    color: false,
    base: process.cwd(),
    cwd: process.cwd(),
    env: {},
    now: () => new Date('2024-05-01T12:00:00Z'),
    ...settings,
    out: stdout.text,
    err: stderr.text,
  };
}

/** JSON Lines, parsed. */
export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
