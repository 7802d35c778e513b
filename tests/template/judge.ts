/** Findings and what is accepted in, what is left out. Promise: nothing is unexplained, and no explanation is left over. */
import type { Accepted } from './accepted.ts';
import type { Finding } from './findings.ts';

export interface Judged {
  readonly unexplained: readonly Finding[];
  /** Entries that nothing was found for. */
  readonly unused: readonly Accepted[];
}

/** `typeOf`: type of a resource by its logical id. */
export function judge(
  findings: readonly Finding[],
  accepted: readonly Accepted[],
  typeOf: (resource: string) => string,
): Judged {
  const covers = (entry: Accepted, { tool, rule, resource }: Finding): boolean =>
    entry.tool === tool &&
    entry.rule === rule &&
    entry.where.some((where) =>
      where.startsWith('#') ? resource.startsWith(where.slice(1)) : typeOf(resource) === where,
    );
  return {
    unexplained: findings.filter((finding) => !accepted.some((entry) => covers(entry, finding))),
    unused: accepted.filter((entry) => !findings.some((finding) => covers(entry, finding))),
  };
}
