/** Elements of XML 1.0. In: a name of ours and text of strangers. Out: markup. Promise: well-formed whatever the text is. */
import { escapeMarkup } from './escape-markup.ts';
import { safeText } from './safe-text.ts';

type XmlAttributes = Readonly<Record<string, string>>;

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element with text in it; nothing when there is no text to put in it. */
export function textElement(name: string, text: string | null, attributes: XmlAttributes = {}): string {
  return text === null ? '' : element(name, escapeMarkup(safeText(text)), attributes);
}

/** `content` is markup already. */
export function element(name: string, content: string, attributes: XmlAttributes = {}): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(safeText(value))}"`);
  const start = `<${name}${given.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}
