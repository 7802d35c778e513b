/** What containers of bytes are taken apart by, piece by piece: answers of servers, records of crawls, headers of archives. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzipHeader } from '../../../shared/core/intake/containers/gzip-header.ts';
import { endOfHeader, headerOf, httpResponse } from '../../../shared/core/intake/containers/http-response.ts';
import { JSON_LINES } from '../../../shared/core/intake/containers/json-lines.ts';
import { bounded, readWindow } from '../../../shared/core/intake/containers/long-format.ts';
import { type Member, shortName, uniqueNames } from '../../../shared/core/intake/containers/member.ts';
import { countedAs, isSystemFile } from '../../../shared/core/intake/containers/system-file.ts';
import { headerName, isTar, nameIn, padded, sizeOf } from '../../../shared/core/intake/containers/tar.ts';
import { isRecord, pageOf, recordAt } from '../../../shared/core/intake/containers/warc-record.ts';
import { LIMITS } from '../../../shared/core/limits.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const text = (of: Uint8Array | undefined) => Buffer.from(of ?? []).toString('latin1');

describe('an answer of a server', () => {
  const of = (answer: string) => {
    const response = httpResponse(bytes(answer));
    return response === null ? null : { ...response, body: text(response.body) };
  };
  const chunked = (body: string) => of(`HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n${body}`)?.body;

  it('has a status, types and a body', () => {
    expect(of('HTTP/1.1 200 OK\r\nContent-Type:  text/html \r\nContent-Encoding: br\r\n\r\nbody\n\n')).toEqual({
      ...{ status: 200, contentType: 'text/html', contentEncoding: 'br', body: 'body\n\n' },
    });
    expect(of('HTTP/2 404\nX: y\n\nbody')).toEqual({
      status: 404,
      contentType: null,
      contentEncoding: null,
      body: 'body',
    });
    for (const none of [
      'HTTP/1.1 OK\r\n\r\n',
      'HTTP/1.1 2000 OK\r\n\r\n',
      'GET / HTTP/1.1 200\r\n\r\n',
      'HTTP/1.1 200 OK\r\n',
    ])
      expect([none, of(none)]).toEqual([none, null]);
    expect([endOfHeader('a\n\nb\r\n\r\nc'), endOfHeader('a\r\n\r\nb\n\n'), endOfHeader('a')]).toEqual([
      { at: 1, after: 3 },
      { at: 1, after: 5 },
      null,
    ]);
    expect([headerOf('A-b: c: d '), headerOf('none')]).toEqual([
      ['a-b', 'c: d'],
      ['', 'none'],
    ]);
  });

  it('in chunks is put together, as far as it goes, and left as it is where there are none', () => {
    expect(chunked('3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n')).toBe('abc0123456789');
    expect(chunked('3\nabc\n2 \nde\n0\n')).toBe('abcde');
    expect(chunked('9\r\nabc')).toBe('abc');
    expect(chunked('abcxyz')).toBe('abcxyz');
    expect(chunked('3\r\nabc\r\nrest')).toBe('3\r\nabc\r\nrest');
  });
});

describe('a record of a crawl', () => {
  const record = (type: string, block: string, more = '') =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\n${more}Content-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
  const read = (of: string) => {
    const found = recordAt(bytes(of), 0);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };

  it('has headers, a block and an end', () => {
    const whole = record('response', 'HTTP/1.1 200 OK\r\n\r\nx');
    const found = read(`${whole}WARC/1.0`);
    expect([text(found.block), found.end]).toEqual(['HTTP/1.1 200 OK\r\n\r\nx', whole.length]);
    expect(recordAt(bytes(whole.slice(0, -5)), 0)).toBe('cut');
    expect(recordAt(bytes('WARC/1.0\r\nContent-Le'), 0)).toBe('cut');
    expect(recordAt(bytes('WARC/1.0\r\nContent-Length: x\r\n\r\n'), 0)).toBe('bad');
    expect(recordAt(bytes('WARC/1.0'.padEnd(40_000, 'x')), 0)).toBe('bad');
    expect(['WARC/1.1', 'WARC/0.9', 'WARC/2.0', 'xWARC/1.'].map((head) => isRecord(bytes(head), 0))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isRecord(bytes('xWARC/1.'), 1)).toBe(true);
  });

  it('is a page when it was answered with one, or stored as one', () => {
    const more = 'WARC-Target-URI: <https://a.example/1>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n';
    const hints = { url: 'https://a.example/1', capturedAt: '2026-01-02T03:04:05.000Z' };
    const page = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>';
    const response = pageOf(read(record('response', page, more)), '@0');
    expect([response?.name, response?.hints, response?.open().text]).toEqual(['@0', hints, '<p>x</p>']);
    const resource = pageOf(read(record('resource', '<p>y</p>', 'Content-Type: application/xhtml+xml\r\n')), '@9');
    expect([resource?.hints, resource?.open().text]).toEqual([{}, '<p>y</p>']);
    const others = [
      record('response', page.replace('200', '404')),
      record('response', page.replace('text/html', 'image/png')),
      ...[record('request', page), record('resource', 'x', 'Content-Type: text/plain\r\n'), record('metadata', 'x')],
    ];
    expect(others.map((one) => pageOf(read(one), ''))).toEqual(others.map(() => null));
  });
});

describe('headers of archives', () => {
  it('of gzip have a length', () => {
    const flags = (value: number, rest = '') => bytes(`\x1f\x8b\x08${String.fromCharCode(value)}\0\0\0\0\0\0${rest}`);
    expect(gzipHeader(new Uint8Array(zlib.gzipSync('x')), 0)).toBe(10);
    expect(
      [flags(8, 'name\0'), flags(16, 'note\0'), flags(24, 'a\0b\0'), flags(2, '\0\0'), flags(4, '\x03\0abc')].map(
        (one) => gzipHeader(one, 0),
      ),
    ).toEqual([15, 15, 14, 12, 15]);
    expect(
      [flags(8, 'name'), flags(0xe0), flags(4, '\x09\0abc'), bytes('\x1f\x8b\x07\0'), bytes('\x1f\x8b\x08')].map(
        (one) => gzipHeader(one, 0),
      ),
    ).toEqual([null, null, null, null, null]);
    expect(gzipHeader(bytes(`xx${text(flags(0))}`), 2)).toBe(10);
  });

  it('of tar have a sum, a size and a name', () => {
    const header = new Uint8Array(512);
    const put = (at: number, value: string) => header.set(bytes(value), at);
    put(0, 'a.html');
    put(100, '0000644\0');
    put(124, '00000000017\0');
    put(148, '        ');
    const sum = header.reduce((all, value) => all + value, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    expect([isTar(header), sizeOf(header), headerName(header)]).toEqual([true, 15, 'a.html']);
    expect([isTar(header.with(0, 98)), isTar(header.subarray(0, 511)), isTar(header.with(100, 57))]).toEqual([
      false,
      false,
      false,
    ]);
    put(257, 'ustar\0');
    put(345, 'folder');
    expect([isTar(header.with(0, 98)), headerName(header)]).toEqual([true, 'folder/a.html']);
    expect(headerName(header.with(262, 32))).toBe('a.html');
    const large = header.slice();
    large.set([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2], 124);
    expect(sizeOf(large)).toBe(258);
    expect([0, 1, 512, 513].map(padded)).toEqual([0, 512, 512, 1_024]);
    expect(nameIn('L', bytes('long\0x'))).toBe('long');
    expect(nameIn('x', bytes('9 path=a\n12 path=b c\n'))).toBe('b c');
    expect(nameIn('x', bytes('9 size=a\n'))).toBeNull();
  });
});

describe('members', () => {
  const member = (name: string): Member => ({
    name,
    hints: {},
    open: () => {
      throw new Error('not opened');
    },
  });
  const names = (...given: readonly string[]) => uniqueNames(given.map(member)).map(({ name }) => name);

  it('have names of their own', () => {
    expect(names('a', 'a', 'b', 'a')).toEqual(['a', 'a~2', 'b', 'a~3']);
    expect(names('a', 'a~2', 'a', 'a')).toEqual(['a', 'a~2', 'a~3', 'a~4']);
    expect(names('', '')).toEqual(['unnamed', 'unnamed~2']);
    expect(shortName('x'.repeat(LIMITS.memberNameChars + 1))).toHaveLength(LIMITS.memberNameChars);
    expect(shortName('a\ud800')).toBe('a\ufffd');
  });

  it('that no person put there are told apart', () => {
    const found = ['.DS_Store', 'a/Thumbs.db', 'a\\desktop.ini', '__MACOSX/a.html', 'a/__MACOSX/._b'].map(isSystemFile);
    expect(found).toEqual([true, true, true, true, true]);
    expect(['a.html', '__MACOSX', 'DS_Store', 'a/.DS_Store/b'].map(isSystemFile)).toEqual([false, false, false, false]);
    expect([
      countedAs('rejected', 'member.system-file'),
      countedAs('rejected', 'x'),
      countedAs('stored', null),
    ]).toEqual(['skipped', 'rejected', 'stored']);
  });

  it('that are too many in one place are told of by the first of them', () => {
    const placed = ['a', 'b', 'c'].map((name, start) => ({ start, member: member(name) }));
    expect(bounded(placed, 3, 1)).toBe(placed);
    const [one, two, third] = bounded(placed, 1, 2 * 1024 * 1024);
    expect([one, two?.start, two?.member.name, third]).toEqual([placed[0], 1, 'b', undefined]);
    expect(two?.member.why?.message).toContain('more than 1 members within 2 MiB');
  });

  it('of lines begin in one window each', () => {
    const whole = bytes('{"a":1}\n \n{"b":2}\n{"c":3}');
    const starts = (from: number, until: number, length = whole.length) => {
      const stretch = { bytes: whole.subarray(0, length), base: 0, isEnd: length === whole.length };
      const { placed, cutAt } = readWindow(JSON_LINES, stretch, from, until);
      return [...placed.map(({ start, member: { name } }) => `${start} ${name}`), cutAt];
    };
    expect(starts(0, 99)).toEqual(['0 @0', '10 @10', '18 @18', null]);
    expect(starts(1, 18)).toEqual(['10 @10', null]);
    expect(starts(10, 11)).toEqual(['10 @10', null]);
    expect(starts(11, 99)).toEqual(['18 @18', null]);
    expect(starts(0, 99, 15)).toEqual(['0 @0', 10]);
    expect(starts(0, 99, 24)).toEqual(['0 @0', '10 @10', 18]);
  });
});
