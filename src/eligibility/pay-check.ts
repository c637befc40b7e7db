import { type ContractType, workStudyTypes } from '../offers/offer-words.js';
import type { VteRule, VteRuleOf } from '../offers/vte-rules.js';
import { type EligibilityItem, judged, type Said } from './eligibility-check.js';
import { euros } from './numbers.js';

export interface PayFacts {
  contractType: ContractType | null;
  salaryMin: number | null;
  salaryMax: number | null;
  sites: readonly { communeCode: string }[];
}

/** Hours of a year at 35 a week. */
const hoursOfYear = 1_820;

/** The verdict looks at pay only where both it and the minimum of the day are known: paying it is the law in any case. */
export function payItem(rules: readonly VteRule[], facts: PayFacts, on: string): EligibilityItem {
  const item = judged(rules, 'MINIMUM_WAGE', on, (rule) => pay(rule, facts));
  return { ...item, decides: item.met !== null };
}

function pay(
  { hourlyCents }: VteRuleOf<'MINIMUM_WAGE'>,
  { contractType, salaryMin, salaryMax, sites }: PayFacts,
): Said {
  const field = 'salaryMin';
  if (contractType !== null && workStudyTypes.includes(contractType)) {
    return {
      met: null,
      fr: 'En alternance, la rémunération suit la réglementation, selon l’âge et l’année du contrat.',
      en: 'In work-study, pay follows the regulations, by age and year of the contract.',
      field,
    };
  }
  if (sites.length > 0 && sites.every(({ communeCode }) => communeCode.startsWith('976'))) {
    return {
      met: null,
      fr: 'Le salaire doit être au moins le Smic ; celui de Mayotte n’est pas connu ici.',
      en: 'Pay must be at least the minimum wage; that of Mayotte is not known here.',
      field,
    };
  }
  const least = Math.ceil((hourlyCents * hoursOfYear) / 100);
  const rule = {
    fr: `Le salaire doit être au moins le Smic, soit ${euros(least).fr} bruts par an pour 35 heures par semaine`,
    en: `Pay must be at least the minimum wage, ${euros(least).en} a year before tax for 35 hours a week`,
  };
  const offered = salaryMin ?? salaryMax;
  if (offered === null) {
    const toDo = { fr: 'Indiquez le salaire proposé.', en: 'Give the pay offered.' };
    return { met: null, fr: `${rule.fr} ; il n’est pas précisé.`, en: `${rule.en}; it is not said.`, toDo, field };
  }
  return offered >= least
    ? { met: true, fr: `${rule.fr} : ${euros(offered).fr}.`, en: `${rule.en}: ${euros(offered).en}.`, field }
    : {
        met: false,
        fr: `${rule.fr} ; l’offre dit ${euros(offered).fr}.`,
        en: `${rule.en}; the offer says ${euros(offered).en}.`,
        toDo: {
          fr: `Portez le salaire à ${euros(least).fr} ou plus.`,
          en: `Make it ${euros(least).en} or more.`,
        },
        field,
      };
}
