import type { Text } from '../common/text.js';
import { type Aid, aidLabels } from '../offers/aid-names.js';
import type { AidFacts } from './aid-facts.js';
import type { AidCombination, AidRecipient, AidTable } from './aid-rules.js';
import { type AidAnswer, answer, ruleFor, type VerdictName, verdicts } from './aid-verdicts.js';
import { frenchDate } from './aid-words.js';

/** What is known of two aids for one hire. */
export interface AidPair {
  aids: [Aid, Aid];
  /** Whether both can be had; null when no text found says it. */
  allowed: boolean | null;
  text: Text;
  row: AidCombination | null;
}

/** Aids that could be had for one hire, by one recipient. */
export interface AidSet {
  aids: Aid[];
  verdict: VerdictName;
  /** Bounds of the sum; only for a set that is ENTITLED and where all are known. */
  leastEuros: number | null;
  mostEuros: number | null;
  answers: AidAnswer[];
  pairs: AidPair[];
}

/** Best first: what is due before what may be, then the greatest sum. */
export interface AidPlan {
  company: AidSet[];
  youngPerson: AidSet[];
}

/** Every set of the aids that are due or may be, for the company and for the young person apart, for they are paid apart. */
export function planOf(table: AidTable, facts: AidFacts): AidPlan {
  const possible = verdicts(table.rules, facts).filter(({ verdict }) => verdict !== 'NOT_ENTITLED');
  const of = (recipient: AidRecipient): AidSet[] =>
    setsOf(possible.filter(({ rule }) => rule.paidTo === recipient).map(({ aid }) => aid))
      .map((aids) => setFor(table, facts, aids))
      .sort(bestFirst);
  return { company: of('COMPANY'), youngPerson: of('YOUNG_PERSON') };
}

/** All that are not empty: a few, since the aids are few. */
const setsOf = (aids: readonly Aid[]): Aid[][] =>
  aids.reduce<Aid[][]>((sets, aid) => [...sets, ...sets.map((set) => [...set, aid])], [[]]).filter((set) => set.length);

function setFor({ rules, combinations }: AidTable, facts: AidFacts, aids: Aid[]): AidSet {
  const within = withBonus(facts, aids);
  const answers = aids.map((aid) => answer(ruleFor(rules, aid, facts.hiredOn), within));
  const pairs = aids.flatMap((one, position) =>
    aids.slice(position + 1).map((other) => pairFor(combinations, [one, other], facts.hiredOn)),
  );
  const verdict = concluded(answers, pairs);
  const sum = (of: (answer: AidAnswer) => number | null): number | null =>
    answers.reduce<number | null>((total, each) => {
      const euros = of(each);
      return total === null || euros === null ? null : total + euros;
    }, 0);
  return {
    aids,
    verdict,
    leastEuros: verdict === 'ENTITLED' ? sum(({ leastEuros }) => leastEuros) : null,
    mostEuros: verdict === 'ENTITLED' ? sum(({ mostEuros }) => mostEuros) : null,
    answers,
    pairs,
  };
}

/** For an apprentice the work-study bonus is the aid for apprenticeships: taken in the sets that have it, unless it was said. */
function withBonus(facts: AidFacts, aids: readonly Aid[]): AidFacts {
  if (facts.contractType !== 'APPRENTICESHIP' || facts.said.workStudyBonus !== null) return facts;
  return { ...facts, said: { ...facts.said, workStudyBonus: aids.includes('APPRENTICESHIP') } };
}

function pairFor(combinations: readonly AidCombination[], aids: [Aid, Aid], on: string): AidPair {
  const rows = combinations.filter((row) => aids.every((aid) => row.aids.includes(aid)));
  const row = rows.find(({ from, knownUntil }) => from <= on && on <= knownUntil);
  if (row) return { aids, allowed: row.allowed, text: { fr: row.fr, en: row.en }, row };
  const [one, other] = aids.map((aid) => aidLabels[aid]);
  return {
    aids,
    allowed: null,
    text: {
      fr: `Aucun texte trouvé ne dit si « ${one?.fr} » et « ${other?.fr} » se cumulent au ${frenchDate(on)}.`,
      en: `No text found says whether “${one?.en}” and “${other?.en}” can both be had on ${on}.`,
    },
    row: null,
  };
}

function concluded(answers: readonly AidAnswer[], pairs: readonly AidPair[]): VerdictName {
  if (pairs.some(({ allowed }) => allowed === false)) return 'NOT_ENTITLED';
  if (answers.some(({ verdict }) => verdict === 'NOT_ENTITLED')) return 'NOT_ENTITLED';
  const unsure = answers.some(({ verdict }) => verdict === 'UNKNOWN') || pairs.some(({ allowed }) => allowed === null);
  return unsure ? 'UNKNOWN' : 'ENTITLED';
}

const ranks: Readonly<Record<VerdictName, number>> = { ENTITLED: 0, UNKNOWN: 1, NOT_ENTITLED: 2 };

const bestFirst = (one: AidSet, other: AidSet): number =>
  ranks[one.verdict] - ranks[other.verdict] ||
  (other.mostEuros ?? -1) - (one.mostEuros ?? -1) ||
  one.aids.length - other.aids.length;
