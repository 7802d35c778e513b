/** Counts what a page asks of us while it is being parsed. Numbers come in; a `Rejection` goes out at the first one over its limit. */
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';

export interface Guard {
  /** Once per opening tag; `openTags` counts every tag not yet closed, also dropped and forgotten ones. */
  readonly element: (openTags: number) => void;
  /** Nesting of the elements that are kept. */
  readonly depth: (depth: number) => void;
  readonly tables: (nested: number) => void;
}

/** The parser keeps forgotten tags open although our tree does not; beyond this its own bookkeeping would grow costly. */
const OPEN_TAGS = 10_000;

export function pageGuard(): Guard {
  let elements = 0;
  return {
    element(openTags) {
      elements += 1;
      if (elements > LIMITS.htmlElements) {
        throw new Rejection('page.too-many-elements', `The page has more than ${LIMITS.htmlElements} elements.`);
      }
      if (openTags > OPEN_TAGS) throw new Rejection('page.too-deep', `More than ${OPEN_TAGS} tags are open at once.`);
    },
    depth(depth) {
      if (depth > LIMITS.htmlDepth) {
        throw new Rejection('page.too-deep', `Elements are nested more than ${LIMITS.htmlDepth} deep.`);
      }
    },
    tables(nested) {
      if (nested > LIMITS.htmlTableDepth) {
        throw new Rejection('page.tables-too-deep', `Tables are nested more than ${LIMITS.htmlTableDepth} deep.`);
      }
    },
  };
}
