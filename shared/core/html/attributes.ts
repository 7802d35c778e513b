/** Attributes as the page wrote them come in; the bounded few that a reader may look at go out. */
import { LIMITS } from '../limits.ts';

type Attributes = Readonly<Record<string, string>>;
const NONE: Attributes = {};

/** Style, event handlers and image candidates cost memory and tell nothing that is read later. */
function isUseless(name: string): boolean {
  return (
    name === 'style' ||
    name === 'srcset' ||
    name === 'sizes' ||
    name === 'hidden' ||
    (name.charCodeAt(0) === 111 && name.startsWith('on'))
  );
}

/**
 * Hidden elements stay, marked by the attribute `hidden`: pages hide the text of subscribers until a script has run.
 * Never more than `LIMITS.htmlAttributes` of them, none longer than `LIMITS.htmlAttributeChars`.
 */
export function leanAttributes(attributes: Attributes): Attributes {
  const kept: Record<string, string> = {};
  let count = 0;
  for (const name in attributes) {
    if (isUseless(name)) continue;
    count += 1;
    if (count > LIMITS.htmlAttributes) break;
    const value = attributes[name] ?? '';
    kept[name] = value.length > LIMITS.htmlAttributeChars ? value.slice(0, LIMITS.htmlAttributeChars) : value;
  }
  if (isHidden(attributes)) kept['hidden'] = '';
  else if (count === 0) return NONE;
  return kept;
}

/** Hidden by the page's own markup. `aria-hidden` says nothing of the kind: it is used on visible text. */
function isHidden(attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  const style = attributes['style'];
  if (style === undefined) return false;
  const flat = style.slice(0, LIMITS.metadataLineChars).toLowerCase().replaceAll(' ', '');
  return flat.includes('display:none');
}
