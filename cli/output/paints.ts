/** Colours for terminals, or none: decided by whoever owns the output, never by a library looking at the process. */
import pc from 'picocolors';

export type Paint = (text: string) => string;

export function paints(color: boolean) {
  const { bold, dim, green, yellow, cyan, red, magenta } = pc.createColors(color);
  const only =
    (paint: (text: string) => string): Paint =>
    (text) =>
      paint(text);
  return {
    bold: only(bold),
    dim: only(dim),
    green: only(green),
    yellow: only(yellow),
    cyan: only(cyan),
    red: only(red),
    magenta: only(magenta),
  };
}
