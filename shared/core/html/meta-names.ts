/**
 * Data: which field a page's `<meta>` speaks of, by its name, property, itemprop or http-equiv. Names are folded first (lower
 * case, without `-`, `_`, `.`, `:` and blanks), so that `article:published_time` and `article.published-time` are one line here.
 */
import type { CandidateField } from '../block.ts';

const NAMES: Readonly<Partial<Record<CandidateField, string>>> = {
  headline:
    'ogtitle twittertitle dctitle dctermstitle parselytitle sailthrutitle cxenseparsetitle citationtitle headline title hdl ' +
    'articletitle articleheadline articlename pagetitle fbtitle newstitle rnewsheadline shareaholicarticletitle wttitle name ' +
    'mrctitle swiftypetitle emtitle contenttitle',
  deck:
    'description ogdescription twitterdescription dcdescription dctermsdescription dctermsabstract sailthrudescription abstract ' +
    'lead lede summary articlesummary articledescription cxenseparsedescription excerpt subtitle deck alternativeheadline ' +
    'articlelead swiftypedescription',
  author:
    'author authors articleauthor articleauthorname articleauthors ogauthor ogarticleauthor ogarticleauthorname dccreator ' +
    'dccreatorpersonalname dctermscreator dcauthor parselyauthor sailthruauthor cxenseparseauthor cxenseparserecsauthor byl ' +
    'byline citationauthor creator contentauthor newsauthor bookauthor rbauthors rnewsauthor shareaholicarticleauthorname ' +
    'authorname writer reporter journalist bylinename ptauthor pageauthor articlewriter articlebyline vrauthor swiftypeauthor ' +
    'dablearticleauthor dableauthor mediatorauthor articlecreator wtauthor trackingauthor newsarticleauthor contributor',
  published:
    'articlepublishedtime articlepublished articlepublishtime articlepublisheddate articlepublishdate articlepublicationdate ' +
    'articledate articledateoriginal articlecreated articlecreatedtime articlecreateddate ogpublishedtime ogpublishtime ' +
    'ogarticlepublishedtime ogarticlepublished ogreleasedate ogpubdate ogdate datepublished dateposted datecreated date pubdate ' +
    'publishdate publisheddate publishedtime published publishtime publicationdate publishedat pubtime pubdatetime issued ' +
    'dcdate dcdateissued dcdatecreated dcdatepublished dctermsdate dctermsissued dctermscreated dctermsavailable dcissued ' +
    'dccreated sailthrudate parselypubdate cxenseparsepublishtime cxenseparserecspublishtime cxenseparsetime ' +
    'citationpublicationdate citationdate citationonlinedate originalpublicationdate created creationdate createdate ' +
    'releasedate displaydate articledisplaydate timestamp pdate ptime contentpublisheddate contentdate rnewsdatepublished ' +
    'shareaholicarticlepublishedtime btpubdate lastpubdate iso8601publishdate vrpublishedtime mediatorpublishedtime ' +
    'dablearticlepublishedtime wtpublished contentcreated firstpublished firstpublisheddate firstpublishtime originaldate ' +
    'swiftypepublishedat publisheddatetime newspublishdate articlepostdate postdate dat datum fecha',
  modified:
    'dateupdate articlemodifiedtime articlemodified articlemodifieddate articlemodifytime articleupdated articleupdatedtime articleupdate ' +
    'ogupdatedtime ogmodifiedtime ogarticlemodifiedtime ogarticlemodified datemodified dateupdated modified modifieddate ' +
    'modifiedtime modificationdate lastmod lastmodified lastmodifieddate lastupdated lastupdateddate lastupdate updated updatedat ' +
    'updatedtime updatetime updatedate dctermsmodified dcdatemodified dcmodified dcdatereviewed utime revised revisiondate ' +
    'cxenseparserecsmodtime contentmodified contentupdated swiftypeupdatedat mediatormodifiedtime',
  publisher:
    'publisher dcpublisher dctermspublisher articlepublisher citationpublisher citationjournaltitle cre ogpublisher',
  site: 'ogsitename sitename applicationname applemobilewebapptitle aliosappname alandroidappname cxenseparsesitename ogsite source',
  section:
    'articlesection ogsection ogarticlesection section parselysection cxenseparsesection category articlecategory articlechannel ' +
    'channel newssection contentsection pagesection sectionname primarysection subsection wtsection dcsubjectsection topic ' +
    'shareaholicarticlesection mrccategory',
  keywords:
    'keywords newskeywords articletag articletags ogarticletag parselytags sailthrutags dcsubject dctermssubject dckeywords tags ' +
    'videotag cxenseparsekeywords keyword contenttags shareaholickeywords citationkeywords',
  url: 'ogurl twitterurl parselylink shareaholicurl citationpublicurl citationfulltexthtmlurl identifierurl dcidentifier cxenseparseurl url',
  canonicalUrl: 'canonical canonicalurl syndicationsource originalsource mediatorurl',
  language: 'oglocale contentlanguage dclanguage dctermslanguage language inlanguage',
  image:
    'ogimage ogimageurl ogimagesecureurl twitterimage twitterimagesrc twitterimage0 thumbnail thumbnailurl sailthruimagefull ' +
    'parselyimageurl image cxenseparseimage imagesrc',
  agency:
    'articlesource newssource articleagency agency dcsource provider newsagency contentprovider articleprovider sourceorganization',
  type: 'ogtype parselytype pagetype contenttype articletype dctype cxenseparsepageclass',
  rights:
    'copyright copyrightholder rights dcrights dctermsrights dcrightsholder dctermsrightsholder dctermslicense license ' +
    'tdmreservation tdmpolicy',
  paywalled: 'articlecontenttier contenttier isaccessibleforfree accesslevel paywall paid ispremium contentaccess',
};

export const FIELD_OF_META: ReadonlyMap<string, CandidateField> = new Map(
  entries().flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)),
);

function entries(): readonly (readonly [CandidateField, string])[] {
  const fields: readonly CandidateField[] = [
    'headline',
    'deck',
    'author',
    'published',
    'modified',
    'publisher',
    'site',
    'section',
    'keywords',
    'url',
    'canonicalUrl',
    'language',
    'image',
    'agency',
    'type',
    'rights',
    'paywalled',
  ];
  return fields.map((field) => [field, NAMES[field] ?? ''] as const);
}

export function foldedName(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/[-_.:\s]/g, '');
}

/** Words that stand in `twitter:label1` when `twitter:data1` names the author, folded as above. */
export const AUTHOR_LABELS: ReadonlySet<string> = new Set(
  (
    'writtenby author by verfasstvon geschriebenvon autor von ecritpar écritpar auteur escritopor autora escrito scrittoda autore ' +
    'geschrevendoor geschrevenby skrevetav skrivenav skrevetaf författare forfatter kirjoittanut napisaneprzez автор написано ' +
    '作成者 執筆者 作者 撰文 글쓴이 yazan كتبه كاتب szerző zapsalo autori'
  ).split(' '),
);
