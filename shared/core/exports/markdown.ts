/** Markdown to read and to keep: one heading an article, paragraphs, subheadings, quotations and lists as the page has them. */
import type { ArticleRecord, BodyPart } from '../record.ts';
import type { ExportFormat } from './format.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { line, readingOf } from './reading.ts';

export const MARKDOWN: ExportFormat = {
  mediaType: 'text/markdown',
  extension: 'md',
  begin: () => '',
  item: markdownArticle,
  between: '\n---\n\n',
  end: '',
};

const PREFIXES: Readonly<Record<BodyPart['role'], string>> = { p: '', h2: '## ', quote: '> ', list: '- ' };

function markdownArticle(record: ArticleRecord): string {
  const { headline, deck, imprint, link } = readingOf(record);
  const top = [
    headline === null ? null : `# ${escapeMarkdown(headline)}`,
    deck === null ? null : `**${escapeMarkdown(deck)}**`,
    imprint.length === 0 ? null : escapeMarkdown(imprint.join(' · ')),
    link === null ? null : `[${escapeMarkdown(link)}](<${link}>)`,
  ].filter((part) => part !== null);
  const body = record.body.flatMap(block);
  return `${[...top, ...body].join('\n\n')}\n`;
}

function block({ text, role }: BodyPart): readonly string[] {
  const kept = line(text);
  return kept === null ? [] : [`${PREFIXES[role]}${escapeMarkdown(kept)}`];
}
