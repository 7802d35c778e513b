/** What became of a container and its members. In: its state. Out: lines for people, whose figures add up. */
import type { ContainerObject } from '../../shared/pipeline/query-container.ts';
import { visible } from './visible.ts';

export function containerLines(container: ContainerObject): readonly string[] {
  const { key, at, format, found, uncounted, stored, copies, rejected, takenDown, pending } = container;
  const told = copies === null ? '' : `, of which ${copies} copies of what was there before`;
  return [
    `${visible(key)} is ${format}, uploaded at ${at}`,
    `  found     ${found}${uncounted > 0 ? ` so far; ${uncounted} parts of the file are still to be counted` : ''}`,
    `  stored    ${stored}${told}`,
    `  rejected  ${rejected}`,
    `  removed   ${takenDown} by a take-down`,
    `  pending   ${pending}`,
    `Each member: wirefold show '${visible(key)}#MEMBER'; all of them: wirefold inbox --container '${visible(key)}'`,
  ];
}
