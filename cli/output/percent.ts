/** `percent(0.834)` //=> `83 %` */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
