/**
 * One copy beside the base. In: two records, how their paragraphs lie in one another. Out: what the copy is of the base, how much of it, and
 * which way the text went, with the reason. Promise: the verdicts of `wirefold copies`, and of the texts' own prints.
 */
import { directionOf } from '../../shared/core/copies/direction.ts';
import type { ParagraphMap } from '../../shared/core/copies/paragraph-map.ts';
import { recordFacts } from '../../shared/core/copy-direction.ts';
import { relationTo } from '../../shared/core/copy-relation.ts';
import { foldedText } from '../../shared/core/fingerprint.ts';
import type { Moment } from '../../shared/core/moment.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import type { StoryView } from '../../shared/pipeline/query-story.ts';
import type { CopyColumn, CopyCounts, CopyWay } from './copy-shapes.ts';
import { languageOf } from './rows.ts';

interface Beside {
  readonly base: ArticleRecord;
  readonly story: StoryView;
  /** Now. */
  readonly at: string;
}

export function columnOf(record: ArticleRecord, map: ParagraphMap, { base, story, at }: Beside): CopyColumn {
  const { id, headline, publisher, published, sortDate } = record;
  const member = story.members.find(({ articleId }) => articleId === id);
  const isBase = id === base.id;
  return {
    ...{ id, headline, publisher: publisher?.name ?? null, language: languageOf(record), held: heldBack(record, at) },
    at: hasDayOnly(member?.moment ?? null) ? sortDate.utc.slice(0, DAY_CHARS) : sortDate.utc,
    dateStatus: member?.disputed === true ? 'disputed' : published.status,
    first: firstOf(id, story),
    relation: isBase ? null : relationOf(id, base.id, story),
    ...{ has: map.coverageA, from: map.coverageB, paragraphs: countsOf(map) },
    way: isBase ? null : wayOf(record, base),
  };
}

const DAY_CHARS = '2026-01-02'.length;

/** A day without a time may have been its evening. */
function hasDayOnly(moment: Moment | null): boolean {
  return moment !== null && moment.latest > moment.utc;
}

function firstOf(id: string, { story: { first }, members }: StoryView): CopyColumn['first'] {
  if (first === null) return 'no';
  const mayBe = members.filter(({ moment }) => moment !== null && moment.utc <= first.latest);
  const isOne = id === first.id || mayBe.some(({ articleId }) => articleId === id);
  if (!isOne) return 'no';
  return mayBe.every(({ articleId }) => articleId === id) ? 'yes' : 'maybe';
}

function relationOf(id: string, baseId: string, { members, nodes }: StoryView): CopyColumn['relation'] {
  const nodeOf = (own: string) => nodes.get(members.find(({ articleId }) => articleId === own)?.text ?? '');
  const [own, base] = [nodeOf(id), nodeOf(baseId)];
  return own === undefined || base === undefined ? null : relationTo(own, base).relation;
}

function countsOf({ entries }: ParagraphMap): CopyCounts {
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  const moved = entries.filter((entry) => entry.moved).length;
  return { same: of('identical'), edited: of('edited'), moved, own: of('added'), missing: of('dropped') };
}

function wayOf(record: ArticleRecord, base: ArticleRecord): CopyWay {
  const { basis, provider, from } = directionOf(recordFacts(record), recordFacts(base));
  const source = [record, base].find(({ id }) => id === from)?.publisher?.name ?? null;
  const isSource = provider !== null && source !== null && foldedText(source) === foldedText(provider);
  return { basis, provider, from: from === null ? null : from === record.id ? 'column' : 'base', isSource };
}
