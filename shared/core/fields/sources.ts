/** Everything that a field is read from, prepared once: the page's offers by field, its blocks by label, and its surroundings. */
import type { Candidate, CandidateField, Page } from '../block.ts';
import type { Hints, OutletProfile } from '../document.ts';
import type { Label, LabelledBlock } from '../label.ts';
import { parseWebUrl } from '../url.ts';
import { type SiteNames, siteNames } from './site-names.ts';

export interface Sources {
  readonly page: Page;
  readonly labelled: readonly LabelledBlock[];
  readonly hints: Hints;
  readonly profile: OutletProfile;
  readonly site: SiteNames;
  readonly of: (field: CandidateField) => readonly Candidate[];
  readonly blocks: (...labels: readonly Label[]) => readonly LabelledBlock[];
  /** Address of the page, by the hint or its own metadata; null when unknown. */
  readonly address: string | null;
}

export function sourcesOf(
  page: Page,
  labelled: readonly LabelledBlock[],
  hints: Hints,
  profile: OutletProfile,
): Sources {
  const byField = Map.groupBy(page.candidates, ({ field }) => field);
  const byLabel = Map.groupBy(labelled, ({ label }) => label);
  const of = (field: CandidateField): readonly Candidate[] => byField.get(field) ?? [];
  const blocks = (...labels: readonly Label[]): readonly LabelledBlock[] => {
    const [first = [], ...others] = labels.flatMap((label) => {
      const list = byLabel.get(label);
      return list === undefined ? [] : [list];
    });
    // In the order of the page, whatever the order of the labels.
    return others.length === 0 ? first : [first, ...others].flat().sort((a, b) => a.block.index - b.block.index);
  };
  const offered = [...of('canonicalUrl'), ...of('url')].map(({ value }) => value);
  const address = [hints.url, ...offered].find((url) => url !== null && parseWebUrl(url) !== null) ?? null;
  return {
    page,
    labelled,
    hints,
    profile,
    site: siteNames(page.candidates, byLabel.get('meta.headline')?.[0]?.block.text ?? null),
    of,
    blocks,
    address,
  };
}
