/** One article, written down in every format that names its parts. Fictional, our own words. */

export const HEADLINE = 'Ferry returns to Halden after three winters';
export const PARAGRAPHS: readonly string[] = [
  'The ferry to Halden came in at noon on Monday, three years after the last one had left, and the whole harbour stood on the quay to see it.',
  '“Nobody had expected it before Friday,” said Ida Holm, who has sold tickets there since 1989 & keeps the old bell.',
  'The council wants two crossings a day until spring; what happens then depends on the number of passengers, it said.',
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asMarkup = PARAGRAPHS.map((text) => `<p>${escaped(text)}</p>`).join('\n');
const asText = PARAGRAPHS.join('\n\n');
const ADDRESS = 'https://halden-courier.example/news/ferry-returns';

const nitf = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://127.0.0.1:1/nitf.dtd">
<nitf xml:lang="en"><head><title>${HEADLINE}</title>
<docdata management-status="usable"><doc-id id-string="hc-4711"/><date.issue norm="20250303T120000+0000"/>
<doc.copyright holder="Halden Courier" year="2025"/><key-list><keyword key="ferries"/></key-list></docdata>
<pubdata name="Halden Courier"/></head>
<body><body.head><hedline><hl1>${HEADLINE}</hl1></hedline><byline>By <person>Anna Lee</person></byline></body.head>
<body.content><media><media-caption>The quay at noon.</media-caption></media><block>${asMarkup}</block></body.content></body></nitf>`;

const newsMl = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:halden-courier.example:2025:4711" version="2" xml:lang="en">
<rightsInfo><copyrightHolder><name>Halden Courier</name></copyrightHolder></rightsInfo>
<itemMeta><provider><name>Halden Courier</name></provider><versionCreated>2025-03-03T14:00:00Z</versionCreated>
<firstCreated>2025-03-03T12:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><by>By Anna Lee</by><headline>${HEADLINE}</headline><language tag="en"/></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;

const newsMlHtml = newsMl(
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${asMarkup}</body></html></inlineXML>`,
);
const message = `<newsMessage><header/><itemSet>${newsMlHtml.slice(newsMlHtml.indexOf('<newsItem'))}</itemSet></newsMessage>`;

const newsMl1 = `<?xml version="1.0" encoding="utf-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20250303T140000Z</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>halden-courier.example</ProviderId><DateId>20250303</DateId>
<NewsItemId>4711</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:halden-courier.example:20250303:4711:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20250303T120000+0000</FirstCreated><ThisRevisionCreated>20250303T140000+0000</ThisRevisionCreated>
<Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>${HEADLINE}</HeadLine><ByLine>By Anna Lee</ByLine><SlugLine>FERRY</SlugLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Halden Courier"/></Provider></AdministrativeMetadata>
<ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content>${asMarkup}</body.content></body></nitf></DataContent></ContentItem>
<ContentItem><MediaType FormalName="Photo"/><DataContent><p>The quay at noon.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>`;

const ninjsCommon = { uri: 'urn:halden:4711', type: 'text', language: 'en', byline: 'By Anna Lee' };

export const FORMATS: readonly (readonly [string, string])[] = [
  ['NITF', nitf],
  ['NewsML-G2 around XHTML', newsMlHtml],
  ['NewsML-G2 around NITF', newsMl(`<inlineXML>${nitf.slice(nitf.indexOf('<nitf'))}</inlineXML>`)],
  ['NewsML-G2 around text', newsMl(`<inlineData contenttype="text/plain">${escaped(asText)}</inlineData>`)],
  ['a NewsML-G2 message', message],
  ['NewsML 1', newsMl1],
  [
    'ninjs 1',
    JSON.stringify({
      ...{ ...ninjsCommon, headline: HEADLINE, body_xhtml: asMarkup, pubstatus: 'usable' },
      versioncreated: '2025-03-03T12:00:00Z',
    }),
  ],
  [
    'ninjs 2',
    JSON.stringify({
      ...{ ...ninjsCommon, headlines: [{ role: 'main', value: HEADLINE }], pubstatus: 'usable' },
      ...{ bodies: [{ contenttype: 'text/html', value: asMarkup }], firstcreated: '2025-03-03T12:00:00Z' },
    }),
  ],
  [
    'ninjs 3',
    JSON.stringify({
      ...{
        ...ninjsCommon,
        byline: undefined,
        by: 'By Anna Lee',
        headlines: [{ value: HEADLINE }],
        pubStatus: 'usable',
      },
      ...{ bodies: [{ contentType: 'text/plain', value: asText }], firstCreated: '2025-03-03T12:00:00Z' },
    }),
  ],
  [
    'JSON-LD',
    JSON.stringify({
      ...{ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: HEADLINE, articleBody: asText },
      ...{ author: [{ '@type': 'Person', name: 'Anna Lee' }], datePublished: '2025-03-03T12:00:00Z', url: ADDRESS },
    }),
  ],
  [
    'news-please',
    JSON.stringify({
      ...{
        title: HEADLINE,
        maintext: asText,
        authors: ['Anna Lee'],
        date_publish: '2025-03-03 12:00:00',
        url: ADDRESS,
      },
      ...{ date_download: '2025-03-04 08:00:00', language: 'en', image_url: null, description: null },
    }),
  ],
  [
    'Zyte',
    JSON.stringify({
      ...{ headline: HEADLINE, articleBody: asText, authors: [{ name: 'Anna Lee' }], url: ADDRESS },
      ...{ datePublished: '2025-03-03T12:00:00Z', metadata: { dateDownloaded: '2025-03-04T08:00:00Z' } },
    }),
  ],
  [
    'newspaper4k',
    JSON.stringify({
      ...{ title: HEADLINE, text: asText, authors: ['Anna Lee'], publish_date: '2025-03-03T12:00:00+00:00' },
      ...{ canonical_link: ADDRESS, meta_lang: 'en', keywords: [] },
    }),
  ],
  [
    'trafilatura',
    JSON.stringify({
      ...{
        title: HEADLINE,
        text: [HEADLINE, ...PARAGRAPHS].join('\n'),
        author: 'Anna Lee',
        date: '2025-03-03',
        source: ADDRESS,
      },
      ...{ hostname: 'halden-courier.example', 'source-hostname': 'Halden Courier', tags: 'ferries; harbour' },
    }),
  ],
  [
    'Fundus',
    JSON.stringify({
      ...{ title: HEADLINE, plaintext: asText, authors: ['Anna Lee'], publishing_date: '2025-03-03 12:00:00+00:00' },
      html: { responded_url: ADDRESS, crawl_date: '2025-03-04T08:00:00+00:00' },
    }),
  ],
  [
    'NewsCatcher',
    JSON.stringify({
      ...{
        title: HEADLINE,
        content: asText,
        authors: 'Anna Lee',
        published_date: '2025-03-03 12:00:00',
        link: ADDRESS,
      },
      ...{ name_source: 'Halden Courier', language: 'en' },
    }),
  ],
  [
    'Zyte’s answer',
    JSON.stringify({
      ...{ url: ADDRESS, statusCode: 200 },
      article: {
        ...{ headline: HEADLINE, articleBody: asText, authors: [{ name: 'Anna Lee', nameRaw: 'Anna Lee' }] },
        ...{ datePublished: '2025-03-03T12:00:00Z', metadata: { dateDownloaded: '2025-03-04T08:00:00Z' } },
      },
    }),
  ],
  [
    'Fundus, in parts',
    JSON.stringify({
      ...{ title: HEADLINE, authors: ['Anna Lee'], publishing_date: '2025-03-03 12:00:00+00:00', free_access: true },
      body: {
        ...{ summary: PARAGRAPHS.slice(0, 1) },
        sections: PARAGRAPHS.slice(1).map((text) => ({ headline: [], paragraphs: [text] })),
      },
    }),
  ],
  [
    'NewsCatcher, version 2',
    JSON.stringify({
      ...{ title: HEADLINE, authors: 'Anna Lee', author: 'Anna Lee', published_date: '2025-03-03 12:00:00' },
      ...{ link: ADDRESS, clean_url: 'halden-courier.example', excerpt: 'Short.', summary: asText, language: 'en' },
    }),
  ],
];

export const [NITF, NEWSML] = [nitf, newsMlHtml] as const;

export const PAGE = `<!doctype html><html lang="en"><head><title>${HEADLINE}</title></head><body><article><h1>${HEADLINE}</h1>${asMarkup}</article></body></html>`;

export const NEWSML_1 = newsMl1;
