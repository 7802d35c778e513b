/** What operating systems leave in archives beside the files of people. In: a member's name. Out: whether it is such. Promise: judged by names that nobody gives to an article. */
import { Rejection } from '../../rejection.ts';

const NAMES: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'ehthumbs.db', 'desktop.ini', '.localized']);
/** macOS packs what it knows of each file beside it, under the file's own name. */
const FOLDERS: ReadonlySet<string> = new Set(['__MACOSX', '.Spotlight-V100', '.Trashes', '.fseventsd']);
const COMPANION_MARK = [0x00, 0x05, 0x16, 0x07] as const;
const CODE = 'member.system-file';

export function isSystemFile(name: string): boolean {
  const parts = name.split(/[/\\]/);
  return NAMES.has(parts.at(-1) ?? '') || parts.slice(0, -1).some((part) => FOLDERS.has(part));
}

/** On other file systems, and in tar, it keeps them as `._NAME` (AppleDouble); a page may be called so too, so the mark counts. */
export function isCompanion(name: string, bytes: Uint8Array): boolean {
  const isNamed = (name.split(/[/\\]/).at(-1) ?? '').startsWith('._');
  return isNamed && COMPANION_MARK.every((value, at) => bytes[at] === value);
}

export function systemFile(): Rejection {
  return new Rejection(
    CODE,
    'This member was put into the archive by the operating system, not by a person: it holds no article, and there is nothing to do.',
  );
}

/** Under which name an outcome is counted: nobody is to be alarmed by files that nobody sent. */
export function countedAs(state: string, code: string | null | undefined): string {
  return code === CODE ? 'skipped' : state;
}
