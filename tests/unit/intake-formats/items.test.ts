/** What items of agencies say, part by part, each with its place. */
import { describe, expect, it } from 'vitest';
import { markupTree } from '../../../shared/core/intake/formats/markup-tree.ts';
import { readNewsMl1 } from '../../../shared/core/intake/formats/newsml-1.ts';
import { readNewsMl } from '../../../shared/core/intake/formats/newsml-g2.ts';
import { readNinjs } from '../../../shared/core/intake/formats/ninjs.ts';
import { readNitf } from '../../../shared/core/intake/formats/nitf.ts';
import { type Stated, withoutDomain } from '../../../shared/core/intake/formats/stated.ts';

const lines = (stated: Stated | null) => stated?.paragraphs.map(({ label, text }) => `${label}: ${text}`);
const said = (stated: Stated | null) => stated?.fields.map(({ field, value, where }) => `${field}=${value} (${where})`);

describe('an item of an agency', () => {
  it('in NITF says this', () => {
    const nitf = readNitf(
      markupTree(
        `<nitf xml:lang="en"><head><docdata management-status="usable"><date.issue norm="20260102T030405Z"/><date.expire norm="20270102T000000Z"/>
        <doc-id id-string="id1"/><ed-msg info="Note"/><du-key key="SLUG"/><doc.copyright holder="AB"/><doc.rights>Terms</doc.rights>
        <key-list><keyword key="ships"/></key-list></docdata><pubdata name="The Post" position.section="World"/></head>
        <body><body.head><hedline><hl1>One</hl1><hl2>Two</hl2></hedline><byline>By ANNA LEE<byttl>Writer</byttl></byline>
        <dateline>PORT</dateline><abstract>Short</abstract><distributor>AB</distributor></body.head><body.content><p>First.</p></body.content></body></nitf>`,
        'xml',
      ),
    );
    expect(lines(nitf)).toEqual([
      ...[
        'meta.headline: One',
        'meta.deck: Two',
        'meta.byline: By ANNA LEE',
        'meta.dateline: PORT',
        'meta.advisory: Note',
        'body: First.',
      ],
    ]);
    expect(said(nitf)).toEqual([
      ...['headline=One (NITF hl1)', 'agency=AB (NITF distributor)', 'deck=Short (NITF abstract)'],
      ...[
        'published=20260102T030405Z (NITF date.issue)',
        'publisher=The Post (NITF pubdata)',
        'section=World (NITF pubdata)',
      ],
      ...[
        'rights=AB (NITF copyrightHolder)',
        'rights=Terms (NITF usageTerms)',
        'language=en (NITF xml:lang)',
        'keywords=ships (NITF keyword)',
      ],
    ]);
    expect([nitf.hints, nitf.handling.slugline, nitf.handling.expires]).toEqual([
      { guid: 'id1 in The Post' },
      'SLUG',
      '2027-01-02T00:00:00.000Z',
    ]);
  });

  it('in NewsML-G2 says this', () => {
    const item = readNewsMl(
      markupTree(
        `<newsItem guid="g1"><rightsInfo><copyrightHolder literal="AB"/><copyrightNotice>(c)</copyrightNotice><usageTerms>Terms</usageTerms></rightsInfo>
        <itemMeta><provider literal="ab.org"><name>ab.org</name></provider><firstCreated>A</firstCreated><versionCreated>B</versionCreated><pubStatus qcode="stat:usable"/>
        <edNote>Note</edNote><link rel="irel:evolvedFrom" residref="g0"/></itemMeta>
        <contentMeta><headline role="hld:sub">Two</headline><headline>One</headline><by>Ada</by><dateline>PORT</dateline><slugline>SLUG</slugline>
        <language tag="en"/><keyword>ships</keyword><description role="drol:summary">Short</description></contentMeta>
        <contentSet><inlineXML><html><body><p>First.</p></body></html></inlineXML></contentSet></newsItem>`,
        'xml',
      ),
    );
    expect(lines(item)).toEqual([
      ...[
        'meta.headline: One',
        'meta.deck: Two',
        'meta.byline: Ada',
        'meta.dateline: PORT',
        'meta.advisory: Note',
        'body: First.',
      ],
    ]);
    expect(said(item)).toEqual([
      ...[
        'headline=One (NewsML-G2 headline)',
        'published=A (NewsML-G2 firstCreated)',
        'modified=B (NewsML-G2 versionCreated)',
      ],
      ...[
        'agency=ab (NewsML-G2 provider)',
        'publisher=ab.org (NewsML-G2 provider)',
        'language=en (NewsML-G2 language)',
      ],
      ...[
        'deck=Short (NewsML-G2 description)',
        'rights=AB (NewsML-G2 copyrightHolder)',
        'rights=(c) (NewsML-G2 copyrightNotice)',
      ],
      ...['rights=Terms (NewsML-G2 usageTerms)', 'keywords=ships (NewsML-G2 keyword)'],
    ]);
    expect([item.hints, item.handling.slugline, item.handling.replaces]).toEqual([
      { guid: 'g1 in ab.org' },
      'SLUG',
      'g0',
    ]);
  });

  it('in NewsML 1 says this', () => {
    const item = readNewsMl1(
      markupTree(
        `<NewsML><NewsItem xml:lang="de"><Identification><NewsIdentifier><ProviderId>ab.org</ProviderId><RevisionId>3</RevisionId><PublicIdentifier>urn:x:3</PublicIdentifier></NewsIdentifier></Identification>
        <NewsManagement><FirstCreated>A</FirstCreated><ThisRevisionCreated>B</ThisRevisionCreated><Status FormalName="Usable"/><Instruction><Comment>Note</Comment></Instruction><DerivedFrom NewsItem="g0"/></NewsManagement>
        <NewsComponent><NewsLines><HeadLine>One</HeadLine><SubHeadLine>Two</SubHeadLine><ByLine>Ada</ByLine><DateLine>PORT</DateLine><CopyrightLine>(c)</CopyrightLine><KeywordLine>ports</KeywordLine><SlugLine>SLUG</SlugLine></NewsLines>
        <DescriptiveMetadata><Language FormalName="en"/><Property FormalName="Keyword" Value="ships"/><Property FormalName="Other" Value="no"/></DescriptiveMetadata>
        <ContentItem><MediaType FormalName="Photo"/><DataContent>A caption</DataContent></ContentItem>
        <ContentItem><MediaType FormalName="Text"/><DataContent>First.\n\nSecond.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
        'xml',
      ),
    );
    expect(lines(item)).toEqual([
      ...[
        'meta.headline: One',
        'meta.deck: Two',
        'meta.byline: Ada',
        'meta.dateline: PORT',
        'meta.advisory: Note',
        'body: First.',
        'body: Second.',
      ],
    ]);
    expect(said(item)).toEqual([
      ...[
        'headline=One (NewsML 1 HeadLine)',
        'published=A (NewsML 1 FirstCreated)',
        'modified=B (NewsML 1 ThisRevisionCreated)',
      ],
      ...['agency=ab (NewsML 1 Provider)', 'publisher=ab.org (NewsML 1 ProviderId)', 'language=en (NewsML 1 Language)'],
      ...[
        'rights=(c) (NewsML 1 copyrightNotice)',
        'keywords=ships (NewsML 1 Keyword)',
        'keywords=ports (NewsML 1 KeywordLine)',
      ],
    ]);
    expect([item.hints, item.handling.slugline, item.handling.replaces]).toEqual([
      { guid: 'urn%3Ax in ab.org' },
      'SLUG',
      'g0',
    ]);
  });

  it('in ninjs says this, whatever its version', () => {
    const old = readNinjs({
      ...{
        uri: 'https://a.example/1',
        pubstatus: 'usable',
        headline: 'One',
        byline: 'Ada',
        ednote: 'Note',
        body_xhtml: '<p>First.</p>',
      },
      ...{
        versioncreated: 'B',
        firstcreated: 'A',
        language: 'en',
        copyrightholder: 'AB',
        copyrightnotice: '(c)',
        usageterms: 'Terms',
      },
      ...{
        infosource: [{ name: 'AB', role: 'publisher' }],
        description_text: 'Short',
        subject: [{ name: 'ships' }],
        slugline: 'SLUG',
      },
    });
    expect(lines(old)).toEqual(['meta.headline: One', 'meta.byline: Ada', 'meta.advisory: Note', 'body: First.']);
    expect(said(old)).toEqual([
      ...[
        'headline=One (ninjs headline)',
        'published=A (ninjs firstcreated)',
        'modified=B (ninjs versioncreated)',
        'language=en (ninjs language)',
      ],
      ...[
        'publisher=AB (ninjs infosources)',
        'rights=AB (ninjs copyrightHolder)',
        'rights=(c) (ninjs copyrightnotice)',
      ],
      ...[
        'rights=Terms (ninjs usageTerms)',
        'deck=Short (ninjs descriptions)',
        'agency=AB (ninjs infosource)',
        'keywords=ships (ninjs subject)',
      ],
    ]);
    expect([old?.hints, old?.handling.slugline]).toEqual([{ url: 'https://a.example/1' }, 'SLUG']);
    const young = readNinjs({
      ...{
        uri: 'urn:1',
        pubStatus: 'canceled',
        headlines: [
          { role: 'subhead', value: 'Two' },
          { role: 'main', value: 'One' },
        ],
      },
      ...{
        bodies: [
          { contentType: 'text/plain', value: 'No.' },
          { contentType: 'text/html', value: '<p>First.</p>' },
        ],
        rewriteOf: 'urn:0',
      },
    });
    expect(lines(young)).toEqual(['meta.headline: One', 'meta.deck: Two', 'body: First.']);
    expect([young?.hints, young?.handling.status, young?.handling.replaces]).toEqual([
      { ownName: 'urn:1' },
      'canceled',
      'urn:0',
    ]);
    expect([readNinjs({ uri: 'urn:1', headline: 'x' }), readNinjs({ pubstatus: 'usable' })]).toEqual([null, null]);
    expect(lines(readNinjs({ guid: 'g', body_main: ' <p>First.</p>', versioncreated: 'B' }))).toEqual(['body: First.']);
    expect(lines(readNinjs({ guid: 'g', body_other: 'First.', versioncreated: 'B' }))).toEqual(['body: First.']);
  });

  it('names itself by its host', () => {
    expect(['afp.com', ' AP.org', 'The A.B. Post', 'afp', 'a1.com'].map(withoutDomain)).toEqual([
      'afp',
      'AP',
      'The A.B. Post',
      'afp',
      'a1.com',
    ]);
  });
});
