/** The worlds that each seed stands for: small ones, every third of a kind. In: a seed. Out: what came of it. */
import { DEEP, RACE, ROUGH, runSeed, type SeedResult } from './seed.ts';
import type { WorldOptions } from './world.ts';

/** A small world each, but with as many deliveries in all as were promised. */
export const PLACES = 3;

export function optionsOf(seed: number): WorldOptions {
  return [ROUGH, RACE, DEEP][seed % 3] ?? ROUGH;
}

export function runSmall(seed: number): Promise<SeedResult> {
  return runSeed(seed, optionsOf(seed), PLACES);
}
