/** A part of the country: split no further, or into others that hold the same areas together. */
export interface Part {
  readonly key: string;
  /** Positions of its areas; no area lies in two parts of one level. */
  readonly areas: readonly number[];
  readonly parts: readonly Part[];
}

/** So many people’s acts may be told; fewer could point at somebody. */
export const fewestTold = 5;

export const isTold = (count: number): boolean => count === 0 || count >= fewestTold;

/**
 * Whether parts may stand together behind one number: nobody must learn any of them from it. Parts that are all small are
 * known to be small, so that a sum as low or as high as it can be would give each of them away.
 */
function hideEachOther(counts: readonly number[]): boolean {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (counts.length === 1 || sum === 0) return isTold(sum);
  const allSmall = counts.every((count) => count >= 1 && count < fewestTold);
  return sum >= fewestTold && !(allSmall && (sum === counts.length || sum === (fewestTold - 1) * counts.length));
}

/**
 * Splits parts whose sum may be told into as many groups as may be told too. Parts that are too small stand together; where
 * that is not enough, the smallest of the others joins them; where nothing helps, nothing is split. `joined` is told of each
 * part that was too small or joined those that are; `kept` names parts that stand together whatever their count.
 */
export function splitSafely(
  parts: readonly Part[],
  count: (part: Part) => number,
  kept: ReadonlySet<string> = none,
  joined: (key: string) => void = () => undefined,
): (readonly Part[])[] {
  const [only] = parts;
  const inner = parts.length === 1 && only ? only.parts : parts;
  if (inner.length === 0) return [parts];
  const together = inner.filter((part) => !isTold(count(part)) || kept.has(part.key));
  const alone = inner
    .filter((part) => !together.includes(part))
    .sort((one, other) => count(one) - count(other) || (one.key < other.key ? -1 : 1));
  for (const part of together) if (!isTold(count(part))) joined(part.key);
  while (together.length > 0 && !hideEachOther(together.map(count))) {
    const next = alone.findIndex((part) => count(part) > 0);
    if (next < 0) return [parts];
    const [smallest] = alone.splice(next, 1);
    joined(smallest!.key);
    together.push(smallest!);
  }
  if (alone.length === 0) return [parts];
  const groups = alone.flatMap((part) => splitSafely([part], count, kept, joined));
  return together.length > 0 ? [...groups, together] : groups;
}

const none: ReadonlySet<string> = new Set();
