/** Each golden record in each format, read again by parsers that others wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { Marked } from 'marked';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../../shared/core/exports/escape-markup.ts';
import { htmlBody } from '../../../shared/core/exports/html-body.ts';
import { oneLine, safeText } from '../../../shared/core/exports/safe-text.ts';
import { linkOf, urnOf } from '../../../shared/core/exports/uris.ts';
import { ArticleRecord } from '../../../shared/core/record.ts';
import { exported } from './exported.ts';
import { goldenRecords } from './golden-records.ts';
import { IPTC_SCHEMA, ninjsValidator } from './iptc-schema.ts';
import { NinjsShape } from './ninjs-shape.ts';

let records: readonly ArticleRecord[];
beforeAll(() => {
  records = goldenRecords();
});

const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const tagsOf = ({ section, keywords }: ArticleRecord) => [...(section === null ? [] : [section]), ...keywords];
const namesOf = ({ authors }: ArticleRecord) => authors.map(({ name }) => name);
const present = (values: readonly unknown[]) => (values.length === 0 ? undefined : values);

describe('golden records', () => {
  it('are there, in many kinds', () => {
    expect(records.length).toBeGreaterThan(30);
  });

  it('come back from JSON Lines as they were', () => {
    const read = lines(exported('jsonl', records)).map((line) => ArticleRecord.parse(JSON.parse(line)));
    expect(read).toEqual(records);
  });

  it('are ninjs items of the shape that the standard has', () => {
    const items = lines(exported('ninjs', records)).map((line) => NinjsShape.parse(JSON.parse(line)));
    expect(items.map(({ uri, headlines, bodies }) => [uri, headlines?.[0]?.value, bodies?.[0]?.value])).toEqual(
      records.map(({ id, headline, body }) => [
        urnOf('article', id),
        headline ?? undefined,
        body.map(({ text }) => text).join('\n\n') || undefined,
      ]),
    );
  });

  it.skipIf(!existsSync(IPTC_SCHEMA))("are valid by IPTC's own schema, once npm run ninjs has fetched it", () => {
    const validate = ninjsValidator(readFileSync(IPTC_SCHEMA, 'utf8'));
    const items = lines(exported('ninjs', records)).map((line) => JSON.parse(line));
    expect(items.flatMap((item) => (validate(item) ? [] : [{ uri: item.uri, errors: validate.errors }]))).toEqual([]);
    expect(validate({ ...items[0], headline: 'as in ninjs 1' })).toBe(false);
  });

  it('are a graph of schema.org', () => {
    const document = JSON.parse(exported('jsonld', records));
    expect(document['@context']).toBe('https://schema.org');
    const graph: readonly Record<string, unknown>[] = document['@graph'];
    expect(graph.map((node) => [node['@id'], node['headline'], node['datePublished']])).toEqual(
      records.map(({ id, headline, published }) => [
        urnOf('article', id),
        headline ?? undefined,
        published.utc ?? (published.status === 'estimated' ? undefined : (published.local ?? undefined)),
      ]),
    );
  });

  it('are a JSON feed', () => {
    const feed = parseJsonFeed(JSON.parse(exported('jsonfeed', records)));
    expect(feed.items?.map(({ id, title, tags, content_text }) => [id, title, tags, content_text])).toEqual(
      records.map((record) => [
        urnOf('article', record.id),
        record.headline ?? undefined,
        present(tagsOf(record)),
        record.body.map(({ text }) => text).join('\n\n') || undefined,
      ]),
    );
  });

  it('are a channel of RSS', () => {
    const feed = parseRssFeed(exported('rss', records));
    expect(
      feed.items?.map(({ guid, title, link, content, dc }) => [
        guid?.value,
        title,
        link,
        content?.encoded,
        dc?.creators,
      ]),
    ).toEqual(
      records.map((record) => [
        urnOf('article', record.id),
        record.headline === null ? undefined : oneLine(record.headline),
        linkOf(record) ?? undefined,
        htmlBody(record.body) || undefined,
        present(namesOf(record)),
      ]),
    );
  });

  it('are a feed of Atom', () => {
    const { entries } = parseAtomFeed(exported('atom', records));
    expect(
      entries?.map(({ id, title, links, content, rights }) => [
        id,
        title?.value,
        links?.[0]?.href,
        content?.type,
        content?.value,
        rights?.value,
      ]),
    ).toEqual(
      records.map((record) => [
        urnOf('article', record.id),
        record.headline === null ? undefined : oneLine(record.headline),
        linkOf(record) ?? undefined,
        'html',
        htmlBody(record.body) || undefined,
        record.rights.notice === null ? undefined : safeText(record.rights.notice),
      ]),
    );
  });

  it('are rows of CSV under their header', () => {
    const rows: readonly Record<string, string>[] = parseCsv(exported('csv', records), { columns: true });
    const unarmed = (text: string) => text.replaceAll(/(^|[\n;|])([" \u00a0]*)'(?=[=+\-@＝＋－＠])/g, '$1$2');
    expect(rows.map((row) => [row['id'], row['headline'], unarmed(row['body'] ?? '')])).toEqual(
      records.map(({ id, headline, body }) => [
        id,
        headline ?? '',
        safeText(body.map(({ text }) => text).join('\n\n')).replaceAll('\t', ' '),
      ]),
    );
  });

  it('are Markdown whose HTML is the text, escaped', async () => {
    const marked = new Marked();
    for (const record of records) {
      const html = await marked.parse(exported('markdown', [record]));
      const texts = record.body.map(({ text }) => escapeMarkup(oneLine(text))).filter((text) => text !== '');
      for (const text of texts) expect(html).toContain(`>${text}<`);
      if (record.headline !== null) expect(html).toContain(`<h1>${escapeMarkup(oneLine(record.headline))}</h1>`);
    }
  });

  it('are plain text with every paragraph on its line', () => {
    const text = exported('text', records).split('\n');
    for (const { headline, body } of records) {
      if (headline !== null) expect(text).toContain(oneLine(headline));
      for (const part of body) expect(text).toContain(`${part.role === 'list' ? '- ' : ''}${oneLine(part.text)}`);
    }
  });
});
