/** Times of the archive as engines print them. Promise: one form for all of them; what is no time stays as it was. */

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,12}))?$/;

/** `2026-01-02 03:04:05` //=> `2026-01-02T03:04:05.000Z`: all times of the archive are UTC. */
export function instantText(printed: string): string {
  const match = TIMESTAMP.exec(printed);
  if (match === null) return printed;
  const [, day, time, fraction = ''] = match;
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}
