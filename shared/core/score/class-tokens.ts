/** What page builders call the parts of a page, by the beginning of a word in `class` or `id`. Data only: add a stem where it belongs. */

/** Stems of five letters and more match the beginning of a word, shorter ones the whole word. */
export const CLASS_TOKENS: readonly (readonly [string, string])[] = [
  [
    'comment',
    'comment discuss disqus reply replies respon feedback kommentar coment comentario commentaire livefyre viafoura coral',
  ],
  [
    'related',
    'relat recommend similar more also read next prev previous popular trending latest most suggest recirc outbrain taboola teaser card headlines readmore associated empfehl mehr weitere relacionad articoli correlat voir lire plus onward further',
  ],
  ['footer', 'footer foot bottom copyright legal imprint impressum disclaimer colophon'],
  [
    'nav',
    'nav navigation navbar menu breadcrumb crumb toolbar pagination pager toc topbar masthead header-bar skip submenu',
  ],
  ['side', 'sidebar aside side rail widget widgets secondary complement tertiary column-right'],
  [
    'promo',
    'promo newsletter subscri signup paywall donat membership premium offer cta regist login signin banner sponsor advert ad ads adv commerci anzeige werbung publicit publicidad pubblicit marketing appeal piano regwall campaign',
  ],
  ['share', 'share sharing social facebook twitter whatsapp follow teilen compart partag addthis sharedaddy'],
  [
    'media',
    'caption credit figure image img photo photos media gallery galleri video slideshow slider picture thumb thumbnail player carousel bildunter bild foto legende lightbox audio podcast',
  ],
  [
    'meta',
    'byline author meta date time datetime published timestamp info dateline bio contrib writer kicker category categori tag tags topic topics keyword label labels autor auteur autore datum details',
  ],
  [
    'overlay',
    'cookie consent gdpr modal popup overlay hidden hide alert notice notif dialog sr screen visually onetrust toast tooltip offcanvas',
  ],
  [
    'body',
    'articlebody content body text paragraph entry story main prose richtext wysiwyg copy inhalt corps contenu cuerpo corpo texto texte testo articletext fulltext rte',
  ],
  [
    'article',
    'article artikel articolo articulo post single detail details news noticia notizia blog meldung beitrag page',
  ],
  [
    'summary',
    'summary excerpt standfirst lead lede intro introduct subtitle subhead subheadline deck descript abstract dek chapo chapeau sapo perex vorspann entradilla sommario bajada ingress',
  ],
  ['quote', 'quote pullquote blockquote zitat cite citation'],
  [
    'embed',
    'embed tweet instagram infobox factbox box inset callout poll quiz inline insert sidenote infogra interactive',
  ],
  ['product', 'product price shop buy deal deals rating review recipe recipes ingredi affiliate commerce specs'],
  ['title', 'title headline heading titel titre titulo titolo'],
  ['live', 'live liveblog ticker update updates timeline liveticker'],
  ['list', 'list listing lists item items grid feed stream archive loop row'],
  ['event', 'event events calendar weather stock stocks market score scores sport results'],
];
