/**
 * What the columns of a table are called, by the part of an article that stands in them: English, and other languages by their code. Written as
 * they are printed; capitals, accents, blanks and signs between words do not count. A name of another language counts only for a part
 * that no English one names.
 */

type Part =
  | 'title'
  | 'text'
  | 'url'
  | 'published'
  | 'modified'
  | 'author'
  | 'publisher'
  | 'language'
  | 'section'
  | 'keywords'
  | 'description'
  | 'capturedAt';

export type ColumnNames = Readonly<Partial<Record<Part, string>>>;

export const ENGLISH_COLUMNS: ColumnNames = {
  title: 'title, headline',
  text: 'text, body, content, article, main text, article body, plain text, full text, article text',
  url: 'url, link',
  published: 'date, published, published date, publish date, date published, date publish, publication date',
  modified: 'modified, date modified',
  author: 'author, authors, byline',
  publisher: 'publisher, source, outlet',
  language: 'language, lang',
  section: 'section, category',
  keywords: 'keywords, tags',
  description: 'description, summary, deck',
  capturedAt: 'captured at',
};

export const OTHER_COLUMNS: Readonly<Record<string, ColumnNames>> = {
  de: {
    ...{ title: 'Titel, Überschrift, Schlagzeile', text: 'Text, Inhalt, Volltext, Artikeltext', published: 'Datum' },
    ...{
      author: 'Autor, Autoren, Verfasser',
      publisher: 'Quelle, Herausgeber',
      language: 'Sprache',
      section: 'Ressort',
    },
    ...{ keywords: 'Schlagwörter, Schlagworte, Stichwörter', description: 'Zusammenfassung, Beschreibung' },
  },
  fr: {
    ...{ title: 'titre', text: 'texte, contenu, corps, texte intégral', url: 'lien', published: 'date de publication' },
    ...{ author: 'auteur, auteurs', publisher: 'éditeur', language: 'langue', section: 'rubrique' },
    ...{ keywords: 'mots-clés', description: 'résumé, chapô' },
  },
  es: {
    ...{
      title: 'título, titular',
      text: 'texto, contenido, cuerpo',
      url: 'enlace',
      published: 'fecha, fecha de publicación',
    },
    ...{ author: 'autor, autores', publisher: 'fuente, medio', language: 'idioma', section: 'sección' },
    ...{ keywords: 'palabras clave, etiquetas', description: 'resumen, descripción' },
  },
  it: {
    ...{ title: 'titolo', text: 'testo, contenuto, corpo', published: 'data di pubblicazione' },
    ...{ author: 'autore, autori', publisher: 'fonte, editore, testata', language: 'lingua', section: 'sezione' },
    ...{ keywords: 'parole chiave', description: 'riassunto, sommario, descrizione' },
  },
  pt: {
    ...{ title: 'título, manchete', text: 'texto, conteúdo, corpo', published: 'data de publicação' },
    ...{
      author: 'autor, autores',
      publisher: 'fonte, veículo',
      language: 'idioma, língua',
      section: 'seção, secção, editoria',
    },
    ...{ keywords: 'palavras-chave', description: 'resumo, descrição' },
  },
  nl: {
    ...{ title: 'titel, kop', text: 'tekst, inhoud', published: 'datum, publicatiedatum' },
    ...{ author: 'auteur, auteurs', publisher: 'bron, uitgever', language: 'taal', section: 'rubriek' },
    ...{ keywords: 'trefwoorden', description: 'samenvatting' },
  },
  sv: { title: 'titel', text: 'text, innehåll, brödtext', author: 'författare', publisher: 'källa', language: 'språk' },
  da: {
    title: 'overskrift, titel',
    text: 'tekst, indhold, brødtekst',
    author: 'forfatter',
    publisher: 'kilde',
    language: 'sprog',
  },
  no: {
    title: 'overskrift, tittel',
    text: 'tekst, innhold, brødtekst',
    author: 'forfatter',
    publisher: 'kilde',
    language: 'språk',
  },
};
