/** The closed list of what a block can be. Every block gets exactly one label and one reason. */

export const LABELS = [
  'body', // a paragraph of the article
  'body.heading', // a heading inside the article
  'body.quote',
  'body.list',
  'meta.headline',
  'meta.deck',
  'meta.byline',
  'meta.credit', // the agency or desk line
  'meta.published',
  'meta.modified',
  'meta.dateline',
  'meta.section',
  'meta.advisory', // from an agency to the desks, not to readers
  'media.caption',
  'media.credit',
  'media.alt',
  'nav.breadcrumb',
  'nav.menu',
  'nav.site',
  'ui.notification',
  'ui.auth',
  'ui.comments',
  'ui.counter',
  'ui.label',
  'ui.share',
  'ui.control',
  'promo.donation',
  'promo.paywall',
  'promo.newsletter',
  'promo.app',
  'promo.advertisement',
  'promo.event',
  'related.heading',
  'related.item',
  'dup.headline',
  'dup.deck',
  'dup.body',
  'footer.imprint',
  'footer.legal',
  'footer.tags',
  'footer.author', // who the author is, after the article
  'other', // not the article, and nothing more is known
] as const;

export type Label = (typeof LABELS)[number];

export interface Reason {
  /** Stable name of the rule, `area.rule`. */
  readonly rule: string;
  /** One plain sentence for a person. */
  readonly text: string;
}

export interface LabelledBlock {
  readonly block: import('./block.ts').Block;
  readonly label: Label;
  readonly reason: Reason;
}

export function isBody(label: Label): boolean {
  return label === 'body' || label.startsWith('body.');
}
