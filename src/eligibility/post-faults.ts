import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { durationProblems, salaryProblems, transformsCompanyProblem } from '../offers/offer-rules.js';
import type { VteRuleName } from '../offers/vte-rules.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { unknownCommune } from '../territories/place-check.js';
import type { EligibilityItem } from './eligibility-check.js';

interface Written {
  durationMonths: number | null;
  salaryMin: number | null;
  salaryMax: number | null;
  transformsCompany: string | null;
  sites: readonly { communeCode: string }[];
}

/** What of a post that is being written the form would refuse, in its words, by the rule that reads it. */
export function postFaults(gazetteer: Gazetteer, written: Written): ReadonlyMap<VteRuleName, Text> {
  const { durationMonths, transformsCompany, sites } = written;
  const nowhere = sites.find(({ communeCode }) => !gazetteer.commune(communeCode));
  const found: [VteRuleName, Text | undefined][] = [
    ['CONTRACT', durationProblems(durationMonths)[0]?.text],
    ['MINIMUM_WAGE', salaryProblems(written)[0]?.text],
    [
      'TRANSFORMS_COMPANY',
      transformsCompany === null ? undefined : transformsCompanyProblem(transformsCompany)[0]?.text,
    ],
    ['TERRITORY', nowhere && unknownCommune(gazetteer, nowhere.communeCode)],
  ];
  return new Map(found.filter((each): each is [VteRuleName, Text] => each[1] !== undefined));
}

/** What cannot be so is not known yet: nothing is met by it, and nothing fails. */
export const withFaults = (items: EligibilityItem[], faults: ReadonlyMap<VteRuleName, Text>): EligibilityItem[] =>
  items.map((item) => {
    const fault = faults.get(item.key);
    if (!fault) return item;
    return { ...item, met: null, decides: item.rule.aid === undefined, explanation: typeset(fault), whatToDo: null };
  });
