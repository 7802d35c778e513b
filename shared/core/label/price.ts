/** Prices: what an appeal is for, a gift or a purchase, shows in whether it names a price. */
import type { Label } from '../label.ts';

/** As `fold` leaves them: every number is `#`. */
const PRICES = [
  '€#',
  '$#',
  '£#',
  '₽#',
  '¥#',
  '# €',
  '#€',
  '# euro',
  '# eur',
  '# zł',
  '# kr',
  '# руб',
  '# tl',
  '#円',
  '#원',
  '#元',
  'chf #',
  ' r#',
] as const;

export function namesPrice(folded: string): boolean {
  return PRICES.some((price) => folded.includes(price));
}

export function promoLabel(label: Label, folded: string): Label {
  return label === 'promo.donation' && namesPrice(folded) ? 'promo.paywall' : label;
}
