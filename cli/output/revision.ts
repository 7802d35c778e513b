/** What changed in a text, for a person. In: a revision. Out: lines, each word that went or came marked, also without colours. */
import type { RevisedParagraph, Revision } from '../../shared/core/copies/revision.ts';
import type { DiffPiece } from '../../shared/core/copies/word-diff.ts';
import type { paints } from './paints.ts';
import { visible } from './visible.ts';
import { wrapped } from './width.ts';

/** Longer lines are hard to read. */
export const TEXT_COLUMNS = 96;

export function revisionLines(
  { headline, paragraphs }: Pick<Revision, 'headline' | 'paragraphs'>,
  columns: number,
  paint: Paints,
): readonly string[] {
  return [
    ...marked(headline, paint)
      .flatMap((text) => wrapped(text, columns))
      .map(paint.bold),
    ...paragraphs.flatMap((paragraph) => ['', ...wrapped(paragraphText(paragraph, paint), columns)]),
  ];
}

type Paints = ReturnType<typeof paints>;

const SIGNS = { identical: '  ', edited: '~ ', added: '+ ', dropped: '- ' } as const;

function paragraphText(paragraph: RevisedParagraph, paint: Paints): string {
  const sign = paragraph.moved ? '↕ ' : SIGNS[paragraph.kind];
  return `${sign}${marked(paragraph.pieces, paint).join('')}`;
}

/** Also without colours it must be seen what went and what came. */
function marked(pieces: readonly DiffPiece[], paint: Paints): readonly string[] {
  return pieces.map(({ kind, text }) => {
    if (kind === 'removed') return paint.red(`[-${visible(text)}-]`);
    return kind === 'added' ? paint.green(`{+${visible(text)}+}`) : visible(text);
  });
}
