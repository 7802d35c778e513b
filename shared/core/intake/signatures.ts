/**
 * Data: how formats that are not text give themselves away. `at` is an offset, `bytes` Latin-1 text with `?` for any byte.
 * To add a format, add a line; the first that fits wins.
 */

export interface Signature {
  /** As a person calls it. */
  readonly name: string;
  readonly at: number;
  readonly bytes: string;
}

export const SIGNATURES: readonly Signature[] = [
  { name: 'a PNG image', at: 0, bytes: '\x89PNG\r\n' },
  { name: 'a JPEG image', at: 0, bytes: '\xff\xd8\xff' },
  { name: 'a GIF image', at: 0, bytes: 'GIF87a' },
  { name: 'a GIF image', at: 0, bytes: 'GIF89a' },
  { name: 'a WebP image', at: 0, bytes: 'RIFF????WEBP' },
  { name: 'an AVIF image', at: 4, bytes: 'ftypavif' },
  { name: 'a HEIF image', at: 4, bytes: 'ftyphei' },
  { name: 'a TIFF image', at: 0, bytes: 'II*\0' },
  { name: 'a TIFF image', at: 0, bytes: 'MM\0*' },
  { name: 'a JPEG XL image', at: 0, bytes: '\0\0\0\x0cJXL ' },
  { name: 'a JPEG 2000 image', at: 0, bytes: '\0\0\0\x0cjP  ' },
  { name: 'an icon', at: 0, bytes: '\0\0\x01\0' },
  { name: 'a Photoshop image', at: 0, bytes: '8BPS\0' },
  { name: 'a DjVu document', at: 0, bytes: 'AT&TFORM' },
  { name: 'a video', at: 4, bytes: 'ftyp' },
  { name: 'a video', at: 0, bytes: 'RIFF????AVI ' },
  { name: 'a video', at: 0, bytes: '\x1aE\xdf\xa3' },
  { name: 'a video', at: 0, bytes: 'FLV\x01' },
  { name: 'a sound file', at: 0, bytes: 'RIFF????WAVE' },
  { name: 'a sound file', at: 0, bytes: 'ID3\x02' },
  { name: 'a sound file', at: 0, bytes: 'ID3\x03' },
  { name: 'a sound file', at: 0, bytes: 'ID3\x04' },
  { name: 'a sound file', at: 0, bytes: 'fLaC\0' },
  { name: 'a sound file', at: 0, bytes: 'OggS\0' },
  { name: 'a Microsoft Office document (97-2003)', at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { name: 'an RTF document', at: 0, bytes: '{\\rtf' },
  { name: 'a PostScript document', at: 0, bytes: '%!PS' },
  { name: 'a 7-Zip archive', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { name: 'a RAR archive', at: 0, bytes: 'Rar!\x1a\x07' },
  { name: 'an xz archive', at: 0, bytes: '\xfd7zXZ\0' },
  { name: 'an lz4 archive', at: 0, bytes: '\x04\x22\x4d\x18' },
  { name: 'a Unix compress archive', at: 0, bytes: '\x1f\x9d' },
  { name: 'a tar archive', at: 257, bytes: 'ustar' },
  { name: 'a Kindle book', at: 60, bytes: 'BOOKMOBI' },
  { name: 'a SQLite database', at: 0, bytes: 'SQLite format 3\0' },
  { name: 'a Parquet file', at: 0, bytes: 'PAR1' },
  { name: 'an Arrow file', at: 0, bytes: 'ARROW1' },
  { name: 'an Avro file', at: 0, bytes: 'Obj\x01' },
  { name: 'a property list', at: 0, bytes: 'bplist0' },
  { name: 'a font', at: 0, bytes: 'wOFF' },
  { name: 'a font', at: 0, bytes: 'wOF2' },
  { name: 'a font', at: 0, bytes: '\0\x01\0\0\0' },
  { name: 'a program', at: 0, bytes: '\x7fELF' },
  { name: 'a program', at: 0, bytes: 'MZ\x90\0' },
  { name: 'a program', at: 0, bytes: '\xcf\xfa\xed\xfe' },
  { name: 'a program', at: 0, bytes: '\xca\xfe\xba\xbe' },
  { name: 'a WebAssembly program', at: 0, bytes: '\0asm' },
  { name: 'a WARC crawl', at: 0, bytes: 'WARC/' },
  { name: 'a calendar', at: 0, bytes: 'BEGIN:VCALENDAR' },
  { name: 'a contact card', at: 0, bytes: 'BEGIN:VCARD' },
  { name: 'subtitles', at: 0, bytes: 'WEBVTT' },
];

/** Formats in text whose root element or opening says that they are news, but not yet readable. Names in lower case. */
export const XML_ROOTS: ReadonlyMap<string, string> = new Map([
  ['rss', 'an RSS feed'],
  ['rdf', 'an RDF feed'],
  ['feed', 'an Atom feed'],
  ['opml', 'an OPML list'],
  ['urlset', 'a sitemap'],
  ['sitemapindex', 'a sitemap'],
  ['nitf', 'a NITF document'],
  ['newsml', 'a NewsML document'],
  ['newsitem', 'a NewsML-G2 document'],
  ['newsmessage', 'a NewsML-G2 document'],
  ['packageitem', 'a NewsML-G2 document'],
  ['svg', 'an SVG image'],
  ['wml', 'a WML document'],
  ['plist', 'a property list'],
]);
