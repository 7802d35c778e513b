/** Which uploads are down in the end, and the tombstones that say so. In: decisions. Out: the right answer, found without the pipeline. */
import type { Decision } from '../../shared/pipeline/take-down.ts';
import type { UndoRequest } from '../../shared/pipeline/undo-take-down.ts';

type Plain = Readonly<Record<string, unknown>>;

interface Stone extends Plain {
  readonly texts: readonly string[];
  readonly articles: readonly string[];
  readonly spares: readonly string[];
  readonly lifted: unknown;
}

export interface Down {
  readonly isDown: (articleId: string, textId: string) => boolean;
  /** Tombstones and the list of take-downs, as they must stand in the table. */
  readonly items: readonly Plain[];
}

/** Whether a decision was written under a name: one that broke off and was given up is there in part. */
export type IsWritten = (decision: Decision, pk: string, sk: string) => boolean;
const WHOLLY: IsWritten = () => true;

/** The later decision on a name counts. `undos`: taken back after all of them, in this order. */
export function downBy(
  decisions: readonly Decision[],
  undos: readonly UndoRequest[] = [],
  isWritten: IsWritten = WHOLLY,
): Down {
  const stones = new Map<string, Stone>();
  for (const decision of decisions) {
    const { articleId, at, reason, texts } = decision;
    const put = (stone: Stone & { readonly pk: string; readonly name: string }) =>
      isWritten(decision, stone.pk, 'tomb') && stones.set(stone.name, stone);
    const common = { sk: 'tomb', at, reason, lifted: null };
    const names = texts.map(({ textId }) => textId);
    const own = { ...common, pk: `tomb#${articleId}`, name: articleId, kind: 'article' };
    put({ ...own, texts: names, articles: [], spares: [] });
    for (const { textId, articles, spares } of texts) {
      const text = { ...common, pk: `tomb#${textId}`, name: textId, kind: 'text' };
      put({ ...text, texts: [], articles, spares });
    }
  }
  for (const request of undos) lift(request, stones);
  const stands = (name: string) => stones.get(name)?.lifted === null;
  const listed = decisions.flatMap((decision) => {
    const { articleId, at } = decision;
    const key = { pk: 'takedowns', sk: `${at}#${articleId}` };
    return isWritten(decision, key.pk, key.sk) ? [{ ...key, articleId, at }] : [];
  });
  return {
    isDown: (articleId, textId) =>
      stands(articleId) || (stands(textId) && stones.get(textId)?.spares.includes(articleId) === false),
    items: [...stones.values(), ...listed],
  };
}

/** A text that is down for the sake of others too stays down for all but this article. */
function lift({ articleId, reason }: UndoRequest, stones: Map<string, Stone>): void {
  const own = stones.get(articleId);
  if (own === undefined || own.lifted !== null) return;
  stones.set(articleId, { ...own, lifted: { reason } });
  for (const [name, text] of stones) {
    if (!own.texts.includes(name) || text.lifted !== null) continue;
    const articles = text.articles.filter((id) => id !== articleId);
    const spares = [...new Set([...text.spares, articleId])].sort();
    stones.set(name, articles.length === 0 ? { ...text, lifted: { reason } } : { ...text, articles, spares });
  }
}

export const NOTHING_DOWN = downBy([]);
