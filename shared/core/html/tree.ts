/**
 * One parse of a page into a lean tree. Decoded HTML comes in; elements, their text and the page's metadata elements go out,
 * without anything that can run, be fetched or never be article text. Hostile shapes end as a `Rejection`.
 *
 *   parseTree(html): Tree                       throws page.too-deep, page.too-many-elements, page.tables-too-deep
 *   walk.ts: forEachElement(root, visit), textOf(element), closest(element, test)
 *   blocks.ts: treeBlocks(tree): readonly Block[]
 */
import { Parser } from 'htmlparser2';
import type { Element } from '../block.ts';
import { treeBuilder } from './builder.ts';

/** Text is a plain string, entities decoded, white space as it stood. */
export type TreeNode = TreeElement | string;

export interface TreeElement extends Element {
  readonly parent: TreeElement | null;
  readonly children: readonly TreeNode[];
}

export interface Tree {
  /** Made up, tag `#root`, depth 0: it holds everything, since pages leave out `html` and `body`. */
  readonly root: TreeElement;
  /** Text of the first `title`, white space collapsed; null when missing or empty. */
  readonly title: string | null;
  /** `lang` (or `xml:lang`) of `html`, else of `body`; as written. */
  readonly lang: string | null;
  /** Every `meta`, `link` and `time`, in order, also those in the body; the first two are in the tree as well, without children. */
  readonly metas: readonly TreeElement[];
  readonly links: readonly TreeElement[];
  readonly times: readonly TreeElement[];
  /** `href` of the first `base`. */
  readonly base: string | null;
  /** Texts of `script type="application/ld+json"`, none longer than `LIMITS.jsonLdChars` (longer ones are left out). */
  readonly jsonLd: readonly string[];
  /** Elements kept. */
  readonly elements: number;
}

export function parseTree(html: string): Tree {
  const builder = treeBuilder();
  const parser = new Parser(
    { onopentag: builder.open, onclosetag: builder.close, ontext: builder.text },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(html);
  return builder.tree();
}
