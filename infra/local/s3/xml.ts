/** XML as S3 speaks it: small trees out, flat records in. Every text is escaped, control characters as references. */
import { Parser } from 'htmlparser2';

/** A name with a text, a list of children, or nothing. */
export type Xml = readonly [name: string, content: string | number | boolean | readonly Xml[]];

export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"')}`;
}

function write([name, content]: Xml, attributes = ''): string {
  const inner = typeof content === 'object' ? content.map((child) => write(child)).join('') : escaped(String(content));
  return `<${name}${attributes}>${inner}</${name}>`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"\u0000-\u001F]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);

/** `<Delete><Object><Key>a</Key></Object></Delete>`, `Object` //=> `[{ Key: 'a' }]` */
export function readRecords(xml: string, element: string): readonly Readonly<Record<string, string>>[] {
  const records: Record<string, string>[] = [];
  let inside: Record<string, string> | null = null;
  let field: string | null = null;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (inside !== null) {
          inside[name] = '';
          field = name;
        } else if (name === element) {
          inside = {};
          records.push(inside);
        }
      },
      ontext: (text) => {
        if (inside !== null && field !== null) inside[field] += text;
      },
      onclosetag: (name) => {
        if (name === element) inside = null;
        field = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return records;
}
