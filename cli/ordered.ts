/** Several at once, answers in order. In: things and what to do with each. Out: results in the order of the things. */

/** At most `width` run or wait to be taken at a time, so memory stays bounded however long the input is. The first failure ends it. */
export async function* inOrder<In, Out>(
  things: AsyncIterable<In> | Iterable<In>,
  width: number,
  work: (thing: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const thing of things) {
    const started = work(thing);
    // A failure is thrown at its turn; until then nobody waits for it, and Node would end the process.
    started.catch(() => {});
    running.push(started);
    if (running.length < width) continue;
    const first = running.shift();
    if (first !== undefined) yield await first;
  }
  for (const rest of running) yield await rest;
}
