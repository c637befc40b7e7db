import { normalWords } from '../words/normal-form.js';
import type { Text } from '../common/text.js';
import type { LexiconRows, LexiconSkill, LexiconThing } from './lexicon-rows.js';
import { longestName, type Named, type NamesOf } from './recognise.js';

/** How well a thing bears a name; the smaller of two wins. */
type Claim = Named & { rank: readonly [theirs: number, far: number, weight: number] };

/** A label, a title or another word in use for a skill or an occupation of today. */
export interface NameInUse extends Named {
  text: string;
  /** Whether it is the French or English label of the thing itself. */
  isLabel: boolean;
  /** Whether the seed holds the thing. */
  ours: boolean;
  /** How many occupations call for the skill; 0 for an occupation. */
  weight: number;
}

/** The names of skills and occupations, both ways; made in one go and replaced whole. */
export class Dictionary {
  readonly names: NameInUse[] = [];
  private readonly skillsByKey = new Map<string, Claim>();
  private readonly occupationsByKey = new Map<string, Claim>();
  private readonly words = new Set<string>();
  private readonly wordsOfSkill = new Map<string, string[]>();
  private readonly wordsOfOccupation = new Map<string, string[]>();

  private readonly callings: ReadonlyMap<string, readonly string[]>;
  private readonly labels: Record<Named['kind'], ReadonlyMap<string, Text>>;

  constructor(rows: LexiconRows) {
    const labels = (things: readonly LexiconThing[]): Map<string, Text> =>
      new Map(things.map((thing) => [thing.code, labelOf(thing)]));
    this.labels = { SKILL: labels(rows.skills), OCCUPATION: labels(rows.occupations) };
    this.callings = new Map(rows.callings.map(({ code, occupations }) => [code, occupations]));
    this.addSkills(rows);
    this.addOccupations(rows);
  }

  readonly namesOf: NamesOf = (key) =>
    [this.occupationsByKey.get(key), this.skillsByKey.get(key)].filter((claim) => claim !== undefined);

  has(word: string): boolean {
    return this.words.has(word);
  }

  labelOf(kind: Named['kind'], code: string): Text | undefined {
    return this.labels[kind].get(code);
  }

  callingsOf(skill: string): readonly string[] {
    return this.callings.get(skill) ?? [];
  }

  skillWords(code: string): readonly string[] | undefined {
    return this.wordsOfSkill.get(code);
  }

  occupationWords(code: string): readonly string[] | undefined {
    return this.wordsOfOccupation.get(code);
  }

  private addSkills({ skills, terms }: LexiconRows): void {
    const byCode = new Map(skills.map((skill) => [skill.code, skill]));
    for (const skill of skills) {
      this.wordsOfSkill.set(skill.code, [skill.labelFr]);
      if (skill.retired) continue;
      this.addName(skillNamed(skill, 0), skill, skill.labelFr, true, skill.occupationCount);
      if (tells(skill)) claim(this.skillsByKey, skill.key, skillNamed(skill, 0));
    }
    for (const { code, term, key } of sorted(terms, (row) => row.term)) {
      const skill = byCode.get(code);
      if (!skill) continue;
      addOnce(this.wordsOfSkill.get(code)!, term);
      if (skill.retired) continue;
      this.addName(skillNamed(skill, 1), skill, term, term === skill.labelEn, skill.occupationCount);
      claim(this.skillsByKey, key, skillNamed(skill, 1));
    }
  }

  private addOccupations({ occupations, titles }: LexiconRows): void {
    const byCode = new Map(occupations.map((occupation) => [occupation.code, occupation]));
    for (const occupation of occupations) {
      const { code, labelFr, labelEn } = occupation;
      this.wordsOfOccupation.set(code, [labelFr]);
      if (occupation.retired) continue;
      const named: Named = { kind: 'OCCUPATION', code, label: labelOf(occupation) };
      this.addName(named, occupation, labelFr, true, 0);
      if (labelEn !== null) this.names.push(nameInUse(named, occupation, labelEn, true, 0));
    }
    for (const { code, title, keys, fromSeed } of sorted(titles, (row) => row.title)) {
      const occupation = byCode.get(code);
      if (!occupation) continue;
      addOnce(this.wordsOfOccupation.get(code)!, title);
      if (occupation.retired) continue;
      const named: Named = { kind: 'OCCUPATION', code, label: labelOf(occupation) };
      this.addName(named, occupation, title, false, 0);
      for (const key of keys) {
        claim(this.occupationsByKey, key, { ...named, rank: [occupation.ours ? 0 : 1, fromSeed ? 0 : 1, 0] });
      }
    }
  }

  private addName(named: Named, thing: LexiconThing, text: string, isLabel: boolean, weight: number): void {
    for (const word of normalWords(text)) this.words.add(word);
    this.names.push(nameInUse(named, thing, text, isLabel, weight));
  }
}

const nameInUse = (
  { kind, code, label }: Named,
  { ours }: LexiconThing,
  text: string,
  isLabel: boolean,
  weight: number,
): NameInUse => ({ kind, code, label, text, isLabel, ours, weight });

/** A single word that only the ROME calls a skill, such as "industrie", is too common to be taken for one. */
const tells = ({ ours, language, key }: LexiconSkill): boolean => ours || language || key.includes(' ');

const skillNamed = (skill: LexiconSkill, far: number): Claim => ({
  kind: 'SKILL',
  code: skill.code,
  label: labelOf(skill),
  rank: [skill.ours ? 0 : 1, far, -skill.occupationCount],
});

const labelOf = ({ labelFr, labelEn }: LexiconThing): Text => ({ fr: labelFr, en: labelEn ?? labelFr });

/** What the seed holds first, a label before another word for it, then what more occupations call for. */
function claim(names: Map<string, Claim>, key: string, claimed: Claim): void {
  if (key === '' || wordCount(key) > longestName) return;
  const holder = names.get(key);
  if (!holder || comesBefore(claimed, holder)) names.set(key, claimed);
}

function comesBefore(one: Claim, other: Claim): boolean {
  const at = one.rank.findIndex((rank, index) => rank !== other.rank[index]);
  return at < 0 ? one.code < other.code : one.rank[at]! < other.rank[at]!;
}

const wordCount = (key: string): number => key.split(' ').length;

const addOnce = (words: string[], word: string): void => {
  if (!words.includes(word)) words.push(word);
};

const sorted = <Row>(rows: readonly Row[], by: (row: Row) => string): Row[] =>
  [...rows].sort((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
