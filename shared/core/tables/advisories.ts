/** How agencies speak to desks about their copy, by language. Whole lines only: what a reader is told (`Editor’s note:`) is the article’s. */

export const ADVISORY_KINDS = ['kill', 'correction', 'update', 'note'] as const;
export type AdvisoryKind = (typeof ADVISORY_KINDS)[number];

/** Beginnings of a line that is for editors, in lower case; what follows them says what kind it is. */
export const DESK_CALLS: readonly string[] = [
  'eds:',
  'eds.:',
  'editors:',
  'attention editors:',
  'attn editors:',
  'note to editors:',
  'editors, please note:',
  'achtung redaktionen:',
  'note aux redactions:',
  'note aux rédactions:',
  'atención redacciones:',
];

/** A line that takes a story back, in lower case. */
export const KILL_CALLS: readonly string[] = [
  'mandatory kill',
  'bulletin kill',
  'story kill',
  'kill advisory',
  'annulation obligatoire',
  'anulación obligatoria',
];

/** First word inside brackets, `(Corrects spelling in third paragraph)`, or behind a desk's call, in lower case. */
export const ADVISORY_WORDS: Readonly<Record<Exclude<AdvisoryKind, 'note'>, readonly string[]>> = {
  kill: ['kill', 'kills', 'withdraws', 'withdrawn', 'eliminates'],
  correction: [
    ...['corrects', 'corrected', 'correcting', 'correction', 'clarifies', 'removes', 'deletes', 'fixes'],
    ...['berichtigt', 'berichtigung', 'korrigiert', 'korrektur'],
    ...['corrige', 'rectifie', 'précise', 'aclara', 'retifica', 'corregge', 'corrigeert', 'rectificeert', 'poprawia'],
  ],
  update: [
    ...['updates', 'updated', 'updating', 'update', 'adds', 'adding', 'recasts', 'rewrites', 'refiles', 'recaps'],
    ...['aktualisiert', 'aktualisierung', 'ergänzt', 'neu', 'neufassung'],
    ...['ajoute', 'actualise', 'complète', 'actualiza', 'añade', 'agrega', 'amplía', 'atualiza', 'acrescenta'],
    ...['aggiorna', 'aggiunge', 'actualiseert', 'uzupełnia'],
  ],
};

/** Before a hyphen at the beginning of a headline: `UPDATE 2-`, `CORRECTED-`. */
export const HEADLINE_CALLS: readonly (readonly [RegExp, Exclude<AdvisoryKind, 'note'>])[] = [
  [/^(?:UPDATE|WRAPUP|RPT-UPDATE) \d{1,2}-(?=\S)/, 'update'],
  [/^REFILE-(?=\S)/, 'update'],
  [/^CORRECTED-(?=\S)/, 'correction'],
  [/^(?:WITHDRAWN|KILL)-(?=\S)/, 'kill'],
];
