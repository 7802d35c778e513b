/** How deep a container lies in others, and what may still be unpacked on the way to it. In: what contains it. Out: the same for what it contains, or a refusal. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';

export interface Nest {
  readonly depth: number;
  /** `bytes`: that are unpacked now. Throws `Rejection` when it is too much. */
  readonly spend: (bytes: number) => void;
}

export const OUTERMOST: Nest = { depth: 0, spend: () => undefined };

/** What lies inside of one file of an archive, however deep, is on one account. */
export function deeper({ depth, spend }: Nest): Nest {
  return { depth: depth + 1, spend: depth === 0 ? account() : spend };
}

export function refuseTooDeep({ depth }: Nest): void {
  if (depth <= LIMITS.nestedDepth) return;
  const message = `This container lies inside of more than ${LIMITS.nestedDepth} archives: upload it alone.`;
  throw new Rejection('document.nested-too-deep', message);
}

function account(): Nest['spend'] {
  let left: number = LIMITS.nestedInflatedBytes;
  return (bytes) => {
    left -= bytes;
    if (left >= 0) return;
    const mib = LIMITS.nestedInflatedBytes / 1024 / 1024;
    const message = `What lies inside of this file of the archive unpacks to more than ${mib} MiB: upload it alone.`;
    throw new Rejection('document.inflates-too-large', message);
  };
}
