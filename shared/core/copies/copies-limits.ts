/** Bounds of grouping by text, each with its reason. */
export const COPIES_LIMITS = {
  /** Words of one text that are read: a long feature has 10,000; what comes after tells nothing new about where it came from. */
  words: 20_000,
  /** Words whose order is kept, one byte each: half of all news is under 300, and copies are cut from the bottom. */
  keptWords: 1_200,
  /** Numbers and names kept of one text, two bytes each: more of them agree or differ as these do. */
  keptFacts: 64,
  /** Below this only the whole text counts: two short bulletins share most of their words by nature. */
  leastWords: 40,
  /** Words of the beginning that have keys of their own, since news is cut from the bottom. */
  openingWords: 120,
  /** Smallest names of a key's list that all others are compared with: a hot key costs this much and no more. */
  keyLeaders: 16,
  /** A text over this many times the other one may hold it among other texts: it must begin with it to be its copy. */
  wholeRatio: 1.2,
  /** A text over this many times the other one holds it among other things; only an excerpt of its beginning is still a copy. */
  mergeRatio: 4,
  /** A teaser of 60 words stands for a text of 600; below that nothing is left to tell. */
  excerptRatio: 10,
  /** Words before an excerpt in the longer text: a dateline, a byline, a deck that stayed in the text. */
  beforeExcerptWords: 60,
  /** Words before a copy in the longer text, for each of its own: a new lead is that long, another article is longer. */
  beforeShare: 0.5,
  /** Words of a passage that makes a partial link: a paragraph of quotation is less. */
  passageWords: 40,
  /** Words of a notice: two sentences with another figure are other news, as less of them with another word is. */
  noticeWords: 60,
  /** Words of a bulletin: a longer text is not made by filling two figures into the last one. */
  bulletinWords: 120,
  /** Words of a template (results, forecasts, notices of death): twice a bulletin and some, since scripts without blanks count characters. */
  templateWords: 300,
} as const;
