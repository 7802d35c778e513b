/**
 * Whose copy the text is. In: credit lines, dateline, byline and metadata. Out: the agency and the credit as printed.
 * Promise: the agency of a picture is not the agency of the text.
 */
import type { OutletProfile } from '../document.ts';
import { type Agency, agencyIn, agencyOf } from '../read/agencies.ts';
import type { Byline, BylineName } from '../read/byline.ts';
import { readCredit } from '../read/credit.ts';
import type { Dateline } from '../read/dateline.ts';
import { AGENCIES } from '../tables/agencies.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

export interface Provenance {
  readonly provider: Agency | null;
  readonly creditLine: string | null;
}

export interface ProviderHints {
  readonly dateline: Dateline | null;
  readonly byline: Byline | null;
  readonly authors: readonly BylineName[];
}

export function readProvider(sources: Sources, hints: ProviderHints): Found<Provenance> {
  const credited = creditLine(sources);
  const creditText = credited?.value.creditLine ?? null;
  if (credited?.value.provider) return credited;
  if (hints.dateline?.agency)
    return stated(byCode(hints.dateline.agency), creditText, 'dateline', 'provider.dateline', hints.dateline.raw);
  if (hints.byline?.agency)
    return stated(hints.byline.agency, creditText, 'byline', 'provider.byline', hints.byline.raw);
  return fromMetadata(sources, hints.authors, creditText) ?? credited ?? nothing({ provider: null, creditLine: null });
}

function creditLine(sources: Sources): Found<Provenance> | null {
  for (const { block } of sources.blocks('meta.credit')) {
    const known = readCredit(block.text)?.agency ?? agencyIn(block.text, 'first');
    const agency = known ?? ofProfile(sources.profile, block.text);
    const value: Provenance = { provider: agency, creditLine: block.text };
    return found(value, 'provider', placeOf(block), 'provider.credit-line', block.text);
  }
  return null;
}

const SIGN = /[\p{L}\p{N}]{2,12}/gu;

/** Shorthand such as `ap` or `(pa)` is a word elsewhere: it counts where the outlet is known to run that agency's copy. */
function ofProfile({ agencies }: OutletProfile, text: string): Agency | null {
  if (agencies.length === 0) return null;
  const words = (text.slice(0, 100).match(SIGN) ?? []).map((word) => word.toUpperCase());
  const code = agencies.find((known) => words.includes(known.toUpperCase()));
  return code === undefined ? null : byCode(code.toUpperCase());
}

/** On its own site an agency is the publisher; what it sends in these is its copy. */
const WIRE_FORMAT = /^(?:NewsML|NITF|ninjs)/;

function fromMetadata(
  sources: Sources,
  authors: readonly BylineName[],
  creditText: string | null,
): Found<Provenance> | null {
  for (const { value, where } of sources.of('agency')) {
    const agency = agencyOf(value);
    if (agency !== null && (WIRE_FORMAT.test(where) || !sources.site.isSite(value)))
      return stated(agency, creditText, where, 'provider.stated', value);
  }
  for (const { name } of authors) {
    const agency = agencyOf(name) ?? ofProfile(sources.profile, name);
    if (agency !== null && !sources.site.isSite(name))
      return stated(agency, creditText, 'authors', 'provider.author', name);
  }
  return null;
}

function stated(
  provider: Agency | null,
  creditText: string | null,
  where: string,
  rule: string,
  raw: string,
): Found<Provenance> {
  return found({ provider, creditLine: creditText }, 'provider', where, rule, raw);
}

function byCode(code: string): Agency | null {
  const row = AGENCIES.find((agency) => agency.code === code);
  return row === undefined ? null : { code: row.code, name: row.name };
}
