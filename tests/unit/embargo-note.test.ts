/** An embargo that only a line or a note tells of: obeyed with its evidence, never taken from the running text. */
import { describe, expect, it } from 'vitest';
import { embargoLine, embargoNote } from '../../shared/core/read/embargo.ts';
import { cleanBytes } from '../../shared/pipeline/clean.ts';
import { createReader } from '../../shared/workers/reader.ts';

const reader = createReader();
const read = (text: string) => cleanBytes(Buffer.from(text), { path: 'a', modifiedAt: '2026-03-01T00:00:00Z' }, reader);
const BODY = `The budget of Low Quay will be raised by four per cent, the council said on Monday, and nobody in the hall minded at all.

A second meeting is planned for the week after the fair, said Ida Holm, who keeps the bell in the tower of the old harbour.

The trade embargo until 3 March 2031 is not touched by it, and neither are the fees of the ferry, which have stood since 1989.`;
const story = (line: string) => `${line}\n\nBudget of Low Quay rises again\n\nBy Ida Holm\n\n${BODY}\n`;
const item = (ednote: string) =>
  JSON.stringify({ uri: 'urn:x:1', headline: 'Budget rises', body_text: BODY, ednote, pubstatus: 'usable' });

describe('a line that says until when a story must wait', () => {
  it.each([
    ['EMBARGOED UNTIL 00:01 GMT 3 March 2031', '2031-03-03T00:01:00.000Z'],
    ['(STRICTLY EMBARGOED UNTIL 0001 GMT, MONDAY, MARCH 3, 2031)', '2031-03-03T00:01:00.000Z'],
    ['Embargoed to 6 p.m. UTC on 3 March 2031', '2031-03-03T18:00:00.000Z'],
    ['NOT FOR PUBLICATION BEFORE 3 March 2031', '2031-03-03T12:00:00.000Z'],
    ['Under embargo until midnight 3 March 2031', '2031-03-04T12:00:00.000Z'],
    ['Sperrfrist: 3. März 2031, 6.00 Uhr', '2031-03-03T18:00:00.000Z'],
    ['Sperrfrist 3.3.2031 6 Uhr', '2031-03-03T18:00:00.000Z'],
    ['Sous embargo jusqu’au 3 mars 2031 à 6h00', '2031-03-03T18:00:00.000Z'],
    ['EMBARGADO HASTA el 3 de marzo de 2031, 06:00', '2031-03-03T18:00:00.000Z'],
    ['Sotto embargo fino alle ore 06:00 del 3 marzo 2031', '2031-03-03T18:00:00.000Z'],
    ['Sob embargo até 3 de março de 2031, 06:00', '2031-03-03T18:00:00.000Z'],
    ['Onder embargo tot 3 maart 2031 06:00 uur', '2031-03-03T18:00:00.000Z'],
    ['Embargo: 3 March 2031 00:01 GMT', '2031-03-03T00:01:00.000Z'],
    ['EMBARGO: Not for publication before 6am GMT on 3 March 2031', '2031-03-03T06:00:00.000Z'],
    ['EMBARGO 3 March 2031 06:00 GMT', '2031-03-03T06:00:00.000Z'],
    ['EMBARGOED until 2031-03-03T06:00Z', '2031-03-03T06:00:00.000Z'],
    ['Embargoed until 6:00 a.m. EST, 3 March 2031', '2031-03-03T11:00:00.000Z'],
  ])('%s', async (line, until) => {
    const record = await read(story(line));
    expect(record.embargoedUntil).toBe(until);
    expect(record.evidence['embargoedUntil']).toEqual({ where: 'line 1', rule: 'embargo.note', raw: line });
    expect(record.published.status).toBe('missing');
    expect(record.body).toHaveLength(3);
    expect(record.quality).not.toContain('embargo-unread');
  });

  it.each([
    'EMBARGOED UNTIL FRIDAY 6 AM',
    'Sperrfrist: Freitag, 6 Uhr',
    'Embargoed to 0001 GMT March 3',
  ])('%s: holds nothing back, and says that it could not be read', async (line) => {
    const record = await read(story(line));
    expect(record).toMatchObject({ embargoedUntil: null, status: 'usable' });
    expect(record.quality).toContain('embargo-unread');
    expect(record.evidence['embargoedUntil']).toMatchObject({ rule: 'embargo.unread', raw: line });
  });

  it.each([
    'Embargo until peace is made, says minister',
    'Embargo on oil ends on 3 March 2031, ministers agree',
    'Embargo: what it means for the harbour',
    'Sperrfrist für Prognosen bleibt umstritten',
    'Embargoed tomatoes rot in the harbour',
    'The trade embargo until 3 March 2031 is not touched by it.',
    'Embargo until 3 March 2031 on grain divides the harbour towns',
    'Embargo 2031: what the harbour expects',
  ])('%s: is the article’s own', async (line) => {
    expect(embargoLine(line)).toBeNull();
    const record = await read(story(line));
    expect(record.embargoedUntil).toBeNull();
    expect(record.quality).not.toContain('embargo-unread');
  });
});

describe('a note of an agency’s format', () => {
  it.each([
    ['EMBARGOED UNTIL 00:01 GMT 3 March 2031', '2031-03-03T00:01:00.000Z'],
    ['Photos follow. Embargoed for 00:01 GMT on 3 March 2031; contact the desk.', '2031-03-03T00:01:00.000Z'],
    ['Photos follow. Embargo 3 March 2031 00:01 GMT. Call the desk.', '2031-03-03T00:01:00.000Z'],
    ['Achtung Redaktionen: Sperrfrist 3. März 2031, 06.00 Uhr', '2031-03-03T18:00:00.000Z'],
  ])('%s: holds the item back', async (note, until) => {
    const record = await read(item(note));
    expect(record.embargoedUntil).toBe(until);
    expect(record.advisory?.note).toBe(note);
  });

  it('that speaks of a trade embargo holds nothing back', () => {
    expect(embargoNote('Adds background on the trade embargo until 2030.')).toBeNull();
    expect(embargoNote('Oil embargo: see also the graphic of Monday.')).toBeNull();
    expect(embargoNote('Embargo on oil ends on 3 March 2031.')).toBeNull();
  });

  it('and the format itself: the later of both counts', async () => {
    const stated = JSON.parse(item('Embargoed until 00:01 GMT 3 March 2031'));
    const until = async (embargoed: string) => (await read(JSON.stringify({ ...stated, embargoed }))).embargoedUntil;
    expect(await until('2031-03-02T00:00:00Z')).toBe('2031-03-03T00:01:00.000Z');
    expect(Date.parse((await until('2031-03-04T00:00:00Z')) ?? '')).toBe(Date.UTC(2031, 2, 4));
  });
});
