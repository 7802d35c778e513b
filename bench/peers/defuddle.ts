/** defuddle on one reused jsdom window. */
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
import { blockLines, type PeerAnswer } from './peer.ts';

const window = new JSDOM('').window;
const parser = new window.DOMParser();

export async function read(html: string, url: string): Promise<PeerAnswer> {
  const result = await Defuddle(parser.parseFromString(html, 'text/html'), url, { markdown: false });
  const content = parser.parseFromString(result.content, 'text/html');
  return {
    body: blockLines(content.body),
    headline: result.title || null,
    date: result.published || null,
    authors: result.author ? [result.author] : [],
  };
}
