/** When the second opinion is asked for, and what it may change. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../shared/core/block.ts';
import { NO_PROFILE } from '../../shared/core/document.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { isBody } from '../../shared/core/label.ts';
import { type Ask, labelWithSecondLook } from '../../shared/core/second-look.ts';

const SENTENCES = [
  'The harbour office said on Monday that the new pier would open in spring, after two winters of work.',
  'Ferries called there for the last time nine years ago, when a storm took the old jetty in one night, and nobody has crossed from there since.',
  'Tickets from the island to the town will cost the same as before the storm, the council promised.',
];
const text = `<h1>Pier opens in spring</h1>${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('')}<ul><li>Home</li></ul>`;
const facts = { mediaType: 'text/html', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: 0 } as const;
const page = htmlPage({ format: 'html', text, ...facts }, { opinion: false });

/** Scores of the headline, three paragraphs and the menu; then what the second opinion says, and whether it was asked. */
function look(scores: readonly number[], paragraphs: readonly string[] | null) {
  let asked = 0;
  let leftOut: readonly string[] = [];
  const ask: Ask = (leaveOut): Page => {
    asked += 1;
    leftOut = [...leaveOut].map(({ tag }) => tag);
    return paragraphs === null ? page : { ...page, opinion: { paragraphs, headline: null, byline: null } };
  };
  const { labelled } = labelWithSecondLook(page, scores, NO_PROFILE, ask);
  const body = labelled.filter(({ label }) => isBody(label));
  return { asked, leftOut, body: body.map(({ block }) => block.text), labelled };
}

describe('a second look', () => {
  it('is not taken where the model is sure', () => {
    const { asked, body } = look([0, 0.99, 0.99, 0.99, 0], null);
    expect([asked, body]).toEqual([0, SENTENCES]);
  });

  it('settles what the model leaves open, and says so', () => {
    const { body, labelled } = look([0, 0.45, 0.99, 0.55, 0], SENTENCES.slice(0, 2));
    expect(body).toEqual(SENTENCES.slice(0, 2));
    expect(labelled[1]?.reason.rule).toBe('body.opinion');
    expect(labelled[2]?.reason.rule).toBe('body.score');
    expect(labelled[3]?.reason.rule).toBe('rest.opinion');
  });

  it('overrules nothing that the model is sure of', () => {
    expect(look([0, 0.6, 0.99, 0.01, 0], SENTENCES.slice(1)).body).toEqual([SENTENCES[1]]);
  });

  it('is taken where much prose stands outside a small body, however sure the model is', () => {
    const { asked, body } = look([0, 0.99, 0.01, 0.01, 0], null);
    expect([asked, body]).toEqual([1, [SENTENCES[0]]]);
  });

  it('is about the part in question: not what is no prose and surely no body', () => {
    expect(look([0.01, 0.5, 0.5, 0.5, 0], null).leftOut).toEqual(['h1', 'li', 'ul']);
  });

  it.each([
    ['is silent', null],
    ['is of something else', ['A cookie is a small file that this site keeps on your machine.']],
  ])('leaves the first reading when the opinion %s', (_, opinion) => {
    expect(look([0, 0.6, 0.6, 0.6, 0], opinion).body).toEqual(SENTENCES);
  });

  it('does not listen to an opinion of another part of the page than what the model is sure of', () => {
    expect(look([0, 0.95, 0.6, 0.6, 0], [SENTENCES[2] ?? '']).body).toEqual(SENTENCES);
  });

  it('finds a body where the first reading found none', () => {
    const { asked, body, labelled } = look([0, 0.01, 0.2, 0.4, 0], SENTENCES);
    expect([asked, body]).toEqual([1, SENTENCES]);
    expect(labelled[1]?.reason.rule).toBe('body.opinion');
  });

  it('takes the prose that comes nearest to a body where nobody finds one', () => {
    const { body, labelled } = look([0, 0.01, 0.2, 0.11, 0.09], null);
    expect(body).toEqual(SENTENCES.slice(1));
    expect(labelled[2]?.reason.rule).toBe('body.nearest');
  });
});
