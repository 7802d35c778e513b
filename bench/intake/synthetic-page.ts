/** A page that nobody wrote, for crawls of any size. In: its number. Out: HTML. Promise: the same number gives the same page; few share a text. */

const PLACES = ['Low Quay', 'Norwick', 'Halden', 'Upper Wending', 'Stour', 'Eastwick', 'Minster Cross', 'Fell End'];
const THINGS = [
  'the ferry',
  'the rope works',
  'a grain store',
  'the lantern society',
  'an old tram',
  'the county archive',
];
const DEEDS = [
  'was opened again',
  'lost its licence',
  'moved to the harbour',
  'was sold at auction',
  'counted its members',
];
const PEOPLE = ['Ida Holm', 'Anna Lee', 'Ada Quill', 'Tom Wray', 'Per Lund', 'Mara Voss'];
const ASIDES = [
  'The council had asked for it twice and had been refused both times, the minutes show.',
  'It rained all morning, and the band played under the arches instead.',
  'Nobody had reckoned with so many visitors, and the bread was gone by ten.',
  'The bill comes to a little more than was set aside for it in the spring.',
  'A second meeting is planned for the week after the fair.',
];

function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

export function syntheticPage(number: number): string {
  const [place, thing, deed] = [
    pick(PLACES, number),
    pick(THINGS, Math.floor(number / 8)),
    pick(DEEDS, Math.floor(number / 48)),
  ];
  const headline = `${place}: ${thing} ${deed} in year ${1900 + (number % 120)}`;
  const paragraphs = Array.from({ length: 6 }, (_, at) => {
    const person = pick(PEOPLE, number + at * 7);
    const count = (number * 31 + at * 17) % 9_973;
    return `${thing} in ${place} ${deed} on day ${count} of the count, said ${person}, who keeps list ${number}. ${pick(ASIDES, number + at)}`;
  });
  const day = String((number % 28) + 1).padStart(2, '0');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<meta property="article:published_time" content="2026-01-${day}T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${headline}</h1><p class="byline">By ${pick(PEOPLE, number)}</p>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article><footer>© 2026</footer></body></html>`;
}
