/** The naive way: a new jsdom window for each page, then Readability. The unit of the speed figures. */
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { fromReadability, type PeerAnswer } from './peer.ts';

export function read(html: string, url: string): PeerAnswer {
  const { document } = new JSDOM(html, { url }).window;
  return fromReadability(new Readability(document, { serializer: (node) => node }).parse());
}
