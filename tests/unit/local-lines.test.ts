import { describe, expect, it } from 'vitest';
import { outcomeLine } from '../../infra/local/program/lines.ts';

const NOW = Date.parse('2026-01-01T00:00:02.500Z');
const told = { state: 'stored', key: 'incoming/a.zip', member: null, at: '2026-01-01T00:00:00Z', articleId: 'art_1' };
const line = (logged: object) => outcomeLine(JSON.stringify(logged), NOW);

describe('a line of the local run', () => {
  it('says what became of a file, and how long that took', () => {
    expect(line(told)).toBe('stored    incoming/a.zip  art_1  2.5 s after the upload');
    expect(line({ ...told, put: 'older' })).toMatch(/^superseded /);
  });

  it('names the member of a container, so that a refused one can be looked up as it stands there', () => {
    const refused = {
      ...told,
      state: 'rejected',
      member: 'b/x.txt',
      code: 'document.empty',
      reason: 'The file is empty.',
    };
    expect(line(refused)).toBe(
      'rejected  incoming/a.zip#b/x.txt  document.empty: The file is empty.  2.5 s after the upload',
    );
  });

  it('is written for no other log', () => {
    expect([line({ message: 'x' }), outcomeLine('no JSON', NOW)]).toEqual([null, null]);
  });
});
