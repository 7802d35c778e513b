/** Builders of hostile input: small arguments in, big or broken bytes out. Everything is generated; nothing is a real page. */
export const SENTENCE =
  'The harbour office said on Monday that the new pier would open in spring, after two winters of work, and that ferries would call there again.';

export const STORY = Array.from({ length: 8 }, (_, at) => `<p>Part ${at + 1} of the report. ${SENTENCE}</p>`).join(
  '\n',
);

export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

export const page = (body: string, head = ''): Buffer =>
  utf8(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier opens in spring</title>${head}</head>` +
      `<body><h1>Pier opens in spring</h1>${body}</body></html>`,
  );

/** Attributes `a0="1" a1="1" …` of one tag. */
export const attributes = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ');

/** Bytes without a pattern or a known beginning, the same on every run. */
export function noise(length: number): Uint8Array {
  let state = 2_463_534_242;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

/** What comes after each case, and must be read as ever. */
export const HONEST = { name: 'honest.html', bytes: () => page(STORY) };
