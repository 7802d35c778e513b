/** Containers for tests, built byte by byte: tar, zip, WARC. In: names and contents. Promise: the same input gives the same bytes. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const bytesOf = (content: string | Uint8Array) => Buffer.from(content);

export function aTar(files: readonly File[]): Uint8Array {
  const pieces = files.flatMap(({ name, content }) => {
    const data = bytesOf(content);
    const padding = Buffer.alloc((512 - (data.length % 512)) % 512);
    return [tarHeader(name, data.length), data, padding];
  });
  return Buffer.concat([...pieces, Buffer.alloc(1024)]);
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const put = (text: string, at: number) => header.write(text, at, 'utf8');
  put(name.slice(0, 100), 0);
  put('0000644\0', 100);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put(`${'0'.repeat(11)}\0`, 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\x0000', 257);
  const sum = header.reduce((total, value) => total + value, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export interface ZipOptions {
  /** Says that every member is locked. */
  readonly locked?: boolean;
  readonly method?: 0 | 8;
  /** As written to a pipe: sum and sizes stand behind the data, with a mark before them or without. */
  readonly streamed?: 'marked' | 'unmarked';
  readonly comment?: string;
}

export function aZip(
  files: readonly File[],
  { locked = false, method = 8, streamed, comment = '' }: ZipOptions = {},
): Uint8Array {
  const flags = 0x800 | (locked ? 1 : 0) | (streamed === undefined ? 0 : 8);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const [data, nameBytes] = [bytesOf(content), bytesOf(name)];
    const packed = method === 8 ? deflateRawSync(data) : data;
    const common = zipFields(flags, method, crc32(data), packed.length, data.length, nameBytes.length);
    const local = Buffer.concat(
      streamed === undefined
        ? [hex('504b0304'), common, nameBytes, packed]
        : [
            ...[hex('504b0304'), zipFields(flags, method, 0, 0, 0, nameBytes.length), nameBytes, packed],
            ...[hex(streamed === 'marked' ? '504b0708' : ''), common.subarray(10, 22)],
          ],
    );
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([hex('504b01021400'), common, tail, nameBytes]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  hex('504b0506').copy(end);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, listed, end, bytesOf(comment)]);
}

const hex = (digits: string) => Buffer.from(digits, 'hex');

/** From `version needed` to `extra length`: the same in both headers. */
function zipFields(flags: number, method: number, sum: number, packed: number, size: number, name: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name, 22);
  return fields;
}

export interface Crawled {
  readonly url: string;
  /** `2026-01-02T03:04:05Z` */
  readonly date: string;
  readonly html: string | Uint8Array;
  readonly contentType?: string;
  readonly status?: number;
  /** Further headers of the response, each a line. */
  readonly headers?: readonly string[];
  /** Why the crawler left off. */
  readonly truncated?: string;
}

/** Records of a crawl, each as it stands in a file. */
export function warcRecords(pages: readonly Crawled[]): readonly Uint8Array[] {
  const info = warcRecord(
    'warcinfo',
    'application/warc-fields',
    '',
    '2026-01-01T00:00:00Z',
    bytesOf('software: a test\r\n'),
  );
  return [info, ...pages.flatMap((page) => [warcRequest(page), warcResponse(page)])];
}

function warcRequest({ url, date }: Crawled): Buffer {
  return warcRecord('request', 'application/http; msgtype=request', url, date, bytesOf('GET / HTTP/1.1\r\n\r\n'));
}

function warcResponse({
  url,
  date,
  html,
  contentType = 'text/html; charset=utf-8',
  status = 200,
  headers = [],
  truncated,
}: Crawled) {
  const head = [`HTTP/1.1 ${status} OK`, `Content-Type: ${contentType}`, ...headers, '', ''].join('\r\n');
  const block = Buffer.concat([bytesOf(head), bytesOf(html)]);
  const notes = truncated === undefined ? [] : [`WARC-Truncated: ${truncated}`];
  return warcRecord('response', 'application/http; msgtype=response', url, date, block, notes);
}

function warcRecord(
  type: string,
  contentType: string,
  url: string,
  date: string,
  block: Uint8Array,
  notes: readonly string[] = [],
): Buffer {
  const target = [...(url === '' ? [] : [`WARC-Target-URI: ${url}`]), ...notes];
  const head = ['WARC/1.0', `WARC-Type: ${type}`, `WARC-Date: ${date}`, ...target, `Content-Type: ${contentType}`];
  return Buffer.concat([
    bytesOf([...head, `Content-Length: ${block.length}`, '', ''].join('\r\n')),
    block,
    bytesOf('\r\n\r\n'),
  ]);
}

export function aWarc(pages: readonly Crawled[]): Uint8Array {
  return Buffer.concat(warcRecords(pages));
}

/** Each record packed by itself, as crawlers do. */
export function aPackedWarc(pages: readonly Crawled[]): Uint8Array {
  return Buffer.concat(warcRecords(pages).map((record) => gzipSync(record)));
}
