/** What is unpacked on the way to what lies inside of a file of an archive. In: so many bytes. Out: nothing, or a refusal when they are too many. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';

export interface Account {
  /** `bytes`: that are unpacked now. Throws `Rejection` when it is too much, and from then on. */
  readonly spend: (bytes: number) => void;
  readonly left: () => number;
}

/** `first`: what may be spent. */
export function account(first: number = LIMITS.nestedInflatedBytes): Account {
  let left = first;
  return {
    left: () => left,
    spend(bytes) {
      left -= bytes;
      if (left >= 0) return;
      const mib = LIMITS.nestedInflatedBytes / 1024 / 1024;
      const message = `What lies inside of this file of the archive is more than ${mib} MiB, or too much of it is damaged: from here on it is not read. Upload the file alone, or in parts.`;
      throw new Rejection('document.inflates-too-large', message);
    },
  };
}

/** Nobody counts. */
export const NO_ACCOUNT: Account = { spend: () => undefined, left: () => Number.POSITIVE_INFINITY };

/** `depth`: archives around a container. */
export function refuseTooDeep(depth: number): void {
  if (depth <= LIMITS.nestedDepth) return;
  const message = `This container lies inside of more than ${LIMITS.nestedDepth} archives: upload it alone.`;
  throw new Rejection('document.nested-too-deep', message);
}
