/** One jsdom window for all pages: its DOMParser reads each, then Readability. */
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { fromReadability, type PeerAnswer } from './peer.ts';

const parser = new new JSDOM('').window.DOMParser();

export function read(html: string): PeerAnswer {
  const document = parser.parseFromString(html, 'text/html');
  return fromReadability(new Readability(document, { serializer: (node) => node }).parse());
}
