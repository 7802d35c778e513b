/** What each quality code means, for a person: one plain sentence for every code of the closed list. */
import type { QualityCode } from '../record.ts';

export const QUALITY_SENTENCES: Readonly<Record<QualityCode, string>> = {
  'published-missing': 'The page does not say when it was published.',
  'published-disputed': 'The date of publication is contradicted by something else that is known.',
  'zone-assumed': 'The time of publication is stated without its offset.',
  'body-repeated': 'The page prints its text more than once; it is kept once.',
  'body-short': 'The text has fewer than 50 words.',
  'body-truncated':
    'The text is cut: it is longer than a record may hold, the packed file ends in the middle or is damaged, or the crawler left off in it.',
  'fused-text': 'Lines had been glued together and were taken apart.',
  'mojibake-repaired': 'Text had been read in the wrong charset and was read again.',
  'invisible-removed': 'Soft hyphens and other invisible signs stood inside words and were taken out.',
  'entities-decoded': 'Characters stood in the text as codes of HTML and were read as characters.',
  'charset-guessed': 'Neither the file nor its sender says its charset; it was guessed from the bytes.',
  'copy-of-earlier': 'An earlier article carries the same text.',
  'no-url': 'Nobody says at which address the page was found.',
  'publisher-inferred': 'The publisher is not stated; it was read from the address or the page.',
  'language-uncertain': 'The language could not be told for sure.',
  'paywall-stub': 'The page shows the beginning of an article and asks for a subscription.',
  'not-an-article': 'The page is no article; what could be read of it is kept.',
  'live-blog': 'The page is a live blog: entries by time, not one story.',
  gallery: 'The page is a gallery: its pictures and captions say more than its text.',
  'video-page': 'The page shows a video; its text is at most a caption.',
  'section-front': 'The page lists other articles: a front page, a section, a tag or an archive.',
  'search-results': 'The page shows the results of a search.',
  'error-page': 'The page says that there is nothing here, or that it may not be shown.',
  'consent-wall': 'The page asks for consent to cookies and shows no article.',
  'login-wall': 'The page asks to sign in and shows no article.',
  'headline-missing': 'No headline could be found.',
  'unbalanced-quotes': 'A quotation closes that never opened: text may be missing.',
  'embargo-unread':
    'A note to desks tells of an embargo whose end cannot be read: nothing is held back for it, so look before you use it.',
};
