/** How the command ends. In: what went wrong. Out: an exit status that scripts can rely on, and one line for a person. */

export const EXIT = { ok: 0, someFailed: 1, usage: 2, notFound: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Stops the command. `message` is shown as it is, without a stack: it says what is wrong and what to do. */
export class Stop extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}
