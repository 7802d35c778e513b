/** How two stories resemble each other. Two weighed prints come in, a row of figures goes out. Promise: the order of the two never matters. */
import type { WeighedPrint } from './weighed-print.ts';

/** Names of the figures, in order; `gap` and what follows from it are in days on a log scale. */
export const FIGURES = [
  'body',
  'bodyRoot',
  'headline',
  'lead',
  'name',
  'headlineAcross',
  'numbers',
  'threeRarest',
  'shared',
  'gap',
  'gapBeyondTwo',
  'undated',
  'noHeadline',
  'nameAndBody',
] as const;

/** Nats of the rarest term there is, and a count of shared terms that is much: they bring figures near 0 to 1. */
const RAREST = 8;
const MUCH_SHARED = 4;
/** Numbers that two stories are taken to differ in anyway. */
const SOME_NUMBERS = 2;
/** Coverage of one happening mostly comes within these days. */
const SAME_NEWS_DAYS = 2;

interface Shared {
  body: number;
  headline: number;
  lead: number;
  name: number;
  numbers: number;
  headlineAcross: number;
  count: number;
  readonly rarest: [number, number, number];
}

export function likeness(a: WeighedPrint, b: WeighedPrint): readonly number[] {
  const shared = sharedBy(a, b);
  const [first, second, third] = shared.rarest;
  const gap = a.days === null || b.days === null ? null : Math.abs(a.days - b.days);
  const headlines = a.hasHeadline && b.hasHeadline;
  return [
    shared.body,
    Math.sqrt(shared.body),
    headlines ? shared.headline : 0,
    shared.lead,
    shared.name,
    headlines ? shared.headlineAcross / 2 : 0,
    shared.numbers / (Math.min(a.numbers, b.numbers) + SOME_NUMBERS),
    (first + second + third) / (3 * RAREST),
    Math.log1p(shared.count) / MUCH_SHARED,
    gap === null ? 0 : Math.log1p(gap),
    gap === null ? 0 : Math.log1p(Math.max(0, gap - SAME_NEWS_DAYS)),
    gap === null ? 1 : 0,
    headlines ? 0 : 1,
    Math.sqrt(shared.body * shared.name),
  ];
}

function sharedBy(a: WeighedPrint, b: WeighedPrint): Shared {
  const shared: Shared = {
    body: 0,
    headline: 0,
    lead: 0,
    name: 0,
    numbers: 0,
    headlineAcross: 0,
    count: 0,
    rarest: [0, 0, 0],
  };
  for (let i = 0, j = 0; i < a.hash.length && j < b.hash.length; ) {
    const left = a.hash[i] ?? 0;
    const right = b.hash[j] ?? 0;
    if (left === right) {
      addShared(shared, a, i, b, j);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return shared;
}

function addShared(shared: Shared, a: WeighedPrint, i: number, b: WeighedPrint, j: number): void {
  shared.body += product(a.body, i, b.body, j);
  shared.headline += product(a.headline, i, b.headline, j);
  shared.lead += product(a.lead, i, b.lead, j);
  shared.name += product(a.name, i, b.name, j);
  shared.numbers += a.number[i] ?? 0;
  // How much of each headline the other story says anywhere: two headlines may have no word in common.
  shared.headlineAcross += (a.headline[i] ?? 0) ** 2 + (b.headline[j] ?? 0) ** 2;
  shared.count += 1;
  keepRarest(shared.rarest, ((a.rare[i] ?? 0) + (b.rare[j] ?? 0)) / 2);
}

const product = (x: Float32Array, i: number, y: Float32Array, j: number): number => (x[i] ?? 0) * (y[j] ?? 0);

function keepRarest(rarest: [number, number, number], rare: number): void {
  if (rare > rarest[0]) rarest.splice(0, 3, rare, rarest[0], rarest[1]);
  else if (rare > rarest[1]) rarest.splice(1, 2, rare, rarest[1]);
  else if (rare > rarest[2]) rarest[2] = rare;
}
