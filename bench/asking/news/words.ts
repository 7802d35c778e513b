/** Data: what the invented news is about. Nothing here names a real place, person or firm, news agencies apart. */

/** Each happening has one of them: what it is about, and the words that come back in its coverage. */
export const TOPICS: readonly {
  readonly section: string;
  readonly about: string;
  readonly nouns: readonly string[];
}[] = [
  {
    section: 'Local',
    about: 'a new tram line',
    nouns: ['tram', 'track', 'depot', 'timetable', 'junction', 'conductor', 'platform'],
  },
  {
    section: 'Local',
    about: 'the swimming pool',
    nouns: ['pool', 'boiler', 'tile', 'lifeguard', 'season ticket', 'diving board'],
  },
  {
    section: 'Business',
    about: 'the closure of a paper mill',
    nouns: ['mill', 'pulp', 'shift', 'redundancy', 'order book', 'foreman'],
  },
  {
    section: 'Business',
    about: 'a price of cheese',
    nouns: ['dairy', 'wheel', 'cellar', 'export', 'milk', 'auction', 'rind'],
  },
  {
    section: 'Environment',
    about: 'beavers in the reservoir',
    nouns: ['beaver', 'dam', 'reservoir', 'willow', 'ranger', 'spillway'],
  },
  {
    section: 'Environment',
    about: 'a lost glacier gauge',
    nouns: ['glacier', 'gauge', 'moraine', 'meltwater', 'hut', 'surveyor'],
  },
  {
    section: 'Science',
    about: 'a fossil footprint',
    nouns: ['fossil', 'footprint', 'quarry', 'sediment', 'plaster cast', 'museum'],
  },
  {
    section: 'Science',
    about: 'a telescope mirror',
    nouns: ['telescope', 'mirror', 'dome', 'spectrum', 'crane', 'coating'],
  },
  {
    section: 'Culture',
    about: 'an opera about a lighthouse',
    nouns: ['opera', 'libretto', 'soprano', 'rehearsal', 'curtain', 'orchestra'],
  },
  {
    section: 'Culture',
    about: 'a missing altarpiece',
    nouns: ['altarpiece', 'restorer', 'panel', 'vestry', 'gilding', 'inventory'],
  },
  {
    section: 'Sport',
    about: 'a rowing regatta',
    nouns: ['regatta', 'eight', 'coxswain', 'lane', 'buoy', 'photo finish'],
  },
  {
    section: 'Sport',
    about: 'the ski jump',
    nouns: ['ski jump', 'ramp', 'wind gauge', 'judge', 'landing', 'telemark'],
  },
  {
    section: 'Politics',
    about: 'a vote on dog licences',
    nouns: ['licence', 'council', 'amendment', 'ballot', 'kennel', 'quorum'],
  },
  {
    section: 'Politics',
    about: 'the bridge toll',
    nouns: ['toll', 'bridge', 'barrier', 'commuter', 'petition', 'levy'],
  },
  {
    section: 'Health',
    about: 'a shortage of nurses',
    nouns: ['nurse', 'ward', 'rota', 'clinic', 'midwife', 'waiting list'],
  },
  {
    section: 'Health',
    about: 'hay fever',
    nouns: ['pollen', 'birch', 'pharmacist', 'antihistamine', 'allergy', 'spore count'],
  },
  {
    section: 'World',
    about: 'a stranded ferry',
    nouns: ['ferry', 'sandbank', 'tugboat', 'lifejacket', 'captain', 'tide table'],
  },
  {
    section: 'World',
    about: 'a volcano that hums',
    nouns: ['volcano', 'crater', 'seismograph', 'ash', 'evacuation', 'sulphur'],
  },
  {
    section: 'Technology',
    about: 'a failed ticket machine',
    nouns: ['ticket machine', 'software', 'touchscreen', 'refund', 'server', 'update'],
  },
  {
    section: 'Technology',
    about: 'a harbour drone',
    nouns: ['drone', 'battery', 'rotor', 'harbour', 'permit', 'beacon'],
  },
  {
    section: 'Travel',
    about: 'a night train',
    nouns: ['sleeping car', 'berth', 'steward', 'locomotive', 'breakfast', 'border'],
  },
  {
    section: 'Education',
    about: 'a village school',
    nouns: ['school', 'pupil', 'blackboard', 'bus route', 'playground', 'headteacher'],
  },
  {
    section: 'Courts',
    about: 'a stolen harp',
    nouns: ['harp', 'pawnbroker', 'verdict', 'witness', 'alibi', 'insurer'],
  },
  {
    section: 'Weather',
    about: 'a hailstorm',
    nouns: ['hail', 'greenhouse', 'windscreen', 'orchard', 'claim', 'roofer'],
  },
];

export const PLACES: readonly string[] =
  `Aldermouth Brackwater Calder-Ness Dunmarrow Eastholt Fennbridge Garrowby Halden Inverlode Jarrowmere Kettlewick Lornsea Marbeck
  Netherfold Oakhaven Pennerley Quarrington Rothmere Skerra Tarnwick Ulverley Vantry Westmoor Yarrowdale Zellmoor Ambersfield Birchover
  Coldstrand Drumlin Elderfleet Foxmoor Greymarsh Hollinsea Ironbeck Kelderby Langstrand Mossgill Nordhaven Orrinby Port-Isen Ravensholm
  Saltby Thornavon Underlake Velmouth Wintersea Altenried Bergfelden Dornwald Eschenbrueck Falkenau Grünthal Hohenlinden Kaltenbach`
    .split(/\s+/)
    .map((name) => name.replace('-', ' '));

export const FIRST_NAMES: readonly string[] =
  `Ada Anton Astrid Basil Bettina Carl Clara Cosmo Dagny Delphine Edda Elias Enid Farid Fenna Gideon Greta Hanno Hester Ines Ivo Jasper
  Johanna Kaspar Leonie Linus Magda Marek Naomi Nils Odette Oskar Petra Quentin Ramona Rufus Selma Stefan Tamsin Theo Ulla Viktor Walt
  Wilma Xenia Yara Yusuf Zdenka`.split(/\s+/);

export const LAST_NAMES: readonly string[] =
  `Abernathy Brandvold Breck Carrow Dietz Eklund Fairweather Garside Hollander Imhof Jessop Kvist Lindqvist Marchetti Norrby Okoro
  Penhallow Quill Rasmussen Sandoval Tamura Ulrichsen Vallin Wexford Yildiz Zeller Ashdown Bellweather Castellane Dunmore Engel Foss
  Grünwald Hartigan Ivarsson Jankowska Krantz Lowell Mbeki Nightingale Osei Prendergast Rook Sallow Thackeray Umber Vance Whitlock`.split(
    /\s+/,
  );

export const ROLES: readonly string[] =
  `mayor|councillor|chief engineer|harbour master|union secretary|spokeswoman|retired teacher|shop owner|biologist|caretaker|director|
  farmer|pilot|treasurer|historian|head of the works council|volunteer|station manager|doctor|archivist|beekeeper|surveyor|bus driver`
    .split('|')
    .map((role) => role.trim());

export const ADJECTIVES: readonly string[] =
  `old narrow disputed expensive forgotten half-finished unusual cautious stubborn public private temporary noisy quiet northern southern
  upper lower wooden concrete borrowed careful reluctant unexpected long-awaited modest generous rusty brand-new provisional`.split(
    /\s+/,
  );

export const NOUNS: readonly string[] =
  `committee|budget|signature|warehouse|footpath|car park|deadline|newsletter|neighbour|contract|fence|inspection|report|invoice|promise|
  rumour|grant|complaint|archive|roof|van|umbrella|meeting|drawing|generator|hedge|staircase|ladder|bicycle|canteen|microphone|chapel|
  calendar|ferry ticket|thermometer|suitcase|drain|survey|kettle|lease|door|garden|map|ledger|lamp post|bell|cable|pump|vote|letter`
    .split('|')
    .map((noun) => noun.trim());

export const VERBS: readonly string[] =
  `postponed|repaired|inspected|measured|praised|criticised|sold|rented|painted|moved|counted|questioned|doubled|halved|approved|rejected|
  photographed|insured|borrowed|described|abandoned|rebuilt|auctioned|defended|reopened|cleaned|tested|delivered|blamed|cancelled`
    .split('|')
    .map((verb) => verb.trim());

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const AGENCIES: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'AP', name: 'Associated Press' },
  { code: 'Reuters', name: 'Reuters' },
  { code: 'AFP', name: 'AFP' },
  { code: 'dpa', name: 'dpa' },
];
