/** What is unpacked on the way to what lies inside of a file of an archive. In: so many bytes. Out: nothing, or a refusal when they are too many. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';

/** `bytes`: that are unpacked now. Throws `Rejection` when it is too much, and from then on. */
export type Spend = (bytes: number) => void;

export function account(): Spend {
  let left: number = LIMITS.nestedInflatedBytes;
  return (bytes) => {
    left -= bytes;
    if (left >= 0) return;
    const mib = LIMITS.nestedInflatedBytes / 1024 / 1024;
    const message = `What lies inside of this file of the archive unpacks to more than ${mib} MiB: this and what is behind it in there is not read. Upload the file alone, or in parts.`;
    throw new Rejection('document.inflates-too-large', message);
  };
}

/** `depth`: archives around a container. */
export function refuseTooDeep(depth: number): void {
  if (depth <= LIMITS.nestedDepth) return;
  const message = `This container lies inside of more than ${LIMITS.nestedDepth} archives: upload it alone.`;
  throw new Rejection('document.nested-too-deep', message);
}
