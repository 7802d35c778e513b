/**
 * A page's lean tree in; everything the page offers for the record's fields out, from its metadata before its visible parts,
 * and inside each in the order of the page. Nothing is chosen here.
 */
import type { Candidate, CandidateField } from '../block.ts';
import { addressDays, linkCandidates } from './addresses.ts';
import { jsonLdCandidates } from './jsonld-candidates.ts';
import { metaCandidates } from './meta-candidates.ts';
import { microdataOf } from './microdata.ts';
import { classReader, type Elsewhere, headlinePath, isElsewhere, isOutside } from './neighbourhood.ts';
import type { Tree, TreeElement } from './tree.ts';
import { visibleCandidates } from './visible.ts';
import { forEachElement } from './walk.ts';

/** A field's visible candidates: the article's own come first on any page, what follows are other articles'. */
const MAX_VISIBLE = 12;

/** Candidates in all: a crafted page may offer a million. */
const MAX_CANDIDATES = 1_000;

function microdata(root: TreeElement): readonly Candidate[] {
  const found: Candidate[] = [];
  forEachElement(root, (element) => {
    if (found.length > MAX_CANDIDATES) return 'skip';
    const { itemprop, property } = element.attributes;
    if (itemprop !== undefined || property !== undefined) found.push(...microdataOf(element));
    return undefined;
  });
  return found;
}

/** What the page shows, without the parts for which `skip` holds. */
function visible(root: TreeElement, skip: Elsewhere): readonly Candidate[] {
  const found: Candidate[] = [];
  const counts = new Map<CandidateField, number>();
  const path = headlinePath(root);
  const wordsOf = classReader();
  forEachElement(root, (element) => {
    const words = wordsOf(element);
    if (!path.has(element) && skip(element, words)) return 'skip';
    for (const candidate of visibleCandidates(element, words)) {
      const count = counts.get(candidate.field) ?? 0;
      counts.set(candidate.field, count + 1);
      if (count < MAX_VISIBLE) found.push(candidate);
    }
    return undefined;
  });
  return found;
}

const NEEDED: readonly CandidateField[] = ['headline', 'author', 'published'];

function fromElements(tree: Tree, stated: readonly Candidate[]): readonly Candidate[] {
  const marked = microdata(tree.root);
  const near = visible(tree.root, isElsewhere);
  const known = new Set([...stated, ...marked, ...near].map(({ field }) => field));
  const missing = NEEDED.filter((field) => !known.has(field));
  // Pages that keep their one date or author in what looks like a sidebar are searched again, with less suspicion.
  const far = missing.length === 0 ? [] : visible(tree.root, isOutside).filter(({ field }) => missing.includes(field));
  return [...marked, ...near, ...far];
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ field, value, where }) => {
    const key = `${field}\n${where}\n${value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function readMetadata(tree: Tree): readonly Candidate[] {
  const title: readonly Candidate[] =
    tree.title === null ? [] : [{ field: 'headline', value: tree.title, source: 'title', where: 'title' }];
  const language: readonly Candidate[] =
    tree.lang === null || tree.lang.trim() === ''
      ? []
      : [{ field: 'language', value: tree.lang.trim().slice(0, 40), source: 'html', where: 'html[lang]' }];
  const stated = [
    ...jsonLdCandidates(tree.jsonLd),
    ...metaCandidates(tree.metas),
    ...linkCandidates(tree.links),
    ...title,
    ...language,
  ];
  const found = [...stated, ...fromElements(tree, stated)];
  return unique([...found, ...addressDays(found)]).slice(0, MAX_CANDIDATES);
}
