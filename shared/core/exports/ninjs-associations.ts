/** What stands beside a ninjs item: its pictures, and the article that it is a copy of. */
import type { ArticleRecord, Media } from '../record.ts';
import { given } from './given.ts';
import { urnOf, webUri } from './uris.ts';

const TYPES: Readonly<Record<Media['kind'], string>> = {
  image: 'picture',
  video: 'video',
  audio: 'audio',
  unknown: 'component',
};

/** `position`: from 1, in the order of the page. */
export function mediaAssociation({ kind, caption, alt, credit, href }: Media, position: number, articleId: string) {
  const address = webUri(href);
  return given({
    name: `media-${position}`,
    rel: 'media',
    uri: address ?? urnOf('article', `${articleId}.${position}`),
    type: TYPES[kind],
    by: credit,
    descriptions: [
      ...(caption === null ? [] : [{ role: 'caption', value: caption }]),
      ...(alt === null ? [] : [{ role: 'alternative', value: alt }]),
    ],
    renditions: address === null ? [] : [{ name: 'original', href: address }],
  });
}

/** The relation is in the name: ninjs has no place for a share. Empty when only the agency is known, which is an infoSource. */
export function copyAssociation({ id, relation }: NonNullable<ArticleRecord['copyOf']>) {
  return id === null ? [] : [{ name: `${relation} copy of`, rel: 'copy-of', uri: urnOf('article', id), type: 'text' }];
}
