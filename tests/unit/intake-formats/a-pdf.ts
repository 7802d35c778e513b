/** A builder of PDFs: lines of pages in, bytes out. What it writes is the least that a reader of PDFs takes for one. */
import zlib from 'node:zlib';
import { HEADLINE, PARAGRAPHS } from './one-article.ts';

export interface PdfLine {
  readonly text: string;
  readonly size?: number;
  /** Above it there is this much more room than between lines, in points. */
  readonly gap?: number;
}

export interface PdfOptions {
  readonly title?: string;
  /** Entries of the catalog, or of the trailer, as a hostile file has them. */
  readonly catalog?: string;
  readonly trailer?: string;
  readonly packed?: boolean;
}

const MARKS: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96 };

/** In the charset of the font, with the marks that end a string written out. */
function encoded(text: string): string {
  const bytes = Buffer.from([...text].map((mark) => MARKS[mark] ?? mark.charCodeAt(0)));
  return bytes.toString('latin1').replace(/[\\()]/g, '\\$&');
}

function pageOf(lines: readonly PdfLine[]): string {
  let base = 800;
  const shown = lines.map(({ text, size = 10, gap = 0 }) => {
    base -= size * 1.2 + gap;
    return `BT /F1 ${size} Tf 1 0 0 1 50 ${base.toFixed(2)} Tm (${encoded(text)}) Tj ET`;
  });
  return shown.join('\n');
}

export function aPdf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Buffer {
  const { title, catalog = '', trailer = '', packed = false } = options;
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      streamOf(Buffer.from(pageOf(lines), 'latin1'), packed),
    ]),
    ...(title === undefined ? [] : [`<< /Title (${encoded(title)}) >>`]),
  ];
  const info = title === undefined ? '' : `/Info ${objects.length} 0 R`;
  const parts = ['%PDF-1.4\n'];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, at) => {
    const part = `${at + 1} 0 obj\n${object}\nendobj\n`;
    places.push(length);
    length += part.length;
    parts.push(part);
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R ${info} ${trailer} >>\n`,
  );
  return Buffer.from(`${parts.join('')}startxref\n${length}\n%%EOF\n`, 'latin1');
}

function streamOf(content: Buffer, packed: boolean): string {
  const bytes = packed ? zlib.deflateSync(content) : content;
  const filter = packed ? '/Filter /FlateDecode ' : '';
  return `<< ${filter}/Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

/** As a page of print is set: at most so many letters a line, a little room above each paragraph. */
export function setLines(paragraphs: readonly string[], letters = 80): readonly PdfLine[] {
  return paragraphs.flatMap((paragraph) =>
    (paragraph.match(new RegExp(`.{1,${letters}}(?:\\s|$)`, 'g')) ?? []).map((text, at) => ({
      text: text.trim(),
      gap: at === 0 ? 6 : 0,
    })),
  );
}

const ARTICLE: readonly PdfLine[] = [
  { text: HEADLINE, size: 20 },
  { text: 'By Anna Lee', gap: 8 },
  { text: '3 March 2025', gap: 4 },
  ...setLines(PARAGRAPHS),
];

export const PDF = aPdf([ARTICLE], { title: 'Microsoft Word - ferry-final-2.docx' });
export const PACKED_PDF = aPdf([ARTICLE], { packed: true });
