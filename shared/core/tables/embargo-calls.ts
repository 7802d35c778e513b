/** How senders say that a story must wait, by language, in lower case with straight apostrophes. What stands behind is until when. */

/** Nobody begins a line so who is not speaking to desks. */
export const EMBARGO_ORDERS: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['strictly embargoed until', 'strictly embargoed to', 'strictly embargoed', 'embargoed until', 'embargoed till'],
    ...['embargoed to', 'embargoed for release until', 'embargoed for', 'under strict embargo until'],
    ...['under embargo until', 'under embargo till', 'under embargo to', 'strict embargo until'],
    ...['not for publication before', 'not for publication until', 'not for release before', 'not for release until'],
    ...['not for use before', 'not for use until', 'hold for release until', 'do not publish before'],
  ],
  de: ['sperrfrist:', 'sperrfrist bis', 'sperrfrist -', 'gesperrt bis', 'bitte sperrfrist beachten:'],
  fr: [
    "sous embargo jusqu'au",
    "sous embargo jusqu'à",
    'sous embargo :',
    'ne pas publier avant',
    'ne pas diffuser avant',
  ],
  es: ['bajo embargo hasta', 'embargado hasta', 'embargada hasta', 'no publicar antes', 'no difundir antes'],
  it: ['sotto embargo fino', 'embargato fino', 'da non pubblicare prima', 'non pubblicare prima'],
  pt: ['sob embargo até', 'embargado até', 'embargada até', 'não publicar antes', 'não divulgar antes'],
  nl: ['onder embargo tot', 'niet publiceren voor', 'niet voor publicatie voor', 'niet vrijgeven voor'],
};

/** A headline may begin so too, so in a text these count only where nothing but a time is behind them. */
export const EMBARGO_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['embargo until', 'embargo till', 'embargo ends', 'embargo:', 'embargo -', 'release time:', 'for release at'],
  de: ['sperrfrist', 'frei ab', 'embargo bis'],
  fr: ["embargo jusqu'au", "embargo jusqu'à", 'embargo :', 'embargo au'],
  es: ['embargo hasta'],
  it: ['embargo fino'],
  pt: ['embargo até'],
  nl: ['embargo tot'],
};

/** The same word in all of these languages; in a line or a sentence it counts only where nothing but a time is behind it. */
export const EMBARGO_BARE: readonly string[] = ['embargo'];

/** With a bare day these mean its end, or are taken for it: too late is better than too early. */
export const MIDNIGHT_WORDS: readonly string[] = [
  ...['midnight', 'mitternacht', 'minuit', 'medianoche', 'mezzanotte', 'meia-noite', 'meia noite', 'middernacht'],
];
