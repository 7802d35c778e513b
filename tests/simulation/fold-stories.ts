/** The right answer for a text that somebody carries, and for its story. In: who shows it. Out: items. */
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { seenOf } from '../../shared/core/event-place.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { readable } from './fold-readable.ts';
import { type Carrier, carrierOf, hiddenTextsOf, tallyOf } from './fold-tally.ts';

type Plain = Record<string, unknown>;

interface Face {
  readonly objectId: string;
  readonly record: ArticleRecord;
}

/** Here only equal texts are kin, so a text and its story are one. */
export function story(textId: string, faces: readonly Face[]): readonly Plain[] {
  const storyId = `sty_${textId}`;
  const eventId = `evt_${textId}`;
  const carriers = faces.map(({ record }) => carrierOf(record, textId));
  const tally = tallyOf(carriers);
  const text = { pk: `text#${textId}` };
  const told = { pk: `story#${storyId}` };
  return [
    ...faces.map(({ objectId, record }) => {
      const { id: articleId } = record;
      const carrier = carrierOf(record, textId);
      return { ...text, sk: `member#${articleId.slice(-1)}#${articleId}`, articleId, objectId, carrier };
    }),
    {
      ...{
        ...text,
        sk: 'node',
        textId,
        present: true,
        tally,
        print: printOf(faces),
        about: aboutOfSmallest(faces),
        posted: true,
        settled: true,
      },
      ...{ storyId, stories: [storyId], mending: {} },
    },
    { ...told, sk: `text#${textId.slice(-1)}#${textId}`, textId, present: true, tally, about: aboutOfSmallest(faces) },
    {
      ...told,
      sk: 'summary',
      storyId,
      present: true,
      texts: 1,
      ...hiddenTextsOf(carriers),
      ...tally,
      about: aboutOfSmallest(faces),
    },
    {
      ...{ pk: `place#${storyId}`, sk: 'event', storyId, eventId },
      seen: seenOf({
        ...{ storyId, about: aboutOfSmallest(faces) ?? new Uint8Array(), published: tally.first?.utc ?? null },
        listedAt: firstOf(carriers),
      }),
    },
    { pk: `stories#${firstOf(carriers).slice(0, 10)}#${textId.slice(-1)}`, sk: storyId },
  ];
}

function firstOf(carriers: readonly Carrier[]): string {
  const [first = ''] = carriers.map(({ sortUtc }) => sortUtc).sort();
  return first;
}

/** Members are ordered by the last character of their ids, then by their ids. */
function aboutOfSmallest(faces: readonly Face[]): Uint8Array | null {
  const rank = ({ record: { id } }: Face) => `${id.slice(-1)}#${id}`;
  const [smallest] = [...faces].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const about = smallest === undefined ? null : readable(smallest.record)['about'];
  return about instanceof Uint8Array ? about : null;
}

function printOf([face]: readonly Face[]): Uint8Array | null {
  return face === undefined ? null : packPrint(textPrint(face.record.body.map((part) => part.text)));
}
