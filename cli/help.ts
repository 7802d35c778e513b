/** What the command says of itself, written for someone who sees it for the first time. */
export const HELP = {
  root: 'Cleans raw news articles (plain-text scrapes, HTML pages) into normalised records, and asks a Wirefold store about them.',
  examples: `
Examples:
  wirefold clean article.html                 the record of one file, as JSON when piped
  wirefold clean news/ > records.jsonl        a folder, one record a line, in sorted order
  curl -s https://news.example/a | wirefold clean -
  wirefold explain article.html               why each line is, or is not, part of the article
  wirefold group articles.jsonl               which articles carry the same text, as {id, storyId, eventId}
  wirefold add article.html --url https://news.example/a
  wirefold add --from s3://other-bucket/2019/ --dry-run       what a backfill would copy
  wirefold list --max-items 10                the newest articles of the local run
  wirefold list --outlet herald.example --month 2026-01
  wirefold list --author "Ada Quill" --date-status doubtful
  wirefold list --rejected --store aws:Wirefold
  wirefold show incoming/article.html         what became of a file
  wirefold show s3://bucket/incoming/crawl.warc.gz#@4096    … or of a member of a container
  wirefold inbox --state rejected             every file that was dropped, its state and why
  wirefold search "fire in a quarry" --from 2026-01-01
                                              every archived article that says it
  wirefold sql "select publisher, count(*) from articles group by publisher"
  wirefold forget ID --reason "letter of 2 May" --dry-run     what a take-down would remove
  wirefold since CURSOR                       what has changed since the cursor that the last call printed
  wirefold stories --day 2026-01-02           the stories of one day, with their events
  wirefold story ID, event ID                 who carries a text, what else was reported of it
  wirefold replay --extractor-below 2 --dry-run   what today’s extractor would change
  wirefold failed --retry                     put back to work what was given up on
  wirefold doctor --store aws:Wirefold        is the store well, and if not, what to do
  wirefold cost --articles-per-day 1000       what a month costs, part by part, and what each switch adds
  wirefold copies ID                          which paragraphs stand where
  wirefold versions ID, diff ID               when an article changed, and what
  wirefold export --day 2026-01-02 --format rss --out day.rss

Tables are for terminals; when piped, or with --json, every line is one JSON object.
Exit status: 0 all well, 1 some inputs failed, 2 wrong usage, 3 not found.
`,
  clean: 'read files and print their records; nothing is stored',
  learn: 'what an outlet prints on page after page, learned from its newest articles, as a profile for clean --outlet',
  explain: 'print every block of a file with its label and the reason, and where each field came from',
  group: 'fold copies of one text into stories, and stories into events; nothing is stored',
  articles:
    'JSON Lines, one article a line: {id, text or paras, title?, ts?, date?, url?, outlet?}; .gz too; - for standard input',
  add: 'put files into the bucket, where they are ingested; or copy into it what another bucket holds',
  forget:
    'take an article down for good: its files, records, prints and places; uploads of it are held back from then on',
  list: 'list stored articles, newest first, or the files that were refused or removed',
  versions: 'list the versions of an article: when its publisher changed it, and the file of each',
  completion: 'print a script that completes verbs and options: source <(wirefold completion bash)',
  console: 'show the store as a page in the browser, on this machine only',
  since: 'print what has changed since the last time, in the order in which it came to be known',
  stories: 'list the stories of one day, in time order',
  story: 'print a story: who carries it, who was first, how much of it each has',
  event: 'print an event: the stories about one happening, in time order',
  copies:
    'print which paragraphs of an article stand in the other articles of its story, and who else shares a passage',
  diff: 'print what changed between two versions of an article, word by word',
  replay:
    'read stored files again with the deployed extractor, through the queue; --dry-run tells first what would change',
  cost: 'say what a month of a deployed stack costs, part by part, from measured figures and dated prices; asks nobody',
  doctor: 'look at the queues, functions and alarms of a store, and say what is wrong and what to do',
  connect: 'tell a bucket that was there before the stack (existingBucket) to notify its queue',
  failed: 'list what was given up on, and why; --retry puts it back to work',
  search: 'print the archived articles that say a phrase, newest first',
  sql: 'ask the archive in SQL: DuckDB answers for the local run, Athena for a deployed stack. The view articles has one row an article, without what is withheld, canceled or under embargo; article_rows, the raw table behind it, leaves nothing out',
  show: 'print one article by its id, or what became of a file, or of a member of one, by its key in the bucket',
  inbox: 'list every file that was dropped, with its state, the reason, and the records made of it',
  export: 'write articles in a format that others read; what is withheld or under embargo is left out',
  format:
    'ninjs (3.1), jsonld (schema.org), jsonfeed, rss, atom, csv, text, markdown, or jsonl (the records as they are)',
  encoding:
    'ninjs (3.1), jsonld (schema.org), jsonfeed, rss, atom, csv, text, markdown, jsonl (the records as they are), or parquet (the columns of the archive, zstd)',
  threads: 'pages read at the same time; each further one takes about 150 MB',
  paths: 'files, folders (all files in them, hidden ones left out), or - for standard input; .gz and .br are unpacked',
  outlet:
    'a JSON file with what is known of the outlet: {"zone": "Europe/London", "publisher": "…", "agencies": ["PA"], "boilerplate": ["a line on every page"]}',
  mapping:
    'a JSON file that says how your own JSON or table names the parts of an article: {"headline": "name", "text": "content.body", "published": "when"}; it travels with the file',
  store: 'local (what npm start runs), local:FOLDER (by the folder of its state) or aws:STACK (a deployed stack)',
} as const;
