/** What is known of one outlet beforehand: plain data that the rules use, and that is checked before they do. */
import { describe, expect, it } from 'vitest';
import { NO_HINTS, type RawDocument } from '../../shared/core/document.ts';
import { OutletProfileFile } from '../../shared/core/outlet-profile.ts';
import { readScrape } from '../../shared/core/read-scrape.ts';

const MUG = 'Send your pictures of the week to our picture desk and win a mug.';
const TEXT = `Timber yard fire is out after two days

By Noa Fenwick
12 July 2024, 17:10

The fire in the timber yard of Hollin is out after two days, the fire service said on Friday. Nobody was hurt.

${MUG}

Some 60 firefighters from four districts had been at work since Wednesday night. The cause is still not known, said a spokesman for the police.

(pa)
`;
const PROFILE = { zone: 'Europe/London', publisher: 'Hollin Echo', agencies: ['PA'], boilerplate: [MUG.toUpperCase()] };

function reading(profile: unknown) {
  const document: RawDocument = {
    format: 'text',
    text: TEXT,
    mediaType: 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: TEXT.length,
  };
  return readScrape(document, NO_HINTS, OutletProfileFile.parse(profile));
}

describe('the profile of an outlet', () => {
  it('gives the zone of a wall time, and says that the publisher’s profile gave it', () => {
    expect(reading({}).article.published).toMatchObject({ utc: null, zoneBasis: 'unknown' });
    expect(reading(PROFILE).article.published).toMatchObject({
      utc: '2024-07-12T16:10:00Z',
      zone: 'Europe/London',
      zoneBasis: 'publisher',
    });
  });
  it('drops the lines that the outlet prints everywhere, whatever their case, and says why', () => {
    const { article, labelled } = reading(PROFILE);
    const line = labelled.find(({ block }) => block.text === MUG);
    expect(line).toMatchObject({ label: 'other', reason: { rule: 'profile.boilerplate' } });
    expect(article.body.map(({ text }) => text)).not.toContain(MUG);
    expect(article.body).toHaveLength(2);
  });
  it('knows the shorthand of an agency whose copy the outlet runs', () => {
    expect(reading({}).article.provider).toBeNull();
    expect(reading(PROFILE).article).toMatchObject({ provider: { code: 'PA' }, publisher: { name: 'Hollin Echo' } });
  });
  it.each([
    ['a misspelt name', { zones: 'Europe/London' }],
    ['a zone that is none', { zone: 'Europe/Lodon' }],
    ['an agency that nobody knows', { agencies: ['XYZQ'] }],
    ['an empty line', { boilerplate: [''] }],
  ])('with %s is refused', (_, profile) => {
    expect(OutletProfileFile.safeParse(profile).success).toBe(false);
  });
});
