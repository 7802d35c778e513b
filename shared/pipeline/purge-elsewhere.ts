/**
 * Places outside the table and the bucket that hold articles, such as an archive of files. In: ids. Out: what was removed, by place.
 * Promise: may be asked again at any moment. Asked once heads say that the articles are gone: what is written there later is not theirs.
 */

export interface Elsewhere {
  /** In words, for the receipt. */
  readonly name: string;
  /** Removes all that it holds of the article. Gives the number of what it removed. */
  purge(articleId: string): Promise<number>;
}

export async function purgeElsewhere(
  articleIds: readonly string[],
  places: readonly Elsewhere[],
): Promise<Readonly<Record<string, number>>> {
  const counts = new Map(places.map(({ name }) => [name, 0]));
  for (const { name, purge } of places)
    for (const articleId of articleIds) counts.set(name, (counts.get(name) ?? 0) + (await purge(articleId)));
  return Object.fromEntries(counts);
}
