import type { BothWays, Crowd } from './both-ways.js';
import { spread } from './figures.js';
import type { Built } from './load.js';

const rate = (offers: number, seconds: number): string =>
  `${seconds.toFixed(1)} s, ${Math.round(offers / seconds)} a second`;

export function builtLines(made: number, seconds: number, built: Built, alone: number): string {
  const peak = Object.entries(built.peak).map(([name, size]) => `${name} ${size}`);
  return [
    `- made and inserted: ${rate(made, seconds)}`,
    `- index of ${built.offers} built by the platform: ${rate(built.offers, built.seconds)}`,
    `- by the engine alone: ${rate(built.offers, alone)}; ratio of the rates ${(alone / built.seconds).toFixed(2)}`,
    `- peak memory while building, MB: ${peak.join(', ')}`,
    '',
  ].join('\n');
}

const cells = (values: (string | number)[]): string =>
  `| ${values.map((value) => (typeof value === 'number' ? value.toFixed(1) : value)).join(' | ')} |`;

function row(name: string, { api, engine }: BothWays): string {
  const [through, direct] = [spread(api), spread(engine)];
  const ratios = (['p50', 'p95', 'p99'] as const).map((share) => (through[share] / direct[share]).toFixed(2));
  return cells([name, through.p50, through.p95, through.p99, direct.p50, direct.p95, direct.p99, ...ratios]);
}

/** In milliseconds; the total is over all queries of the mix. */
export function bothWaysTable(byShape: ReadonlyMap<string, BothWays>, clients: number, crowd: Crowd): string {
  const all = [...byShape.values()];
  const total = { api: all.flatMap(({ api }) => api), engine: all.flatMap(({ engine }) => engine) };
  const throughput = crowd.apiASecond / crowd.engineASecond;
  return [
    cells(['one client, ms', 'API p50', 'p95', 'p99', 'engine p50', 'p95', 'p99', 'ratio p50', 'p95', 'p99']),
    cells(['---', ...Array.from({ length: 9 }, () => '---:')]),
    ...[...byShape].map(([name, times]) => row(name, times)),
    row('**whole mix**', total),
    row(`whole mix, ${clients} clients`, crowd),
    '',
    `${clients} clients: ${crowd.apiASecond.toFixed(0)} searches a second through the API, ` +
      `${crowd.engineASecond.toFixed(0)} by the engine alone; ratio of the throughputs ${throughput.toFixed(2)}`,
    '',
    `processor time of a search, ms: API ${crowd.apiWork.api.toFixed(1)}, engine ${crowd.apiWork.engine.toFixed(1)}, ` +
      `PostgreSQL ${crowd.apiWork.postgres.toFixed(1)}; straight to the engine ${crowd.engineWork.toFixed(1)}`,
    '',
  ].join('\n');
}
