/** linkedom instead of jsdom, then Readability. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { fromReadability, type PeerAnswer } from './peer.ts';

export function read(html: string): PeerAnswer {
  const { document } = parseHTML(html);
  return fromReadability(new Readability(document as unknown as Document, { serializer: (node) => node }).parse());
}
