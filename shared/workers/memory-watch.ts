/** Watches the memory of this process while one file is read: buffers lie outside of a thread's heap, whose limit does not count them. */

const EVERY_MS = 25;

/** `exceeded` is called once, when the process has grown by more than `mib`. Gives what ends the watch. */
export function watchMemory(mib: number, exceeded: () => void): () => void {
  const most = process.memoryUsage.rss() + mib * 1024 * 1024;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() <= most) return;
    clearInterval(timer);
    exceeded();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
