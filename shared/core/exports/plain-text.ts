/** Plain text to read: headline, deck, imprint, link, paragraphs with an empty line between them; a row of stars between articles. */
import type { ArticleRecord, BodyPart } from '../record.ts';
import type { ExportFormat } from './format.ts';
import { line, readingOf } from './reading.ts';
import { oneLine } from './safe-text.ts';

export const PLAIN_TEXT: ExportFormat = {
  mediaType: 'text/plain',
  extension: 'txt',
  begin: () => '',
  item: textArticle,
  between: '\n* * *\n\n',
  end: '',
};

function textArticle(record: ArticleRecord): string {
  const { headline, deck, imprint, link } = readingOf(record);
  const top = [headline, deck, imprint.join(' · ') || null, link].filter((part) => part !== null);
  const blocks = [top.join('\n'), ...record.body.map(paragraph)].filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

function paragraph({ text, role }: BodyPart): string {
  const kept = line(text) === null ? '' : oneLine(text);
  return role === 'list' && kept !== '' ? `- ${kept}` : kept;
}
