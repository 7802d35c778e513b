/**
 * Named character references of HTML that turn up in the text of pages and scrapes because something was encoded twice.
 * Those of markup (`&lt;`, `&gt;`) are left out: whoever shows them may mean them.
 */
// biome-ignore format: a few a line
export const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '\u200c', zwj: '\u200d',
  lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›',
  ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', prime: '′', Prime: '″', trade: '™', copy: '©', reg: '®',
  euro: '€', pound: '£', yen: '¥', cent: '¢', deg: '°', sect: '§', para: '¶', frac12: '½', frac14: '¼', frac34: '¾', times: '×', plusmn: '±',
  iexcl: '¡', iquest: '¿', ordf: 'ª', ordm: 'º', sup2: '²', sup3: '³', micro: 'µ', acute: '´',
  agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç', egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë',
  igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', oelig: 'œ',
  ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý', yuml: 'ÿ', szlig: 'ß', eth: 'ð', thorn: 'þ', scaron: 'š',
  Agrave: 'À', Aacute: 'Á', Acirc: 'Â', Atilde: 'Ã', Auml: 'Ä', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç', Egrave: 'È', Eacute: 'É', Ecirc: 'Ê', Euml: 'Ë',
  Iacute: 'Í', Icirc: 'Î', Ntilde: 'Ñ', Oacute: 'Ó', Ocirc: 'Ô', Otilde: 'Õ', Ouml: 'Ö', Oslash: 'Ø', OElig: 'Œ', Uacute: 'Ú', Ucirc: 'Û', Uuml: 'Ü', Scaron: 'Š',
};
