/** Why an archive cannot be asked: something is missing that its owner can add. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: 'archive.none' | 'archive.no-engine';

  constructor(code: ArchiveError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
