/** What HTML's tags mean to a reader of articles: plain sets, so that parser and splitter agree. Nothing comes in; tables go out. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Whole subtrees that can never be article text; their content is not even looked at. */
export const DROPPED = set(
  'script style svg math template noscript iframe object embed applet canvas audio video map input select textarea ' +
    'button option optgroup datalist output progress meter dialog frame frameset noframes',
);

/** Elements that never have content. */
export const VOID = set('area base basefont br col embed frame hr img input link meta param source track wbr');

/** A block of text begins and ends at the edges of these. */
export const BLOCK = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul',
);

/** Pages forget to close these; one open inside three of its own kind is taken for such a mistake. */
export const FORMATTING = set('a abbr b big code em font i label mark nobr s small span strike strong sub sup tt u');

/** An item that is forgotten outside one of these is another list's. */
const SECTIONS = 'table td th body article section aside main nav header footer form blockquote figure details center';

const BLOCK_ENDS_P = [...BLOCK].filter((tag) => !['html', 'body', 'caption', 'td', 'th', 'tr', 'tbody'].includes(tag));

/** For an opening tag: which open elements it ends, and where the search for them stops. */
export const IMPLIED_END: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly stops: ReadonlySet<string> }
> = new Map([
  ...BLOCK_ENDS_P.map(
    (tag) =>
      [
        tag,
        { ends: set('p'), stops: set('button div td th li caption object article section blockquote figure') },
      ] as const,
  ),
  ['li', { ends: set('li'), stops: set(`ul ol menu dir ${SECTIONS}`) }],
  ['dt', { ends: set('dt dd'), stops: set(`dl ${SECTIONS}`) }],
  ['dd', { ends: set('dt dd'), stops: set(`dl ${SECTIONS}`) }],
  ['td', { ends: set('td th caption'), stops: set('tr table') }],
  ['th', { ends: set('td th caption'), stops: set('tr table') }],
  ['tr', { ends: set('tr caption'), stops: set('table tbody thead tfoot') }],
  ['tbody', { ends: set('tbody thead tfoot caption'), stops: set('table') }],
  ['thead', { ends: set('tbody thead tfoot caption'), stops: set('table') }],
  ['tfoot', { ends: set('tbody thead tfoot caption'), stops: set('table') }],
]);
