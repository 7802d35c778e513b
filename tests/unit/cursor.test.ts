/** A cursor leads on in the list that gave it, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { CursorError } from '../../shared/core/change-log.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { cursorOf, placeOf } from '../../shared/pipeline/cursor.ts';

const sent = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

describe('a cursor', () => {
  it('gives the place back to its own list, whatever is in it', () => {
    for (const place of ['', '2026-01-01#art_a', '東京 "\u0000'])
      expect(placeOf('outlet:herald', cursorOf('outlet:herald', place))).toBe(place);
  });

  it('is text that an address can carry', () => {
    expect(cursorOf('day', '?&=/+ #%')).toMatch(/^[\w-]+$/);
  });

  it('is refused by any other list, by name', () => {
    const cursor = cursorOf('outlet:herald', 'p');
    expect(() => placeOf('outlet:post', cursor)).toThrow(new CursorError('The cursor belongs to another list.'));
  });

  it.each([
    ['no base64', '!!!'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['no pair', sent(['a'])],
    ['no texts', sent([1, 2])],
    ['nothing', ''],
  ])('that is %s is refused, with its cause', (_, cursor) => {
    expect(() => placeOf('day', cursor)).toThrow(
      expect.objectContaining({
        name: 'CursorError',
        message: 'The cursor is not one that this list gave.',
        cause: expect.any(Error),
      }),
    );
  });

  it('that is longer than any of ours is not read at all', () => {
    const room = STORE_LIMITS.cursorChars;
    const fits = cursorOf('day', 'x'.repeat(280));
    expect(fits.length).toBeLessThanOrEqual(room);
    expect(placeOf('day', fits)).toHaveLength(280);
    const long = cursorOf('day', 'x'.repeat(400));
    expect(() => placeOf('day', long)).toThrow(expect.not.objectContaining({ cause: expect.anything() }));
  });
});
