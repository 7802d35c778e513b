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
  wirefold list --limit 10                    the newest articles of the local run
  wirefold list --rejected --store aws:Wirefold
  wirefold show incoming/article.html         what became of a file
  wirefold since CURSOR                       what has changed since the cursor that the last call printed
  wirefold stories --day 2026-01-02           the stories of one day, with their events
  wirefold story ID, event ID                 who carries a text, what else was reported of it
  wirefold export --day 2026-01-02 --format rss --out day.rss
  wirefold copies ID, diff ID                 which paragraphs stand where, what a revision changed

Tables are for terminals; when piped, or with --json, every line is one JSON object.
Exit status: 0 all well, 1 some inputs failed, 2 wrong usage, 3 not found.
`,
  clean: 'read files and print their records; nothing is stored',
  explain: 'print every block of a file with its label and the reason, and where each field came from',
  group: 'fold copies of one text into stories, and stories into events; nothing is stored',
  articles:
    'JSON Lines, one article a line: {id, text or paras, title?, ts?, date?, url?, outlet?}; .gz too; - for standard input',
  add: 'put files into the bucket, where they are ingested',
  list: 'list stored articles, newest first',
  since: 'print what has changed since the last time, in the order in which it came to be known',
  stories: 'list the stories of one day, in time order',
  story: 'print a story: who carries it, who was first, how much of it each has',
  event: 'print an event: the stories about one happening, in time order',
  copies:
    'print which paragraphs of an article stand in the other articles of its story, and who else shares a passage',
  diff: 'print what changed between two versions of an article, word by word',
  show: 'print one article by its id, or what became of a file by its key in the bucket',
  export: 'write articles in a format that others read; what is withheld or under embargo is left out',
  format:
    'ninjs (3.1), jsonld (schema.org), jsonfeed, rss, atom, csv, text, markdown, or jsonl (the records as they are)',
  threads: 'pages read at the same time; each further one takes about 150 MB',
  paths: 'files, folders (all files in them, hidden ones left out), or - for standard input; .gz and .br are unpacked',
  outlet:
    'a JSON file with what is known of the outlet: {"zone": "Europe/London", "publisher": "…", "agencies": ["PA"], "boilerplate": ["a line on every page"]}',
  store: 'local (what npm start runs) or aws:STACK (a deployed stack)',
} as const;
