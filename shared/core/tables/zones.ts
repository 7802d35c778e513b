/**
 * Zone abbreviations as clocks on pages print them. One abbreviation may mean several places: each reading says its zone, its
 * offset, and, where it matters, the languages (or language-region) and country endings of the web that write it so.
 */
export interface ZoneReading {
  /** IANA name. */
  readonly zone: string;
  /** Offset from UTC, in minutes. */
  readonly offset: number;
  /** Languages of pages that mean this one; empty for all. */
  readonly languages: readonly string[];
  /** ISO 3166 codes whose pages mean this one first. */
  readonly regions: readonly string[];
}

const row = (zone: string, offset: number, languages = '', regions = ''): ZoneReading => ({
  zone,
  offset,
  languages: languages.split(' ').filter(Boolean),
  regions: regions.split(' ').filter(Boolean),
});

export const ZONES: Readonly<Record<string, readonly ZoneReading[]>> = {
  z: [row('UTC', 0)],
  utc: [row('UTC', 0)],
  gmt: [row('UTC', 0)],
  bst: [
    row('Europe/London', 60, 'en cy gd ga', 'GB'),
    row('Asia/Dhaka', 360, 'bn', 'BD'),
    row('Pacific/Bougainville', 660, 'tpi', 'PG'),
  ],
  ist: [
    row('Asia/Kolkata', 330, '', 'IN LK'),
    row('Europe/Dublin', 60, 'en ga', 'IE'),
    row('Asia/Jerusalem', 120, 'en he', 'IL'),
  ],
  idt: [row('Asia/Jerusalem', 180)],
  cet: [row('Europe/Berlin', 60)],
  cest: [row('Europe/Berlin', 120)],
  mez: [row('Europe/Berlin', 60)],
  mesz: [row('Europe/Berlin', 120)],
  eet: [row('Europe/Helsinki', 120)],
  eest: [row('Europe/Helsinki', 180)],
  wet: [row('Europe/Lisbon', 0)],
  west: [row('Europe/Lisbon', 60)],
  msk: [row('Europe/Moscow', 180)],
  мск: [row('Europe/Moscow', 180)],
  trt: [row('Europe/Istanbul', 180)],
  tsi: [row('Europe/Istanbul', 180)],
  est: [row('America/New_York', -300), row('Australia/Sydney', 600, 'en-AU', 'AU')],
  edt: [row('America/New_York', -240), row('Australia/Sydney', 660, 'en-AU', 'AU')],
  cst: [
    row('America/Chicago', -360, 'en es fr', 'US CA MX'),
    row('Asia/Shanghai', 480, 'zh', 'CN TW'),
    row('America/Havana', -300, 'es', 'CU'),
  ],
  cdt: [row('America/Chicago', -300, 'en es fr', 'US CA MX'), row('America/Havana', -240, 'es', 'CU')],
  mst: [
    row('America/Denver', -420, 'en es fr', 'US CA MX'),
    row('Asia/Kuala_Lumpur', 480, 'ms', 'MY'),
    row('Asia/Yangon', 390, 'my', 'MM'),
  ],
  mdt: [row('America/Denver', -360)],
  pst: [row('America/Los_Angeles', -480, 'en es fr zh', 'US CA MX'), row('Asia/Manila', 480, 'tl fil', 'PH')],
  pdt: [row('America/Los_Angeles', -420)],
  akst: [row('America/Anchorage', -540)],
  akdt: [row('America/Anchorage', -480)],
  hst: [row('Pacific/Honolulu', -600)],
  ast: [row('America/Halifax', -240, 'en es fr', 'CA US PR'), row('Asia/Riyadh', 180, 'ar', 'SA KW QA IQ')],
  adt: [row('America/Halifax', -180)],
  nst: [row('America/St_Johns', -210)],
  ndt: [row('America/St_Johns', -150)],
  brt: [row('America/Sao_Paulo', -180)],
  art: [row('America/Argentina/Buenos_Aires', -180)],
  cot: [row('America/Bogota', -300)],
  pet: [row('America/Lima', -300)],
  vet: [row('America/Caracas', -240)],
  sast: [row('Africa/Johannesburg', 120)],
  cat: [row('Africa/Harare', 120)],
  wat: [row('Africa/Lagos', 60)],
  eat: [row('Africa/Nairobi', 180)],
  gst: [row('Asia/Dubai', 240)],
  pkt: [row('Asia/Karachi', 300)],
  npt: [row('Asia/Kathmandu', 345)],
  irst: [row('Asia/Tehran', 210)],
  ict: [row('Asia/Bangkok', 420)],
  wib: [row('Asia/Jakarta', 420)],
  wita: [row('Asia/Makassar', 480)],
  wit: [row('Asia/Jayapura', 540)],
  pht: [row('Asia/Manila', 480)],
  sgt: [row('Asia/Singapore', 480)],
  myt: [row('Asia/Kuala_Lumpur', 480)],
  hkt: [row('Asia/Hong_Kong', 480)],
  jst: [row('Asia/Tokyo', 540)],
  kst: [row('Asia/Seoul', 540)],
  awst: [row('Australia/Perth', 480)],
  acst: [row('Australia/Darwin', 570)],
  acdt: [row('Australia/Adelaide', 630)],
  aest: [row('Australia/Sydney', 600)],
  aedt: [row('Australia/Sydney', 660)],
  nzst: [row('Pacific/Auckland', 720)],
  nzdt: [row('Pacific/Auckland', 780)],
};

/** Clock names without a season: the zone's own rules say which offset the day has. */
export const SEASONLESS_ZONES: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  eastern: 'America/New_York',
  pacific: 'America/Los_Angeles',
  'uk time': 'Europe/London',
  'london time': 'Europe/London',
  'beijing time': 'Asia/Shanghai',
  'moscow time': 'Europe/Moscow',
  'по московскому времени': 'Europe/Moscow',
  'по мск': 'Europe/Moscow',
  'за києвом': 'Europe/Kyiv',
  'heure de paris': 'Europe/Paris',
  'بتوقيت غرينتش': 'UTC',
  'بتوقيت جرينتش': 'UTC',
  'por gmt': 'UTC',
  北京时间: 'Asia/Shanghai',
  日本時間: 'Asia/Tokyo',
  한국시간: 'Asia/Seoul',
};
