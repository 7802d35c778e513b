/** What agencies tell desks: kept apart from the text, told by kind, and obeyed when a story is taken back. */
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../shared/core/digest.ts';
import { kindOfNote, readAdvisory } from '../../shared/core/read/advisory.ts';
import { type ArticleRecord, ArticleRecord as RecordSchema } from '../../shared/core/record.ts';
import { isReleased } from '../../shared/core/released.ts';
import { cleanBytes } from '../../shared/pipeline/clean.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { HEADLINE, NEWSML, NITF } from './intake-formats/one-article.ts';

const reader = createReader();
const read = (text: string): Promise<ArticleRecord> =>
  cleanBytes(Buffer.from(text), { path: 'a', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const TEXT = [
  'LINDVIK (AP) - The ferry to Vell crossed the sound again on Monday, ten years after it had been tied up at the quay.',
  'The harbour office said that it would run four times a day, and that nobody on the island would pay more than before.',
  'It had been sold twice in the meantime, the office said, and had once been used as a restaurant in another harbour.',
  'Islanders met the ferry with lanterns, and the bakery stayed open until the last of the passengers had left the quay.',
];
const MORE = [
  'The captain, who had sailed the old route for thirty years, said that she had not missed the restaurant for a minute.',
  'A school class had painted the lifebelts, and two of them were spelled wrong, which the harbour office wants to keep.',
  'The company that owns the ferry has asked for money from the county, and the county will decide about it in the spring.',
];
const bodyOf = ({ body }: ArticleRecord): readonly string[] => body.map(({ text }) => text);

describe('a line to desks', () => {
  it.each([
    ['(Adds quotes, background)', 'update'],
    ['(Corrects spelling of minister’s name in third paragraph)', 'correction'],
    ['(Berichtigt Zahl der Verletzten im zweiten Absatz)', 'correction'],
    ['(Ajoute réactions)', 'update'],
    ['(Actualiza con declaraciones del ministro)', 'update'],
    ['Eds: Updates with quotes from the harbour master.', 'update'],
    ['Eds: Note language in paragraph 3.', 'note'],
    ['ATTENTION - ADDS toll, details ///', 'update'],
    ['MANDATORY KILL: ferry story of Monday', 'kill'],
    ['Editors: Please kill the story slugged FERRY.', 'kill'],
    ['ATTENTION - ANNULE la dépêche sur le ferry ///', 'kill'],
    ['ATTENTION - ANNULATION ///', 'kill'],
    ['ACHTUNG - ZURÜCKGEZOGEN ///', 'kill'],
    ['ATENCIÓN - ANULA la nota del ferry ///', 'kill'],
    ['A mandatory kill has been issued for the ferry story.', 'kill'],
    ['KILL: Do not use', 'kill'],
    ['STORY WITHDRAWN', 'kill'],
    ['(This story has been withdrawn at the request of the harbour desk.)', 'kill'],
    ['Eds: The above story slugged FERRY has been withdrawn.', 'kill'],
    ['Eds: With photos of the blast that kills five.', 'note'],
    ['Eds: Story about the unit that has been withdrawn moves at noon.', 'note'],
  ])('%s is %s', (line, kind) => {
    expect(readAdvisory(line)).toBe(kind);
  });

  it.each([
    'Editor’s note: This article was changed on Monday to name the island.',
    '(The ferry is the oldest in the sound.)',
    'Corrects itself, the old clock of Vell.',
    'Mandatory killing of poultry begins on Monday',
    'Story withdrawn after the minister complained',
    '“This story has been withdrawn,” she said.',
    'This story has been withdrawn, the minister said.',
    'The report was withdrawn on Monday.',
    'Kill: the new play at the harbour theatre',
    `(Adds ${'a very long list of things '.repeat(20)})`,
    'Adds quotes',
  ])('%s is the article’s own', (line) => {
    expect(readAdvisory(line)).toBeNull();
  });

  it('is a note when it says nothing of kind', () => {
    expect([kindOfNote('Photos follow.'), kindOfNote('Story has been withdrawn.')]).toEqual(['note', 'kill']);
  });
});

describe('a text from the wire', () => {
  it('keeps the note out of the body, wherever at its ends it stands', async () => {
    for (const lines of [
      ['(Adds harbour office)', ...TEXT],
      [...TEXT, 'Eds: Updates with harbour office.'],
    ]) {
      const record = await read([HEADLINE, '', ...lines].join('\n'));
      expect(record.advisory).toMatchObject({ kind: 'update' });
      expect(bodyOf(record)).toHaveLength(TEXT.length);
      expect(record.evidence['advisory']).toMatchObject({ rule: 'advisory.line' });
    }
  });

  it('leaves a bracket in the middle of the report alone', async () => {
    const middle = '(Corrects itself when wound.)';
    const lines = [
      HEADLINE,
      '',
      ...TEXT.slice(0, 3),
      'The clock on the quay has its own time.',
      middle,
      ...MORE,
      TEXT[3],
    ];
    const record = await read(lines.join('\n'));
    expect(record.advisory).toBeNull();
  });

  it('says by its headline that it is a newer one, and keeps the headline', async () => {
    const headline = `UPDATE 2-${HEADLINE}`;
    const record = await read([headline, '', ...TEXT].join('\n'));
    expect(record).toMatchObject({ headline, advisory: { kind: 'update', note: 'UPDATE 2-' } });
  });

  it('that is taken back is held back, and stays a record', async () => {
    const record = await read([HEADLINE, '', 'MANDATORY KILL. Do not use.', ...TEXT].join('\n'));
    expect(record).toMatchObject({ status: 'withheld', advisory: { kind: 'kill' } });
    expect(isReleased(record, '2025-03-06T00:00:00Z')).toBe(false);
  });
});

describe('an item of an agency format', () => {
  const ninjs = (more: object): string =>
    JSON.stringify({ uri: 'urn:x:2', pubstatus: 'usable', headline: HEADLINE, body_text: TEXT.join('\n\n'), ...more });
  const note = 'Corrects the name of the island.';
  it.each([
    ['ninjs 1', ninjs({ slugline: 'FERRY-VELL', ednote: note, rewrite_of: 'urn:x:1' })],
    ['ninjs 3', ninjs({ slugline: 'FERRY-VELL', edNote: note, evolvedFrom: 'urn:x:1' })],
    [
      'NewsML-G2',
      NEWSML.replace('<pubStatus', `<edNote>${note}</edNote><pubStatus`)
        .replace('</itemMeta>', '<link rel="irel:previousVersion" residref="urn:x:1"/></itemMeta>')
        .replace('<headline', '<slugline>FERRY-VELL</slugline><headline'),
    ],
  ])('%s: slugline, note and what it takes the place of stand in their fields', async (_, text) => {
    expect(await read(text)).toMatchObject({
      ...{ slugline: 'FERRY-VELL', replaces: 'urn:x:1', status: 'usable' },
      advisory: { kind: 'correction', note },
    });
  });

  it('NITF: the key of the desk and its message', async () => {
    const told = NITF.replace('<date.issue', `<du-key key="FERRY-VELL"/><ed-msg info="${note}"/><date.issue`);
    expect(await read(told)).toMatchObject({ slugline: 'FERRY-VELL', advisory: { kind: 'correction', note } });
  });

  it('is held back when its note kills it, whatever its status says', async () => {
    const record = await read(ninjs({ ednote: 'Mandatory kill: the ferry did not cross.' }));
    expect(record).toMatchObject({ status: 'withheld', advisory: { kind: 'kill' } });
  });
});

describe('a record from before', () => {
  it('is read as one without, and has the digest that it had', async () => {
    const record = await read([HEADLINE, '', ...TEXT].join('\n'));
    const { advisory: _a, slugline: _s, replaces: _r, ...before } = record;
    expect(RecordSchema.parse(before)).toEqual(record);
    expect(digestOf({ ...record, slugline: 'FERRY' })).not.toBe(digestOf(record));
    expect(digestOf(RecordSchema.parse(before))).toBe(digestOf(record));
  });
});
