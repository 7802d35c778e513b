/**
 * An object's bytes in, how it is to be split out; null for a single document. Promise: a function of the bytes; each member is in exactly
 * one portion.
 */
import type { Portion } from '../core/container-task.ts';
import { longFormat } from '../core/intake/containers/long-formats.ts';
import { openContainer } from '../core/intake/containers/open-container.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import type { ContainerFacts } from '../core/object-row.ts';
import type { StoredObject } from './ports.ts';

/** How much one message stands for: smaller in simulations, whose containers are small. */
export interface PortionSizes {
  readonly members: number;
  readonly windowBytes: number;
  /** Of what a container that is packed at once unpacks to; by default that of a deployment. */
  readonly streamWindowBytes?: number;
}

export const PORTION_SIZES: PortionSizes = { members: LIMITS.portionMembers, windowBytes: LIMITS.windowBytes };

export interface Split {
  readonly facts: Pick<ContainerFacts, 'format' | 'found' | 'windows'>;
  readonly portions: readonly Portion[];
}

/** `size`: of the whole object, of which `bytes` may be the beginning. Throws `Rejection` for a container that cannot be read at all. */
export function splitOf(object: StoredObject, size: number, key: string, sizes: PortionSizes): Split | null {
  const { bytes, contentType, contentEncoding, versionId } = object;
  // A mapping that is wrong is wrong for all members.
  const mapping = readMapping(object.metadata);
  const format = longFormat(bytes, size);
  if (format !== null) {
    const portions = portionsOf(size, sizes.windowBytes, { format: format.id, isWindow: true, versionId });
    return { facts: { format: format.name, found: null, windows: portions.length }, portions };
  }
  if (bytes.length < size) return null;
  const found = openContainer(bytes, { contentType, contentEncoding, name: key, mapping });
  if (found === null) return null;
  const count = found.members.length;
  const portions = portionsOf(count, sizes.members, { format: null, isWindow: false, versionId });
  return { facts: { format: found.format, found: count, windows: 0 }, portions };
}

/** Equal parts, each a message. */
export function portionsOf(
  total: number,
  each: number,
  rest: Pick<Portion, 'format' | 'packing' | 'most' | 'isWindow' | 'versionId'>,
): readonly Portion[] {
  return Array.from({ length: Math.ceil(total / each) }, (_, at) => ({
    ...{ kind: 'portion' as const, from: at * each, until: Math.min(total, (at + 1) * each) },
    ...{ skip: 0, take: null },
    ...rest,
  }));
}
