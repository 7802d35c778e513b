/** What the labeller sees in one line before it knows where the line stands. In: the line. Out: its folded forms, its phrases, and what it may be. */
import { mayBeCredit } from '../../shared/core/label/credit-gate.ts';
import { countWords } from '../../shared/core/label/draft.ts';
import { mayBeByline, mayBeDate } from '../../shared/core/label/fact-gate.ts';
import { fold, foldInside, isWordStart, withoutQuotes } from '../../shared/core/label/fold.ts';
import { countAppeal, findPhrase, phraseInside } from '../../shared/core/label/phrases.ts';
import { namesPrice, promoLabel } from '../../shared/core/label/price.ts';
import { shown } from './shown.ts';

export function lineWords(line: string): readonly string[] {
  const [folded, inside] = [fold(line), foldInside(line)];
  const starts = [...inside].flatMap((_, at) => (isWordStart(inside, at) ? [at] : []));
  const gates = { date: mayBeDate(line), byline: mayBeByline(line), credit: mayBeCredit(line) };
  return [
    `${shown(folded)}, inside ${shown(inside)}, without quotations ${shown(withoutQuotes(line))}`,
    `${countWords(line)} words, which begin at ${starts.join(' ')}`,
    `phrase ${shown(findPhrase(folded, inside))}, inside ${shown(phraseInside(folded))}, appeal ${shown(countAppeal(inside))}`,
    `price ${namesPrice(folded)} ${promoLabel('promo.donation', folded)}, may be ${shown(gates)}`,
  ];
}
