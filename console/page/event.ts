/** How coverage unfolded: a lane for each outlet, a mark for each article, the letter of its story on it. */
import type { EventLanes, EventStory, Lane } from '../server/shapes.ts';
import { aboutArticle } from './about-article.ts';
import { ask } from './api.ts';
import { command } from './command.ts';
import { h, named } from './dom.ts';
import { counted, letterOf, minute } from './words.ts';

/** Marks closer than this, in per cent of the width, stand below one another. */
const APART = 5;
const COLOURS = 8;

export async function event(id: string): Promise<HTMLElement> {
  const told = await ask<EventLanes>('event', { id });
  const { eventId, title, settled, stories, lanes, more } = told;
  return h(
    'section',
    {},
    h(
      'p',
      { class: 'kicker' },
      `Event ${eventId} · ${settled ? 'settled' : 'placed on arrival; settled within ten minutes'}`,
    ),
    h('h1', { dir: 'auto' }, title ?? 'No title'),
    id.startsWith('art_') ? aboutArticle(id, 'event') : null,
    h('p', { class: 'lead' }, sentence(told)),
    h('ul', { class: 'lanes', 'aria-label': 'Coverage by outlet' }, ...lanes.map((lane) => laneOf(lane, told))),
    scale(told),
    more > 0
      ? h('p', { class: 'hint' }, `${counted(more, 'article')} more: of each story the earliest are shown.`)
      : null,
    h('h2', {}, 'Stories'),
    h('ol', { class: 'rows stories' }, ...stories.map(storyRow)),
    await command('event', eventId),
  );
}

function sentence({ stories, articles, lanes, from, until }: EventLanes): string {
  const span =
    from.slice(0, 10) === until.slice(0, 10)
      ? `on ${from.slice(0, 10)}`
      : `from ${from.slice(0, 10)} to ${until.slice(0, 10)}`;
  return `${counted(stories.length, 'story', 'stories')} in ${counted(articles, 'article')} by ${counted(lanes.length, 'outlet')}, ${span}.`;
}

function laneOf({ outlet, marks }: Lane, { from, until, stories }: EventLanes): HTMLElement {
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const ends: number[] = [];
  const items = marks.map(({ articleId, at, doubtful, story }) => {
    const x = end > begin ? Math.min(100, Math.max(0, (100 * (Date.parse(at) - begin)) / (end - begin))) : 0;
    const free = ends.findIndex((last) => x - last >= APART);
    const y = free < 0 ? ends.length : free;
    ends[y] = x;
    const headline = stories[story]?.headline ?? 'No headline';
    const says = `: ${headline}, ${minute(at)}${doubtful ? ', date in doubt' : ''}`;
    const mark = h(
      'a',
      {
        class: `mark s${story % COLOURS}${doubtful ? ' doubtful' : ''}`,
        href: `#/article/${articleId}`,
        title: `${letterOf(story)}${says}`,
      },
      letterOf(story),
      h('span', { class: 'hidden' }, says),
      h('time', { datetime: at, 'aria-hidden': 'true' }, minute(at)),
    );
    return h('li', { '--x': x.toFixed(2), '--y': String(y) }, mark);
  });
  return h(
    'li',
    { class: 'lane' },
    h('b', { dir: 'auto' }, outlet ?? 'Outlet not known'),
    h('ol', { class: 'track', '--depth': String(Math.max(1, ends.length)) }, ...items),
  );
}

function scale({ from, until }: EventLanes): HTMLElement | null {
  if (from === until) return null;
  return h('div', { class: 'scale', 'aria-hidden': 'true' }, h('span', {}, minute(from)), h('span', {}, minute(until)));
}

function storyRow({ headline, copies, outlets, first, at }: EventStory, index: number): HTMLElement {
  const name = headline ?? 'No headline';
  const title =
    first === null
      ? h('span', { class: 'name', dir: 'auto' }, name)
      : h('a', { class: 'name', href: `#/article/${first}`, dir: 'auto' }, name);
  const names = outlets.flatMap((outlet, place) => [place === 0 ? ' · ' : ', ', named(outlet)]);
  const facts = [minute(at), ...(names.length === 0 ? [' · outlet not known'] : names)];
  const map =
    first === null || copies < 2 ? null : h('a', { href: `#/article/${first}/copies` }, counted(copies, 'article'));
  return h(
    'li',
    {},
    h('span', { class: `mark s${index % COLOURS}`, 'aria-hidden': 'true' }, letterOf(index)),
    h('div', {}, title, h('p', { class: 'facts' }, h('span', {}, ...facts), map)),
  );
}
