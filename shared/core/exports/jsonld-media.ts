/** Pictures, films and sound of an article in the words of schema.org. */
import type { Media } from '../record.ts';
import { given } from './given.ts';
import { webUri } from './uris.ts';

const TYPES = { image: 'ImageObject', video: 'VideoObject', audio: 'AudioObject' } as const;

/** What nobody can say the kind of is an image more often than not, but saying so would be a guess: it is left out. */
export function jsonldMedia(media: readonly Media[]): Readonly<Record<keyof typeof TYPES, readonly unknown[]>> {
  const of = (kind: keyof typeof TYPES) =>
    media.filter((one) => one.kind === kind).map((one) => mediaObject(one, TYPES[kind]));
  return { image: of('image'), video: of('video'), audio: of('audio') };
}

function mediaObject({ caption, alt, credit, href }: Media, type: string) {
  return given({ '@type': type, contentUrl: webUri(href), caption, description: alt, creditText: credit });
}
