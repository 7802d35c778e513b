/** Bytes in, bits out, the highest first. Throws `Rejection` where more bits are taken than there are. */
import { Rejection } from '../../rejection.ts';

export interface Bits {
  /** At most 24 at a time. */
  readonly read: (count: number) => number;
  /** The same without taking them; behind the end of the bytes stand zeros. */
  readonly peek: (count: number) => number;
  readonly skip: (count: number) => void;
  /** Place of the next whole byte; what is left of the current one is dropped. */
  readonly nextByte: () => number;
}

export function bitsOf(bytes: Uint8Array, from: number): Bits {
  let [at, held, count, padding] = [from, 0, 0, 0];
  const peek = (wanted: number): number => {
    while (count < wanted) {
      if (at >= bytes.length) padding += 8;
      held = ((held & 0xff_ffff) << 8) | (at < bytes.length ? (bytes[at] ?? 0) : 0);
      if (at < bytes.length) at += 1;
      count += 8;
    }
    return (held >>> (count - wanted)) & ((1 << wanted) - 1);
  };
  const skip = (taken: number): void => {
    count -= taken;
    if (count < padding) {
      throw new Rejection('document.truncated', 'The bzip2 data ends in the middle: upload the whole file.');
    }
  };
  return {
    peek,
    skip,
    read(wanted) {
      const value = peek(wanted);
      skip(wanted);
      return value;
    },
    nextByte() {
      count -= count % 8;
      return at - (count - padding) / 8;
    },
  };
}

export function damaged(): Rejection {
  return new Rejection('document.damaged', 'The bzip2 data is damaged: upload the file again.');
}
