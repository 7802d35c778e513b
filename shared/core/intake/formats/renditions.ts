/**
 * The forms in which an item carries its text, side by side, in; the one to be read out. Promise: they are taken for the same text, so that
 * it is never read twice; a summary is no text.
 */
import type { Paragraph } from './stated.ts';

export interface Rendition {
  /** What it is for, in its sender's words: `rend:abstract`, `main`; empty where nothing is said. */
  readonly role: string;
  readonly form: (typeof FORMS)[number];
  readonly paragraphs: readonly Paragraph[];
}

/** The richest first: NITF names what is no text, HTML has headings and captions; of other mark-up nobody knows what it is. */
const FORMS = ['nitf', 'html', 'text', 'other'] as const;

const SUMMARIES: ReadonlySet<string> = new Set(['abstract', 'summary']);
/** Read as the text only where there is no other. */
const ASIDE: ReadonlySet<string> = new Set(['caption', 'lead', 'sidebar', 'teaser']);

/** The richest one. One with less than half the text of another is not all of it, whatever it says. */
export function textAmong(renditions: readonly Rendition[]): readonly Paragraph[] {
  const texts = renditions.filter(({ role, paragraphs }) => paragraphs.length > 0 && !SUMMARIES.has(wordOf(role)));
  const whole = texts.filter(({ role }) => !ASIDE.has(wordOf(role)));
  const found = whole.length > 0 ? whole : texts;
  const most = found.filter(({ form }) => form !== 'other').reduce((sum, each) => Math.max(sum, charsOf(each)), 0);
  const long = found.filter((each) => charsOf(each) * 2 >= most);
  return FORMS.flatMap((form) => long.filter((each) => each.form === form))[0]?.paragraphs ?? [];
}

/** What a sender gives as the short form; empty where it gives none. */
export function summaryAmong(renditions: readonly Rendition[]): string {
  const summary = renditions.find(({ role }) => SUMMARIES.has(wordOf(role)));
  return (summary?.paragraphs ?? []).map(({ text }) => text).join(' ');
}

/** `rend:abstract`, `http://cv.example/rendition/abstract` //=> `abstract`. */
function wordOf(role: string): string {
  return role.slice(Math.max(role.lastIndexOf(':'), role.lastIndexOf('/')) + 1).toLowerCase();
}

function charsOf({ paragraphs }: Rendition): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
