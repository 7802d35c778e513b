/** What the template says about one function, made ready to run. */
export interface FunctionSettings {
  readonly name: string;
  /** Folder of the bundle. */
  readonly root: string;
  /** `index.handler` */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMib: number;
  /** Processes at most. */
  readonly processes: number;
  readonly environment: Readonly<Record<string, string>>;
}
