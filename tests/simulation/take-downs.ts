/**
 * Some take-downs: of articles that were, are or will be there, with all or some of their texts, sparing some that carry them too.
 * In: deliveries and chance. Out: decisions. Promise: fixed before the world begins, so that the right answer cannot depend on it.
 */
import type { DecidedText, Decision } from '../../shared/pipeline/take-down.ts';
import type { Delivery } from './deliveries.ts';
import { isRecord, nameOf, readingsOf } from './fold-reading.ts';
import type { Random } from './random.ts';

const START_MS = Date.UTC(2026, 5, 1);

export function someTakeDowns(deliveries: readonly Delivery[], most: number, random: Random): readonly Decision[] {
  const records = deliveries.flatMap(readingsOf).filter(isRecord);
  const carriers = Map.groupBy(records, nameOf);
  const decided = new Map<string, DecidedText>();
  return Array.from({ length: records.length === 0 ? 0 : random.below(most + 1) }, (_, at) => {
    const { id } = random.pick(records);
    const own = [...new Set(records.filter((record) => record.id === id).map(nameOf))];
    const texts = own
      .filter(() => random.chance(0.8))
      .map((textId) => {
        // A later decision on the same text spares nobody whom an earlier one has taken down.
        const before = decided.get(textId) ?? {
          articles: [],
          spares: (carriers.get(textId) ?? []).map((one) => one.id),
        };
        const spares = [...new Set(before.spares)].filter((one) => one !== id && random.chance(0.6));
        const text = { textId, articles: [...new Set([...before.articles, id])], spares };
        decided.set(textId, text);
        return text;
      });
    return { articleId: id, at: new Date(START_MS + at * 1000).toISOString(), reason: `Letter ${at}`, texts };
  });
}
