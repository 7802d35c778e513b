/**
 * Who put it on the page. In: hints, metadata, the title's ending, the outlet's own furniture. Out: a name and a domain.
 * Promise: a name that only the furniture gives, and only once, is marked as inferred.
 */
import { parseWebUrl } from '../url.ts';
import { type Found, found, type Loser, nothing, placeOf, withLosers } from './found.ts';
import { selfReferences } from './self-reference.ts';
import { squeezed } from './site-names.ts';
import type { Sources } from './sources.ts';
import { bareTitle } from './titles.ts';

export type Publisher = { readonly name: string; readonly domain: string | null };

interface Offer extends Loser {
  readonly name: string;
  readonly rule: string;
  readonly inferred: boolean;
}

export function readPublisher(sources: Sources): Found<Publisher | null> {
  const domain = domainOf(sources.address);
  const offers = [...stated(sources), ...fromTitle(sources), ...fromSender(sources), ...fromText(sources)];
  const [winner] = offers;
  if (winner === undefined) {
    if (domain === null) return nothing(null);
    return {
      ...found({ name: domain, domain }, 'publisher', 'address', 'publisher.domain', sources.address),
      quality: ['publisher-inferred'],
    };
  }
  const base = found({ name: winner.name, domain }, 'publisher', winner.where, winner.rule, winner.raw);
  const others = offers.filter(({ name }) => squeezed(name) !== squeezed(winner.name));
  return { ...withLosers(base, 'publisher', others), quality: winner.inferred ? ['publisher-inferred'] : [] };
}

const NAME_CHARS = 80;

function stated({ hints, profile, of }: Sources): readonly Offer[] {
  const known: Offer[] = [];
  if (hints.publisher !== null) known.push(offer(hints.publisher, 'metadata of the object', 'publisher.hint'));
  if (profile.publisher !== null) known.push(offer(profile.publisher, 'outlet profile', 'publisher.profile'));
  const publishers = of('publisher').filter(({ value, where }) => isName(value) && !isSender(where));
  const sites = of('site').filter(({ value }) => isName(value));
  const ranked = [
    ...publishers.filter(({ source }) => source === 'json-ld'),
    ...sites.filter(({ where }) => where.includes('og:site_name')),
    ...publishers.filter(({ source }) => source !== 'json-ld'),
    ...sites.filter(({ where }) => !where.includes('og:site_name')),
  ];
  return [...known, ...ranked.map(({ value, where }) => offer(value, where, 'publisher.stated'))];
}

function isName(value: string): boolean {
  return value.length <= NAME_CHARS && !/^(?:https?:|@|\/)/i.test(value) && /\p{L}/u.test(value);
}

function offer(name: string, where: string, rule: string, raw = name, inferred = false): Offer {
  return { name, where, rule, raw, inferred };
}

/** Who sent a mail is who wrote it more often than not, and no more than that. */
function fromSender({ of }: Sources): readonly Offer[] {
  const senders = of('publisher').filter(({ value, where }) => isName(value) && isSender(where));
  return senders.map(({ value, where }) => offer(value, where, 'publisher.sender', value, true));
}

function isSender(where: string): boolean {
  return where.startsWith('mail ');
}

/** `Headline | The Daily Bugle`, and the piece that a scrape glued to the headline. */
function fromTitle({ of, site, blocks }: Sources): readonly Offer[] {
  const title = of('headline').find(({ source }) => source === 'title');
  const cut = title === undefined ? null : bareTitle(title.value, site).cut;
  const glued = blocks('nav.site').filter(({ block }) => block.fused);
  return [
    ...(title === undefined || cut === null ? [] : [offer(cut, title.where, 'publisher.title-ending', title.value)]),
    ...glued.map(({ block }) =>
      offer(block.text.replace(/^[\s|»·–—-]{1,4}/, ''), placeOf(block), 'publisher.title-ending', block.text),
    ),
  ].filter(({ name }) => isName(name));
}

function fromText({ page, labelled }: Sources): readonly Offer[] {
  if (page.format === 'html' && page.candidates.some(({ field }) => field === 'site')) return [];
  return selfReferences(labelled).map(({ name, where, raw, count }) =>
    offer(name, where, `publisher.named-${count}-times`, raw, count < 2),
  );
}

/** Host without `www.`; null for an unknown address. */
function domainOf(address: string | null): string | null {
  const host = address === null ? undefined : parseWebUrl(address)?.hostname;
  return host === undefined ? null : host.replace(/^(?:www|m|amp)\./, '');
}
