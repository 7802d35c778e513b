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

/** A line that is nothing but this, or a sentence of a note. In lower case, `:` for a colon or a dash. */
export const KILL_LINES: readonly string[] = [
  ...['story withdrawn', 'story killed', 'story retracted', 'article withdrawn', 'item withdrawn', 'copy withdrawn'],
  ...['meldung zurückgezogen', 'dépêche annulée', 'papier annulé', 'nota anulada', 'noticia anulada'],
  ...['información anulada', 'notizia annullata', 'notícia anulada', 'bericht ingetrokken'],
];

/** A line, or a sentence of a note, that begins so and tells of itself; nobody is quoted in it. */
export const KILL_OPENINGS: readonly string[] = [
  ...['a mandatory kill has been issued', 'a kill has been issued', 'kill: do not', 'kill: please', 'kill: story'],
  ...['kill: this story', 'kill: the story', 'withdrawn: do not', 'story withdrawn: do not', 'story killed: do not'],
  ...['this story has been withdrawn', 'this story has been killed', 'this story has been retracted'],
  ...['this article has been withdrawn', 'this article has been retracted', 'this item has been withdrawn'],
  ...['this dispatch has been withdrawn', 'this story is withdrawn', 'this story was withdrawn'],
  ...['diese meldung wurde zurückgezogen', 'diese meldung ist zurückgezogen', 'diese meldung wird zurückgezogen'],
  ...['cette dépêche est annulée', 'cette dépêche a été annulée', 'cet article a été retiré'],
  ...['esta nota ha sido anulada', 'esta nota queda anulada', 'esta noticia ha sido anulada'],
  ...['esta información ha sido anulada', 'esta información queda anulada', 'questa notizia è stata annullata'],
  ...['esta notícia foi anulada', 'dit bericht is ingetrokken'],
];

/** Words by which somebody else is quoted. */
export const REPORTED_WORDS: readonly string[] = ['said', 'says', 'sagte', 'dit', 'dijo', 'disse', 'zei'];

/** Before `kill` or `withdrawn` inside a note they make an order of it; anywhere else it is what the story tells of. */
export const KILL_ORDERS: readonly string[] = [
  ...['mandatory', 'please', 'pls', 'must', 'attention', 'attn', 'achtung', 'atención', 'attenzione', 'editors', 'eds'],
];
/** What is withdrawn, and the words between: `The above story slugged FERRY has been withdrawn`. */
export const WITHDRAWN_NOUNS: readonly string[] = ['story', 'article', 'item', 'copy', 'dispatch', 'version'];
export const WITHDRAWN_VERBS: readonly string[] = ['been', 'is', 'was'];
/** With one of these between, it is somebody else who was. */
export const WITHDRAWN_OTHERS: readonly string[] = ['about', 'that', 'which', 'who', 'on', 'of', 'with', 'from'];

/** First word inside brackets, `(Corrects spelling in third paragraph)`, or behind a desk's call, in lower case. */
export const ADVISORY_WORDS: Readonly<Record<Exclude<AdvisoryKind, 'note'>, readonly string[]>> = {
  kill: [
    ...['kill', 'kills', 'withdraws', 'withdrawn', 'eliminates', 'zurückgezogen', 'zurückziehung', 'annulliert'],
    ...['annule', 'annulé', 'annulée', 'annulation', 'anula', 'anulado', 'anulada', 'anulación', 'anulação'],
    ...['annulla', 'annullato', 'annullata', 'annullamento', 'ingetrokken', 'anulowano', 'anulowanie'],
  ],
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
