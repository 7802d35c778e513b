/** Which uploads are down in the end, and the tombstones that say so. In: decisions. Out: the right answer, found without the pipeline. */
import type { Decision } from '../../shared/pipeline/take-down.ts';

type Plain = Readonly<Record<string, unknown>>;

interface Stone extends Plain {
  readonly spares: readonly string[];
}

export interface Down {
  readonly isDown: (articleId: string, textId: string) => boolean;
  /** Tombstones and the list of take-downs, as they must stand in the table. */
  readonly items: readonly Plain[];
}

/** The later decision on a name counts. */
export function downBy(decisions: readonly Decision[]): Down {
  const stones = new Map<string, Stone>();
  for (const { articleId, at, reason, texts } of decisions) {
    const common = { sk: 'tomb', at, reason, lifted: null };
    const names = texts.map(({ textId }) => textId);
    const own = { ...common, pk: `tomb#${articleId}`, name: articleId, kind: 'article' };
    stones.set(articleId, { ...own, texts: names, articles: [], spares: [] });
    for (const { textId, articles, spares } of texts) {
      const text = { ...common, pk: `tomb#${textId}`, name: textId, kind: 'text' };
      stones.set(textId, { ...text, texts: [], articles, spares });
    }
  }
  const listed = decisions.map(({ articleId, at }) => ({ pk: 'takedowns', sk: `${at}#${articleId}`, articleId, at }));
  return {
    isDown: (articleId, textId) => stones.has(articleId) || stones.get(textId)?.spares.includes(articleId) === false,
    items: [...stones.values(), ...listed],
  };
}

export const NOTHING_DOWN = downBy([]);
