/** An entry of Atom in; where it is, its name and, when its turn comes, what it says out. */
import { type Node, textOf } from '../formats/markup-tree.ts';
import { type About, type Found, stated } from './feed-about.ts';
import { baseIn, pageLink, resolved } from './feed-address.ts';
import { own } from './feed-names.ts';
import { joined, lineIn, paragraphsIn } from './feed-text.ts';

export function atomEntry(entry: Node, about: About): Found {
  const links = own(entry, 'link');
  const link = links.find((one) => pageLink([one]) !== '');
  const base = baseIn(entry, about.base);
  const url = link === undefined ? '' : resolved(pageLink([link]), baseIn(link, base));
  return { url, guid: textOf(own(entry, 'id')[0]) || url, read: () => atomText(entry, about) };
}

function atomText(entry: Node, about: About): ReturnType<Found['read']> {
  const child = (name: string) => own(entry, name)[0];
  const published = textOf(child('published'));
  const updated = textOf(child('updated'));
  const content = paragraphsIn(child('content'));
  const teaser = paragraphsIn(child('summary'));
  return {
    ...{ name: 'an entry of an Atom feed', headline: lineIn(child('title')) },
    ...{ deck: content.length === 0 ? '' : joined(teaser), content, teaser, changed: updated },
    fields: [
      ...stated('Atom', 'published', published || updated),
      ...(published === '' ? [] : stated('Atom', 'modified', updated)),
      ...authorsOf(entry, about).flatMap((author) => stated('Atom', 'author', author)),
      ...own(entry, 'category').flatMap(({ attributes }) =>
        stated('Atom', 'keywords', attributes['label'] ?? attributes['term'] ?? ''),
      ),
      ...stated('Atom', 'rights', lineIn(child('rights'))),
      ...stated('Atom', 'publisher', about.title),
      ...stated('Atom', 'language', entry.attributes['lang'] ?? about.language),
    ],
  };
}

/** Its own; else those of the feed that it was taken over from; else the feed's (RFC 4287 4.2.1). Contributors are named besides. */
function authorsOf(entry: Node, about: About): readonly string[] {
  const [authors, before] = [own(entry, 'author'), own(own(entry, 'source')[0], 'author')];
  const names = authors.length > 0 ? namesOf(authors) : before.length > 0 ? namesOf(before) : about.authors;
  return [...names, ...namesOf(own(entry, 'contributor'))];
}

/** Of persons, in order. */
export function namesOf(people: readonly Node[]): readonly string[] {
  return people.map((person) => textOf(own(person, 'name')[0])).filter((name) => name !== '');
}
