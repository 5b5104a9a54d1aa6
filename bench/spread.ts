/** What several rounds of one measurement say. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Throws a RangeError where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const least = sorted[0];
  const most = sorted.at(-1);
  if (median === undefined || least === undefined || most === undefined) throw new RangeError('a spread of no values');
  return { median, least, most };
}

/** Each round against the same round of the floor, so that what slows the machine slows both. */
export function ratios(values: readonly number[], floor: readonly number[]): Spread {
  return spreadOf(values.map((value, round) => value / (floor[round] ?? Number.NaN)));
}

/** `1.36 (1.31–1.44)` */
export function told({ median, least, most }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
