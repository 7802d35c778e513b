/** English words of appeals to the reader. See phrase-table.ts for what the lists mean. */
import type { PhraseTable } from './phrase-table.ts';

// biome-ignore format: one list a line reads better than one phrase a line
export const EN_APPEAL: PhraseTable['appeal'] = {
  strong: ['consider supporting', 'support my work', 'supporting my work', 'supporting our work', 'your support', 'your donation', 'your contribution', 'your subscription', 'your inbox', 'support our journalism', 'support our work', 'support independent journalism', 'support quality journalism', 'support local journalism', 'our journalism', 'our newsroom', 'our reporting', 'our reporters', 'our journalists', 'our readers', 'our newsletter', 'our website', 'our app', 'our coverage', 'award-winning', 'readers like you', 'readers like yours', 'subscribe to', 'subscribe now', 'subscribe today', 'become a member', 'become a subscriber', 'become a supporter', 'sign up for', 'sign up to', 'donate today', 'make a donation', 'unlimited access', 'cancel anytime', 'cancel at any time', 'free trial', 'first month', 'per month', 'a month', 'ad-free', 'digital access', 'full access', 'tax-deductible', 'digital subscription', 'paywall', 'you read', 'click here', 'in-depth reporting', 'independent journalism', 'quality journalism', 'local journalism'],
  cues: ['journalis', 'newsroom', 'reporter', 'reporting', 'subscri', 'donat', 'reader', 'membership', 'newsletter', 'inbox', 'support', 'the story', 'the facts', 'the truth', 'trusted', 'independent', 'premium', 'advert', 'news outlet', 'investigat', 'afford', 'stories', 'contribut', 'fact-check', 'fund', 'coverage'],
  address: ['we', 'our', 'us', 'your', 'you', "we're", "we've", "we'll", "you're", "you'll"],
};
