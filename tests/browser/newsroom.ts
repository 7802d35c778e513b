/** A small fictional newsroom for the console's tests and pictures: one happening told by six outlets, and their daily notes. All of it is invented. */

export interface Filed {
  readonly key: string;
  readonly content: string | Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

interface Piece {
  readonly outlet: string;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
  readonly authors?: readonly string[];
}

const FIRE = [
  'SKARHOLM (AP) - The car ferry Solvind was towed into Skarholm harbour on Tuesday night after a fire in its engine room left 212 passengers adrift for five hours in the Vester Strait, the harbour master said.',
  'Nobody was badly hurt. Eleven people were treated for smoke and a deckhand broke a wrist when he shut the last of the fire doors, according to the coast guard.',
  'Captain Ingrid Tveit, who has commanded the Solvind for nine years, had the passengers moved to the bow and told them over the loudspeaker that the sea was calmer than the coffee.',
  'The fire began at 4.10pm in a fuel line that had been replaced in January, the operator, Vester Lines, said. It was out within forty minutes, but neither engine could be started again.',
  'Two tugs from Skarholm and a trawler that had been on its way home reached the ferry shortly before seven. The tow took another two hours because of the cross current off Grey Point.',
  'Vester Lines has taken the Solvind’s sister ship out of service so that the same line can be looked at. Crossings are down to two a day until Friday.',
];
const EDITED = [
  FIRE[0],
  'Nobody was badly hurt. Fourteen people were treated for smoke and a deckhand broke a wrist when he shut the last of the fire doors, the coast guard said on Wednesday.',
  FIRE[2],
  FIRE[3],
  'Among the passengers was the handball team of Lindvik school, which played its away match a day late and won it.',
  FIRE[5],
].flatMap((paragraph) => paragraph ?? []);
const NIGHT = [
  'The first thing that Marit Osen noticed was the quiet. The engines of the Solvind had stopped, and for a moment everyone in the ferry’s cafeteria looked at the ceiling, as if the noise had been kept there.',
  'Then Captain Ingrid Tveit spoke over the loudspeaker, and 212 people carried their coats and their children to the bow of the ferry while smoke came up through the car deck behind them.',
  'For five hours the passengers of the Solvind drifted in the Vester Strait. A school handball team taught a retired judge the rules of its game. Somebody found a guitar, and somebody else hid it.',
  'When the tugs brought the ferry into Skarholm harbour, half the town stood on the quay with blankets. “We did not know how many to bring,” said the baker, Tor Halde, “so we brought all of them.”',
];
const INQUIRY = [
  'Inspectors went aboard the ferry Solvind in Skarholm harbour on Thursday to look at the fuel line in which Tuesday’s engine room fire began, and took a length of it away in a padded box.',
  'The line was fitted in January by a yard that Vester Lines has not named. The accident board said that it would look at every ferry of the Vester Strait on which the same part had been used.',
  'Captain Ingrid Tveit and her crew had done what the book asks for and several things that it does not, the head of the accident board said. A report is expected in the autumn.',
];

const STORY: readonly Piece[] = [
  piece(
    'Northern Wire',
    'solvind-fire',
    'Ferry with 212 aboard towed in after engine room fire',
    '2026-03-10T21:40:00+00:00',
    FIRE,
  ),
  piece(
    'Harbour Post',
    'ferry-towed',
    'Ferry with 212 aboard towed in after engine room fire',
    '2026-03-10T22:05:00+00:00',
    FIRE,
  ),
  piece(
    'Fjordland Daily',
    'solvind',
    'Five hours adrift: ferry towed into Skarholm',
    '2026-03-11T05:30:00+00:00',
    FIRE.slice(0, 4),
  ),
  piece(
    'Evening Ledger',
    'ferry-fire',
    'Ferry fire in the Vester Strait: fourteen treated for smoke',
    '2026-03-11T15:10:00+00:00',
    EDITED,
  ),
  piece(
    'Quick Ledger',
    '90417',
    'Ferry with 212 aboard towed in after engine room fire',
    '2026-04-13T08:00:00+00:00',
    FIRE,
  ),
  {
    ...piece(
      'Fjordland Daily',
      'night',
      'The night the Solvind drifted: passengers tell of coats, a guitar and a captain',
      '2026-03-11T18:00:00+00:00',
      NIGHT,
    ),
    authors: ['Ada Quill'],
  },
  piece(
    'Harbour Post',
    'night-adrift',
    'The night the Solvind drifted: passengers tell of coats, a guitar and a captain',
    '2026-03-12T06:15:00+00:00',
    NIGHT,
  ),
  {
    ...piece(
      'Coast Radio',
      'inquiry',
      'Inspectors board ferry Solvind after engine room fire in Vester Strait',
      '2026-03-12T16:45:00+00:00',
      INQUIRY,
    ),
    authors: ['Per Lindal'],
  },
];

/** Headline and text as somebody writes them who means harm. */
export const HOSTILE = '<img src=x onerror=alert(1)></script><script>document.title="owned"</script>';
const HARM: readonly Piece[] = [
  piece('Harbour Post', 'harm', HOSTILE, '2026-03-09T10:00:00+00:00', [
    `${HOSTILE} <a href="javascript:alert(2)">Ships</a> came into the harbour at dawn, and the pilots went home to their breakfast as they do.`,
    '<style>body{display:none}</style> <iframe src="https://evil.example/"></iframe> Nobody minded, and the quay was swept before the market opened.',
  ]),
];
/** The publisher mends a figure. */
const REVISED = piece(
  'Coast Radio',
  'inquiry',
  'Inspectors board ferry Solvind after engine room fire in Vester Strait',
  '2026-03-12T16:45:00+00:00',
  [
    INQUIRY[0] ?? '',
    (INQUIRY[1] ?? '').replace('in January', 'in February'),
    INQUIRY[2] ?? '',
    'Crossings return to four a day from Monday, Vester Lines said late on Thursday.',
  ],
);

function piece(outlet: string, slug: string, title: string, date: string, paragraphs: readonly string[]): Piece {
  return { outlet, slug, title, date, paragraphs };
}

/** Each day some outlets print a note of their own; none is like another. */
function notes(): readonly Piece[] {
  const outlets = ['Northern Wire', 'Harbour Post', 'Fjordland Daily', 'Evening Ledger', 'Coast Radio'];
  return outlets.flatMap((outlet, at) =>
    Array.from({ length: DAYS }, (_, day) => ({ outlet, at, day }))
      .filter(({ day }) => (day * 7 + at * 3) % (2 + at) === 0 && !(at === 1 && day > 8 && day < 17))
      .map((one) => noteOf(one.outlet, one.at, one.day)),
  );
}

const DAYS = 40;
const FIRST_DAY = Date.UTC(2026, 1, 23, 7);
const DAY_MS = 86_400_000;

function noteOf(outlet: string, at: number, day: number): Piece {
  const date = new Date(FIRST_DAY + day * DAY_MS + at * 3_600_000);
  const counted = 40 + ((day * 37 + at * 101) % 300);
  const text = `Wind force ${(day % 6) + 2} at Grey Point this morning, ${counted} crates landed at quay ${at + 1}, and the ${day + 5} o’clock tide was ${(day * 13) % 90} centimetres over the mark.`;
  return piece(
    outlet,
    `note-${day}`,
    `Harbour notes for ${date.toISOString().slice(0, 10)}: ${counted} crates`,
    date.toISOString(),
    [text],
  );
}

function filed({ outlet, slug, title, date, paragraphs, authors = [] }: Piece): Filed {
  const host = `${outlet.toLowerCase().replaceAll(' ', '')}.example`;
  const page = {
    ...{ title, text: paragraphs.join('\n\n'), publish_date: date, authors, meta_site_name: outlet, meta_lang: 'en' },
    url: `https://${host}/${slug}`,
  };
  return { key: `incoming/${host}/${slug}.json`, content: JSON.stringify(page), metadata: {} };
}

/** Pages in other scripts, and an article that may not be published yet. */
export const ABROAD: readonly Filed[] = [
  abroad(
    { name: 'ferry-ar.html', lang: 'ar', site: 'صحيفة الميناء', date: '2026-03-11T08:00:00Z' },
    'سحب عبارة على متنها 212 راكبا بعد حريق في غرفة المحركات',
    'وصلت العبارة إلى الميناء مساء الثلاثاء بعد حريق في غرفة المحركات، حسبما قال مدير الميناء.',
  ),
  abroad(
    { name: 'ferry-ja.html', lang: 'ja', site: '港新聞', date: '2026-03-11T09:00:00+09:00' },
    '機関室火災でフェリー漂流、212人無事',
    'フェリーは火曜日の夜、機関室の火災の後、乗客を乗せたまま港に曳航されたと港長が語った。',
  ),
  {
    key: 'incoming/budget.json',
    metadata: {},
    content: JSON.stringify({
      ...{ uri: 'urn:desk:budget', type: 'text', pubstatus: 'usable', headline: 'Budget of the harbour council' },
      ...{ versioncreated: '2026-03-12T10:00:00Z', embargoed: '2999-01-01T00:00:00Z' },
      body_text: 'The harbour council will spend eleven million on a new quay, the chair of the council said.',
    }),
  },
];

interface Abroad {
  readonly name: string;
  readonly lang: string;
  readonly site: string;
  readonly date: string;
}

function abroad({ name, lang, site, date }: Abroad, title: string, text: string): Filed {
  const head = `<title>${title}</title><meta property="og:site_name" content="${site}"><meta property="article:published_time" content="${date}">`;
  const content = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
  return { key: `incoming/${name}`, content, metadata: {} };
}

/** In the order of their arrival; the last is another version of one before. */
export function newsroom(): readonly Filed[] {
  const empty = { key: 'incoming/harbourpost.example/empty.txt', content: '', metadata: {} };
  return [...[...notes(), ...STORY, ...HARM].map(filed), empty, filed(REVISED)];
}
