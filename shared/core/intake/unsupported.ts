/** What something is in, the refusal of it out, which says what can be read instead. */
import { Rejection } from '../rejection.ts';

const READABLE =
  'HTML, plain text, e-mail, saved web pages (MHTML), PDF, NITF, NewsML-G2, ninjs, articles in JSON, and many of these in a zip, tar, WARC, JSON Lines, CSV or feed can.';

const OWN_NAMES =
  'This is JSON whose names no known tool uses: say which of them are headline and text by a mapping (--mapping FILE, or x-amz-meta-mapping).';

export function brokenJson(): Rejection {
  const message =
    'This is JSON that is broken or not whole, or no object: write each article as one object in JSON, and upload the file again.';
  return new Rejection('document.unsupported-format', message);
}

/** `name`: as a person calls what one line, or one element of a list, is instead of an article. */
export function manyInRecord(name: string): Rejection {
  const message = `This record is ${name}, which holds many documents, and is not taken apart here: give each of them a line, or an element, of its own.`;
  return new Rejection('document.unsupported-format', message);
}

/** `jq -c` writes each on a line of its own. */
export function runOfRecords(): Rejection {
  const message =
    'This file holds several records in JSON, one after the other, over several lines each: write each on one line (JSON Lines, for example with jq -c . FILE), or put all of them into one list.';
  return new Rejection('document.unsupported-format', message);
}

/** Their members are documents; whoever asks for a single one is told where they are read. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...['a zip archive', 'a tar archive', 'a WARC crawl', 'a file of JSON Lines', 'a list in JSON', 'a table (CSV)'],
  ...['a sequence of JSON texts', 'a JSON Feed', 'an RSS feed', 'an RDF feed', 'an Atom feed'],
]);

/** A hint said that it is one. */
export function unnamedTable(): Rejection {
  const message =
    'This is a table whose first line does not name its columns: name them title and text and, if known, url, published, author, publisher, language.';
  return new Rejection('document.unsupported-format', message);
}

/** `name`: as a person calls it. */
export function unsupported(name: string): Rejection {
  const message =
    name === 'JSON'
      ? OWN_NAMES
      : CONTAINERS.has(name)
        ? `This is ${name}, which holds many documents: add it to a store, which reads each of them, or give each as a file of its own.`
        : `This is ${name}: it cannot be read yet. ${READABLE}`;
  return new Rejection('document.unsupported-format', message);
}
