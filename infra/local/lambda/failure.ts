/** An invocation that did not end with an answer: the handler threw, ran out of time, or its process died. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  /** `TypeError`, `Sandbox.Timedout`, `Runtime.ExitError` … */
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}
