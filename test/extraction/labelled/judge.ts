import { fold } from '../../../src/common/fold.js';
import type { Proposal } from '../../../src/extraction/proposal.js';
import type { Lexicon } from '../../../src/skills/lexicon.js';
import { contractTypeLabels } from '../../../src/offers/offer-words.js';
import type { Case } from './all-labelled.js';

export const kinds = [
  'skills',
  'desired',
  'occupations',
  'languages',
  'level',
  'places',
  'contracts',
  'from',
  'diploma',
  'licences',
] as const;
export type Kind = (typeof kinds)[number];

/** What was found of what was wanted, and what was proposed beside it. */
export interface Verdict {
  kind: Kind;
  hits: string[];
  missed: string[];
  wrong: string[];
}

/** Resolves the names of the labels to codes, by any name the reference data have. */
export class Names {
  private readonly codes = new Map<string, string>();
  private readonly labels = new Map<string, string>();

  constructor(lexicon: Lexicon) {
    for (const { kind, code, text, label, isLabel } of lexicon.names()) {
      for (const key of [`${kind} ${text}`, `${kind} ${fold(text)}`]) {
        if (isLabel || !this.codes.has(key)) this.codes.set(key, code);
      }
      this.labels.set(code, label.fr);
    }
  }

  code(kind: 'SKILL' | 'OCCUPATION', name: string): string {
    const code = this.codes.get(`${kind} ${name}`) ?? this.codes.get(`${kind} ${fold(name)}`);
    if (code === undefined) throw new Error(`no ${kind.toLowerCase()} is named "${name}"`);
    return code;
  }

  label(code: string): string {
    return this.labels.get(code) ?? code;
  }
}

const listOf = (text: string | undefined): string[] => (text ? text.split('|') : []);

/** How one text was read; what one reader marks and another does not counts neither way. */
export function judge(labelled: Case, proposal: Proposal, names: Names): Verdict[] {
  const codes = (kind: 'SKILL' | 'OCCUPATION', text: string | undefined): string[] =>
    listOf(text).map((name) => names.label(names.code(kind, name)));
  const skills = (one: { code: string }): string => names.label(one.code);
  return [
    compared('skills', codes('SKILL', labelled.skills), proposal.skills.map(skills), codes('SKILL', labelled.maybe)),
    compared(
      'desired',
      codes('SKILL', labelled.desired),
      proposal.skills.filter(({ wish }) => wish === 'DESIRED').map(skills),
      codes('SKILL', labelled.maybe),
    ),
    compared(
      'occupations',
      codes('OCCUPATION', labelled.occupations),
      proposal.occupations.map(skills),
      codes('OCCUPATION', labelled.maybeOccupations),
    ),
    compared('languages', listOf(labelled.languages).map(languageOf), proposal.languages.map(spoken(labelled))),
    compared('level', labelled.level ? [labelled.level] : [], proposal.studyLevel ? [proposal.studyLevel.value] : []),
    compared('places', listOf(labelled.places), proposal.places.map(({ label }) => label.fr).map(placed(labelled))),
    compared(
      'contracts',
      listOf(labelled.contracts),
      proposal.contractTypes.map(({ value }) => contractTypeLabels[value].fr),
    ),
    compared(
      'from',
      labelled.from ? [labelled.from] : [],
      proposal.availableFrom ? [proposal.availableFrom.value] : [],
    ),
    compared('diploma', listOf(labelled.diploma), proposal.diplomaOn ? [proposal.diplomaOn.value] : []),
    compared(
      'licences',
      listOf(labelled.licences),
      proposal.licences.map(({ value }) => value),
    ),
  ];
}

function compared(kind: Kind, wanted: string[], proposed: string[], maybe: string[] = []): Verdict {
  const must = new Set(wanted.filter((one) => !maybe.includes(one)));
  const got = new Set(proposed);
  return {
    kind,
    hits: [...must].filter((one) => got.has(one)),
    missed: [...must].filter((one) => !got.has(one)),
    wrong: [...got].filter((one) => !must.has(one) && !maybe.includes(one)),
  };
}

const languageOf = (said: string): string => said.replace(/ (?![ABC][12]$).*/, '');

/** With the level where the label has one. */
const spoken =
  (labelled: Case) =>
  ({ label, level }: Proposal['languages'][number]): string =>
    new RegExp(`${label.fr} [ABC][12]`).test(labelled.languages ?? '') ? `${label.fr} ${level ?? '?'}` : label.fr;

/** "Vienne" as "Vienne (38)" where the label says which. */
const placed =
  (labelled: Case) =>
  (name: string): string =>
    listOf(labelled.places).find((one) => one.replace(/ \(.*/, '') === name) ?? name;

export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Micro precision and recall of many verdicts of one kind. */
export function measure(verdicts: readonly Verdict[]): { precision: number; recall: number } {
  const sum = (count: (one: Verdict) => number): number => verdicts.reduce((total, one) => total + count(one), 0);
  const hits = sum((one) => one.hits.length);
  return {
    precision: share(hits, hits + sum((one) => one.wrong.length)),
    recall: share(hits, hits + sum((one) => one.missed.length)),
  };
}
