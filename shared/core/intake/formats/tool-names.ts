/**
 * Data: how other tools name what they extract. `marks` are names that a record of the tool has together and others have not.
 * To read one more tool, add an entry before the last: `a.b` steps into objects, and where several names stand the first that holds text counts.
 */

export interface ToolNames {
  readonly tool: string;
  readonly marks: readonly string[];
  readonly headline: readonly string[];
  readonly text: readonly string[];
  readonly author: readonly string[];
  readonly published: readonly string[];
  readonly modified?: readonly string[];
  readonly deck?: readonly string[];
  readonly publisher?: readonly string[];
  readonly language?: readonly string[];
  readonly section?: readonly string[];
  readonly keywords?: readonly string[];
  readonly image?: readonly string[];
  readonly url: readonly string[];
  readonly guid?: readonly string[];
  readonly capturedAt?: readonly string[];
}

export const TOOLS: readonly ToolNames[] = [
  {
    tool: 'news-please',
    marks: ['title', 'maintext'],
    headline: ['title'],
    text: ['maintext'],
    author: ['authors'],
    published: ['date_publish'],
    modified: ['date_modify'],
    deck: ['description'],
    language: ['language'],
    image: ['image_url'],
    url: ['url'],
    capturedAt: ['date_download'],
  },
  {
    tool: 'Zyte',
    marks: ['headline', 'articleBody'],
    headline: ['headline'],
    text: ['articleBody'],
    author: ['authors', 'author'],
    published: ['datePublished', 'datePublishedRaw'],
    modified: ['dateModified'],
    deck: ['description'],
    language: ['inLanguage'],
    image: ['mainImage'],
    url: ['canonicalUrl', 'url'],
    capturedAt: ['metadata.dateDownloaded'],
  },
  {
    tool: 'newspaper4k',
    marks: ['title', 'text', 'publish_date'],
    headline: ['title'],
    text: ['text'],
    author: ['authors'],
    published: ['publish_date'],
    deck: ['meta_description'],
    publisher: ['meta_site_name'],
    language: ['meta_lang'],
    keywords: ['keywords', 'meta_keywords'],
    image: ['top_image'],
    url: ['canonical_link', 'url'],
  },
  {
    tool: 'trafilatura',
    marks: ['title', 'text', 'hostname'],
    headline: ['title'],
    text: ['text'],
    author: ['author'],
    published: ['date'],
    deck: ['excerpt', 'description'],
    publisher: ['source-hostname', 'sitename'],
    language: ['language'],
    section: ['categories'],
    keywords: ['tags'],
    image: ['image'],
    url: ['source', 'url'],
    capturedAt: ['filedate'],
  },
  {
    tool: 'Fundus',
    marks: ['title', 'plaintext'],
    headline: ['title'],
    text: ['plaintext'],
    author: ['authors'],
    published: ['publishing_date'],
    publisher: ['publisher'],
    language: ['lang'],
    keywords: ['topics'],
    url: ['html.responded_url', 'html.requested_url', 'url'],
    capturedAt: ['html.crawl_date'],
  },
  {
    tool: 'NewsCatcher',
    marks: ['title', 'content', 'published_date'],
    headline: ['title'],
    text: ['content'],
    author: ['authors', 'author'],
    published: ['published_date'],
    modified: ['updated_date'],
    deck: ['description', 'excerpt'],
    publisher: ['name_source'],
    language: ['language'],
    image: ['media'],
    url: ['link'],
  },
  {
    // Its second version: the whole text is its summary.
    tool: 'NewsCatcher',
    marks: ['title', 'summary', 'clean_url', 'published_date'],
    headline: ['title'],
    text: ['summary'],
    author: ['authors', 'author'],
    published: ['published_date'],
    deck: ['excerpt'],
    language: ['language'],
    image: ['media'],
    url: ['link'],
  },
  {
    tool: 'NewsAPI',
    marks: ['title', 'content', 'publishedAt'],
    headline: ['title'],
    text: ['content'],
    author: ['author'],
    published: ['publishedAt'],
    deck: ['description'],
    publisher: ['source'],
    language: ['language'],
    image: ['urlToImage', 'image'],
    url: ['url'],
  },
  // Last, since many tools write these: tables, and lists of one's own.
  ...['text', 'content', 'body'].map(anyones),
];

function anyones(text: string): ToolNames {
  return {
    tool: 'a table',
    marks: ['title', text],
    headline: ['title'],
    text: [text],
    author: ['author', 'authors', 'byline'],
    published: ['published', 'date', 'publishedAt', 'published_at', 'datePublished', 'pubDate'],
    modified: ['modified', 'updated', 'updatedAt', 'updated_at', 'dateModified'],
    deck: ['description', 'summary'],
    publisher: ['publisher', 'source', 'outlet'],
    language: ['language', 'lang'],
    section: ['section', 'category'],
    keywords: ['keywords', 'tags'],
    image: ['image'],
    url: ['url', 'link'],
    capturedAt: ['capturedAt'],
  };
}
