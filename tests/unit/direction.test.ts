import { describe, expect, it } from 'vitest';
import { type CopyFacts, directionOf } from '../../shared/core/copies/direction.ts';

const at = (utc: string, latest = utc) => ({ utc, latest });
const aCopy = (facts: Partial<CopyFacts> & { id: string }): CopyFacts => ({
  publisher: null,
  provider: null,
  moment: null,
  ...facts,
});

describe('direction', () => {
  it.each([
    [
      'a credit to the other’s publisher',
      { provider: 'Nordwire' },
      { publisher: 'NORDWIRE' },
      { basis: 'stated', provider: 'Nordwire', from: 'b' },
    ],
    [
      'a credit of one of them to an agency',
      { provider: 'Nordwire' },
      {},
      { basis: 'stated', provider: 'Nordwire', from: null },
    ],
    [
      'a credit, and times that tell who had it first',
      { provider: 'Nordwire', moment: at('2024-05-01T10:00:00.000Z') },
      { moment: at('2024-05-01T09:00:00.000Z') },
      { basis: 'stated', provider: 'Nordwire', from: 'b' },
    ],
    [
      'times alone',
      { moment: at('2024-05-01T08:00:00.000Z') },
      { moment: at('2024-05-01T09:00:00.000Z') },
      { basis: 'inferred', provider: null, from: 'a' },
    ],
    [
      'a day that may have been its evening',
      { moment: at('2024-05-01T00:00:00.000Z', '2024-05-01T23:59:59.999Z') },
      { moment: at('2024-05-01T09:00:00.000Z') },
      { basis: 'unknown', provider: null, from: null },
    ],
    [
      'credits to one agency in two spellings',
      { provider: 'Nordwire' },
      { provider: 'NORDWIRE' },
      { basis: 'stated', provider: 'NORDWIRE', from: null },
    ],
    [
      'a credit to who published both, and times',
      { provider: 'Nordwire', publisher: 'Nordwire', moment: at('2024-05-01T08:00:00.000Z') },
      { publisher: 'Nordwire', moment: at('2024-05-01T09:00:00.000Z') },
      { basis: 'stated', provider: 'Nordwire', from: 'a' },
    ],
    [
      'a day that was over before the other',
      { moment: at('2024-05-01T00:00:00.000Z', '2024-05-01T23:59:59.999Z') },
      { moment: at('2024-05-02T00:00:00.000Z') },
      { basis: 'inferred', provider: null, from: 'a' },
    ],
    [
      'one and the same time',
      { moment: at('2024-05-01T08:00:00.000Z') },
      { moment: at('2024-05-01T08:00:00.000Z') },
      { basis: 'unknown', provider: null, from: null },
    ],
    ['one time only', { moment: at('2024-05-01T08:00:00.000Z') }, {}, { basis: 'unknown', provider: null, from: null }],
    [
      'credits to two agencies',
      { provider: 'Nordwire' },
      { provider: 'Sudpress' },
      { basis: 'unknown', provider: null, from: null },
    ],
  ])('from %s', (_, a, b, expected) => {
    const [one, other] = [aCopy({ id: 'a', ...a }), aCopy({ id: 'b', ...b })];
    expect(directionOf(one, other)).toEqual(expected);
    expect(directionOf(other, one)).toEqual(expected);
  });
});
