export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const since = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - since };
}

export interface Spread {
  p50: number;
  p95: number;
  p99: number;
  text: string;
}

/** "p50 4.1, p95 9.8, p99 12.0 ms". */
export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)];
  return { p50, p95, p99, text: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms` };
}

/** The size asked for on the command line. */
export const sizeAsked = (otherwise: number): number => Number(process.argv[2] ?? otherwise);
