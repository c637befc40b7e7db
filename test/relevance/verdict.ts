import type { Judged } from './judged.js';

export interface Result {
  key: string;
  title: string;
  matchedWords: string[];
  distanceKm: number | null;
}

export interface Found {
  totalCount: number;
  widenedToKm: number | null;
  partialMatch: boolean;
  leftOutWords: string[];
  /** Asked only for the judgements about it. */
  fromHome: string[];
  results: Result[];
  understoodAs: { kind: string; code: string; label: string; words: string }[];
}

export const listed = (keys: string | undefined): string[] => keys?.split(' ') ?? [];

/** Everything in which what was found differs from what was judged right. */
export function faults(judged: Judged, found: Found): string[] {
  const keys = found.results.map(({ key }) => key);
  return [...placing(judged, keys), ...strangers(judged, keys), ...counts(judged, found), ...concepts(judged, found)];
}

function placing({ first, top, order }: Judged, keys: string[]): string[] {
  const ten = keys.slice(0, 10);
  const wanted = listed(order);
  const places = wanted.map((key) => keys.indexOf(key));
  const missing = wanted.filter((_, at) => places[at] === -1);
  const inOrder = places.every((place, at) => at === 0 || places[at - 1]! < place);
  return [
    ...(first && !listed(first).includes(keys[0] ?? '') ? [`first: ${keys[0] ?? 'nothing'}, wanted ${first}`] : []),
    ...listed(top).flatMap((key) => (ten.includes(key) ? [] : [`not within the first ten: ${key}`])),
    ...missing.map((key) => `not found: ${key}`),
    ...(missing.length === 0 && !inOrder ? [`not in this order: ${order!}`] : []),
  ];
}

function strangers({ first, top, order, never, none }: Judged, keys: string[]): string[] {
  const named = new Set([first, top, order].flatMap(listed));
  const unwanted = new Set(listed(never));
  const strange = keys.filter((key) => none || unwanted.has(key) || (unwanted.has('others') && !named.has(key)));
  return strange.map((key) => `must not be found: ${key}`);
}

const counts = ({ total, widenedToKm, fromHome, leftOut }: Judged, found: Found): string[] => [
  ...(fromHome !== undefined && fromHome !== found.fromHome.join(' ')
    ? [`from home: ${found.fromHome.join(' ') || 'nothing'}, wanted ${fromHome}`]
    : []),
  ...(leftOut !== undefined && leftOut !== found.leftOutWords.join(' ')
    ? [`left out: ${found.leftOutWords.join(' ') || 'nothing'}, wanted ${leftOut}`]
    : []),
  ...(total !== undefined && total !== found.totalCount ? [`total ${found.totalCount}, wanted ${total}`] : []),
  ...(widenedToKm !== undefined && widenedToKm !== found.widenedToKm
    ? [`widened to ${found.widenedToKm ?? 'nothing'}, wanted ${widenedToKm}`]
    : []),
];

function concepts({ understood, notUnderstood }: Judged, { understoodAs }: Found): string[] {
  const said = understoodAs.map(({ kind, code, words }) => `${kind} ${code} ${words}`);
  const wanted = understood?.split('; ') ?? [];
  const refused = listed(notUnderstood);
  return [
    ...wanted.filter((concept) => !said.includes(concept)).map((concept) => `not understood: ${concept}`),
    ...said.filter((concept) => refused.includes(concept.split(' ')[0]!)).map((it) => `wrongly understood: ${it}`),
  ];
}

/** The judgement, what is wrong and the ranking, to be read by whoever mends the search. */
export function report(judged: Judged, found: Found, wrong: string[]): string {
  const lines = found.results.map(({ key, title, matchedWords, distanceKm }, index) => {
    const far = distanceKm === null ? '' : `, ${distanceKm} km`;
    return `${String(index + 1).padStart(3)}. ${key} « ${title} » [${matchedWords.join(' ')}]${far}`;
  });
  const understood = found.understoodAs.map(({ kind, code, words }) => `${kind} ${code} (${words})`).join(', ');
  const { words, why, ...rest } = judged;
  return [
    `« ${words} »: ${why}`,
    JSON.stringify(rest),
    ...wrong.slice(0, 12).map((fault) => `✗ ${fault}`),
    ...(wrong.length > 12 ? [`✗ and ${wrong.length - 12} more`] : []),
    `understood as: ${understood || 'nothing'}`,
    `${found.totalCount} found${found.partialMatch ? ` without ${found.leftOutWords.join(' ')}` : ''}${lines.length > 15 ? ', the first 15:' : ':'}`,
    ...lines.slice(0, 15),
  ].join('\n');
}
