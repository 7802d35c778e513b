/** What a phrase table of one language holds. To teach Wirefold a phrase, add it to the list it belongs to, in lower case. */
import type { Label } from '../../label.ts';

export interface PhraseList {
  readonly label: Label;
  /** Lower case; `#` stands for any number, as in `# comments`. */
  readonly phrases: readonly string[];
}

export interface PhraseTable {
  /** BCP 47. */
  readonly language: string;
  /** The line is exactly this, whatever punctuation stands around it. */
  readonly whole: readonly PhraseList[];
  /** The line begins with this. */
  readonly starts: readonly PhraseList[];
  /** The line is short and has this somewhere. */
  readonly inside: readonly PhraseList[];
  /** Words of paragraphs in which a paper asks its readers for money, attention or an address. */
  readonly appeal: {
    /** Nobody else says this. */
    readonly strong: readonly string[];
    /** Words of the trade and of money; stems are fine. */
    readonly cues: readonly string[];
    /** `we`, `our`, `your`: whole words. */
    readonly address: readonly string[];
  };
}
