/** Versions of one item, however they come: the last one that its sender made holds, whichever text has the larger hash. */
import { describe, expect, it } from 'vitest';
import { listArticles } from '../../../shared/pipeline/query.ts';
import { aZip } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { reader } from './dropped.ts';

interface Version {
  readonly number: number;
  /** What happened: each town has a text, and so a hash, of its own. */
  readonly town: string;
  readonly status?: string;
}

const TOWNS = ['Low Quay', 'Halden', 'Ness', 'Marrow', 'Upper Ferry', 'Tarn'];
const hour = (number: number) => `2026-01-01T${String(number).padStart(2, '0')}:00:00Z`;
const paragraphs = (town: string) => [
  `The tide came in at four on Monday in ${town}, and its council went home an hour early, as it does in spring.`,
  `Nobody minded, said Ida Holm, who keeps the bell of ${town}; the minutes were read out on the steps instead.`,
];
const marked = (town: string) =>
  paragraphs(town)
    .map((text) => `<p>${text}</p>`)
    .join('');

function ninjs({ number, town, status = 'usable' }: Version): string {
  return JSON.stringify({
    ...{ uri: 'urn:item:1', type: 'text', language: 'en', version: String(number), pubstatus: status },
    ...{ firstcreated: hour(0), versioncreated: hour(number), headline: `Tide in ${town}`, body_xhtml: marked(town) },
  });
}

function newsItem({ number, town, status = 'usable' }: Version): string {
  return `<newsItem guid="urn:item:1" version="${number}" xml:lang="en"><itemMeta><provider literal="agency.example"/>
    <versionCreated>${hour(number)}</versionCreated><firstCreated>${hour(0)}</firstCreated><pubStatus qcode="stat:${status}"/></itemMeta>
    <contentMeta><headline>Tide in ${town}</headline></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${marked(town)}</body></html></inlineXML></contentSet></newsItem>`;
}

function newsMl1({ number, town, status = 'usable' }: Version): string {
  return `<NewsItem><Identification><NewsIdentifier><ProviderId>agency.example</ProviderId><DateId>20260101</DateId>
    <NewsItemId>1</NewsItemId><RevisionId PreviousRevision="0" Update="N">${number}</RevisionId>
    <PublicIdentifier>urn:newsml:agency.example:20260101:1:${number}</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><FirstCreated>20260101T000000Z</FirstCreated><ThisRevisionCreated>${hour(number)}</ThisRevisionCreated>
    <Status FormalName="${status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tide in ${town}</HeadLine></NewsLines>
    <ContentItem><DataContent><nitf><body><body.content>${marked(town)}</body.content></body></nitf></DataContent></ContentItem>
    </NewsComponent></NewsItem>`;
}

function nitf({ number, town, status = 'usable' }: Version): string {
  return `<nitf xml:lang="en"><head><docdata management-status="${status}"><doc-id id-string="item-1" regsrc="agency.example"/>
    <date.issue norm="${hour(number)}"/><du-key version="${number}" key="TIDE"/></docdata></head><body><body.head><hedline>
    <hl1>Tide in ${town}</hl1></hedline></body.head><body.content>${marked(town)}</body.content></body></nitf>`;
}

const atom = ({ number, town }: Version) =>
  `<entry><id>urn:item:1</id><title>Tide in ${town}</title><published>${hour(0)}</published><updated>${hour(number)}</updated>
   <content type="html">${marked(town).replaceAll('<', '&lt;')}</content></entry>`;

const atomFeed =
  (write: (version: Version) => string): Delivery =>
  (versions) => [`<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${versions.map(write).join('')}</feed>`];

const jsonItem = ({ number, town }: Version) => ({
  ...{ id: 'urn:item:1', title: `Tide in ${town}`, content_html: marked(town) },
  ...{ date_published: hour(0), date_modified: hour(number) },
});

type Delivery = (versions: readonly Version[]) => readonly (string | Uint8Array)[];

const zipped =
  (write: (version: Version) => string, end: string): Delivery =>
  (versions) => [aZip(versions.map((version, at) => ({ name: `${at}.${end}`, content: write(version) })))];

const AGENCIES: readonly (readonly [string, Delivery])[] = [
  ['ninjs in a zip', zipped(ninjs, 'json')],
  ['ninjs as JSON Lines', (versions) => [versions.map((one) => `${ninjs(one)}\n`).join('')]],
  ['ninjs in files of their own', (versions) => versions.map(ninjs)],
  [
    'a NewsML-G2 message',
    (versions) => [`<newsMessage><itemSet>${versions.map(newsItem).join('')}</itemSet></newsMessage>`],
  ],
  ['NewsML-G2 in files of their own', (versions) => versions.map(newsItem)],
  ['NewsML 1', (versions) => [`<NewsML>${versions.map(newsMl1).join('')}</NewsML>`]],
  ['NITF in a zip', zipped(nitf, 'xml')],
];
const FEEDS: readonly (readonly [string, Delivery])[] = [
  ['Atom', atomFeed(atom)],
  ['Atom that knows changes only', atomFeed((version) => atom(version).replace(/<published>[^<]+<\/published>/, ''))],
  [
    'JSON Feed',
    (versions) => [
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'F', items: versions.map(jsonItem) }),
    ],
  ],
];

/** What the store shows once all files have come. */
async function shown(files: ReturnType<Delivery>) {
  const store = memoryStore(reader);
  for (const [at, file] of files.entries()) await store.deliver(store.bucket.put(`incoming/${at}.bin`, file));
  const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
  return items.map(({ headline, status, itemVersion }) => ({ headline, status, itemVersion }));
}

const pairs = TOWNS.flatMap((town, at) => [[town, TOWNS[(at + 1) % TOWNS.length] ?? ''] as const]);

describe.each([...AGENCIES, ...FEEDS])('of versions in one delivery, %s', (_, delivery) => {
  it('the last one holds, in whichever order they stand and whatever their texts', async () => {
    for (const [before, after] of pairs) {
      const versions = [
        { number: 1, town: before },
        { number: 2, town: after },
      ];
      for (const order of [versions, versions.toReversed()])
        expect(await shown(delivery(order))).toMatchObject([{ headline: `Tide in ${after}`, status: 'usable' }]);
    }
  });

  it('says in its record which version it is', async () => {
    const [article] = await shown(delivery([{ number: 7, town: 'Ness' }]));
    expect(article?.itemVersion).toEqual({
      number: FEEDS.some(([, feed]) => feed === delivery) ? null : 7,
      createdAt: '2026-01-01T07:00:00.000Z',
      createdLocal: null,
    });
  });
});

const timeless = (version: Version) => ninjs(version).replace(/"versioncreated":"[^"]+",/, '');
const ONLY_THE_KILL_IS_DATED: readonly (readonly [string, Delivery])[] = [
  ['ninjs in files, of which only the kill says when', (versions) => versions.map(datedIfKilled)],
  ['a zip of ninjs, of which only the kill says when', zipped(datedIfKilled, 'json')],
];

function datedIfKilled(version: Version): string {
  return version.status === 'canceled' ? ninjs(version) : timeless(version);
}

describe.each([...AGENCIES, ...ONLY_THE_KILL_IS_DATED])('a kill in %s', (_, delivery) => {
  it('holds against the version before it, with the same text or another, also when that comes later', async () => {
    for (const [before, after] of pairs.slice(0, 3))
      for (const killed of [before, after]) {
        const versions = [
          { number: 1, town: before },
          { number: 2, town: killed, status: 'canceled' },
        ];
        for (const order of [versions, versions.toReversed()])
          expect((await shown(delivery(order))).map(({ status }) => status)).toEqual(['canceled']);
      }
  });
});
