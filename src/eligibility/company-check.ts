import type { Text } from '../common/text.js';
import type { CompanyFigures } from '../companies/company-figures.js';
import type { VteRule, VteRuleOf } from '../offers/vte-rules.js';
import type { RegisterSize } from '../verification/register-size.js';
import { type EligibilityItem, judged, type Said } from './eligibility-check.js';
import { euros, staff } from './numbers.js';

/** What is known of a company: by everyone, and, where the caller may read it, by its members alone. */
export interface CompanyFacts {
  communeName: string;
  headcount: number | null;
  /** Null for whoever may not read it. */
  figures: CompanyFigures | null;
  /** What the public register says; null while it has not answered, and for whoever may not read it. */
  register: RegisterSize | null;
}

/** For others than its members only what is public: the rest stands open, and does not count. */
export function companyItems(rules: readonly VteRule[], facts: CompanyFacts, on: string): EligibilityItem[] {
  const everyone = [
    judged(rules, 'COMPANY_SIZE', on, (rule) => size(rule, facts)),
    judged(rules, 'LARGE_GROUP', on, (rule) => largeGroup(rule, facts)),
    judged(rules, 'ANY_SECTOR', on, () => ({
      met: true,
      fr: 'Tous les secteurs d’activité conviennent.',
      en: 'Every sector suits.',
    })),
    judged(rules, 'START_UP', on, () => ({
      met: true,
      fr: 'Aucun texte n’exclut les jeunes entreprises.',
      en: 'No text excludes start-ups.',
    })),
    judged(rules, 'IN_FRANCE', on, () => inFrance(facts)),
  ];
  if (!facts.figures) return everyone;
  const { microEntrepreneur, inDifficulty } = facts.figures;
  return [
    ...everyone,
    judged(rules, 'MICRO_ENTREPRENEUR', on, () => micro(microEntrepreneur, facts.register)),
    judged(rules, 'IN_DIFFICULTY', on, () => difficulty(inDifficulty)),
  ];
}

interface Range {
  from: number;
  to: number;
}

function size(rule: VteRuleOf<'COMPANY_SIZE'>, { headcount, figures, register }: CompanyFacts): Said {
  const { staffUnder } = rule;
  const must = {
    fr: `L’entreprise doit être une PME ou une ETI, de moins de ${staff(staffUnder).fr}`,
    en: `The company must be an SME or a mid-cap, of under ${staff(staffUnder).en}`,
  };
  const said = figures?.groupHeadcount ?? headcount;
  const known: Range | null = said === null ? (register?.staff ?? null) : { from: said, to: said };
  const field = 'headcount';
  if (!known) {
    const toDo = { fr: 'Indiquez l’effectif de l’entreprise.', en: 'Give the headcount of the company.' };
    return {
      met: null,
      fr: `${must.fr} ; son effectif n’est pas connu.`,
      en: `${must.en}; its size is not known.`,
      toDo,
      field,
    };
  }
  const has = rangeSaid(known);
  if (known.from >= staffUnder)
    return { met: false, fr: `${must.fr} ; elle en compte ${has.fr}.`, en: `${must.en}; it has ${has.en}.`, field };
  if (known.to >= staffUnder)
    return { met: null, fr: `${must.fr} ; elle en compte ${has.fr}.`, en: `${must.en}; it has ${has.en}.`, field };
  const kind = kindOf(rule, known, figures);
  return { met: true, fr: `${must.fr} : ${has.fr}, ${kind.fr}.`, en: `${must.en}: ${has.en}, ${kind.en}.`, field };
}

/** Under 250 staff it is an SME by turnover or balance sheet, whichever is small; above both it is a mid-cap. */
function kindOf(rule: VteRuleOf<'COMPANY_SIZE'>, known: Range, figures: CompanyFigures | null): Text {
  const midCap = { fr: 'une ETI', en: 'a mid-cap' };
  if (known.from >= rule.smeStaffUnder) return midCap;
  if (known.to >= rule.smeStaffUnder) return { fr: 'une PME ou une ETI', en: 'an SME or a mid-cap' };
  const { turnoverEuros: turnover = null, balanceSheetEuros: sheet = null } = figures ?? {};
  const isSmall = (value: number | null, upTo: number): boolean | null => (value === null ? null : value <= upTo);
  const small = [isSmall(turnover, rule.smeTurnoverUpTo), isSmall(sheet, rule.smeBalanceSheetUpTo)];
  if (small.includes(true)) return { fr: 'une PME', en: 'an SME' };
  if (!small.includes(null)) return midCap;
  const [most, total] = [euros(rule.smeTurnoverUpTo), euros(rule.smeBalanceSheetUpTo)];
  return {
    fr: `une PME si son chiffre d’affaires ne dépasse pas ${most.fr} ou son bilan ${total.fr}, sinon une ETI`,
    en: `an SME if its turnover is up to ${most.en} or its balance sheet up to ${total.en}, a mid-cap otherwise`,
  };
}

function largeGroup({ staffUnder }: VteRuleOf<'LARGE_GROUP'>, { figures, register }: CompanyFacts): Said {
  const must = {
    fr: `L’entreprise ne doit pas faire partie d’un grand groupe, de ${staff(staffUnder).fr} ou plus`,
    en: `The company must not be part of a large group, of ${staff(staffUnder).en} or more`,
  };
  const field = 'groupHeadcount';
  if (!figures) {
    return {
      met: null,
      decides: false,
      fr: `${must.fr} ; ce n’est pas public.`,
      en: `${must.en}; this is not public.`,
      field,
    };
  }
  const { groupHeadcount } = figures;
  const registered = register?.category ?? null;
  if (groupHeadcount === null && registered === null) {
    const toDo = {
      fr: 'Indiquez l’effectif du groupe ; pour une entreprise indépendante, c’est le sien.',
      en: 'Give the staff of the group; for a company of its own, it is its own.',
    };
    return { met: null, fr: `${must.fr} ; ce n’est pas connu.`, en: `${must.en}; this is not known.`, toDo, field };
  }
  const byRegister = registered === null ? null : registered !== 'GE';
  const byWord = groupHeadcount === null ? null : groupHeadcount < staffUnder;
  if (byWord !== null && byRegister !== null && byWord !== byRegister) {
    const toDo = { fr: 'Vérifiez l’effectif du groupe.', en: 'Check the staff of the group.' };
    const says = {
      fr: `l’entreprise dit ${staff(groupHeadcount!).fr}, le registre public « ${categories[registered!].fr} »`,
      en: `the company says ${staff(groupHeadcount!).en}, the public register “${categories[registered!].en}”`,
    };
    return { met: null, fr: `${must.fr} ; ${says.fr}.`, en: `${must.en}; ${says.en}.`, toDo, field };
  }
  const says =
    groupHeadcount === null
      ? {
          fr: `le registre public la classe « ${categories[registered!].fr} »`,
          en: `the public register has it as “${categories[registered!].en}”`,
        }
      : {
          fr: `avec son groupe, elle compte ${staff(groupHeadcount).fr}`,
          en: `with its group, it has ${staff(groupHeadcount).en}`,
        };
  const met = (byWord ?? byRegister)!;
  const join = met ? { fr: ' :', en: ':' } : { fr: ' ;', en: ';' };
  return { met, fr: `${must.fr}${join.fr} ${says.fr}.`, en: `${must.en}${join.en} ${says.en}.`, field };
}

const categories: Record<NonNullable<RegisterSize['category']>, Text> = {
  PME: { fr: 'petite ou moyenne entreprise', en: 'small or medium-sized company' },
  ETI: { fr: 'entreprise de taille intermédiaire', en: 'mid-cap' },
  GE: { fr: 'grande entreprise', en: 'large company' },
};

function inFrance({ communeName, register }: CompanyFacts): Said {
  return register?.isClosed
    ? {
        met: false,
        fr: 'L’entreprise doit être établie en France ; le registre public dit cet établissement fermé.',
        en: 'The company must be established in France; the public register has this establishment as closed.',
        toDo: {
          fr: 'Inscrivez l’établissement ouvert qui recrute, par son SIRET.',
          en: 'Register the open establishment that hires, by its SIRET.',
        },
        field: 'siret',
      }
    : {
        met: true,
        fr: `L’entreprise doit être établie en France : elle l’est à ${communeName}.`,
        en: `The company must be established in France: it is, in ${communeName}.`,
        field: 'siret',
      };
}

function micro(said: boolean | null, register: RegisterSize | null): Said {
  const must = {
    fr: 'Pour l’aide VTE Vert seulement, l’entreprise ne doit pas être une micro-entreprise individuelle',
    en: 'For the VTE Vert aid only, the company must not be a micro-entrepreneur',
  };
  const field = 'microEntrepreneur';
  if (said !== null) return yesOrNo(!said, must, field);
  if (register?.isSoleTrader === false) {
    return {
      met: true,
      fr: `${must.fr} : le registre public la connaît comme société ou autre personne morale.`,
      en: `${must.en}: the public register knows it as a legal person.`,
      field,
    };
  }
  const toDo = { fr: 'Dites si c’est une micro-entreprise.', en: 'Say whether it is a micro-entrepreneur.' };
  return { met: null, fr: `${must.fr} ; ce n’est pas connu.`, en: `${must.en}; this is not known.`, toDo, field };
}

function difficulty(said: boolean | null): Said {
  const must = {
    fr: 'Pour l’aide VTE Vert seulement, l’entreprise ne doit pas être en difficulté',
    en: 'For the VTE Vert aid only, the company must not be in difficulty',
  };
  const field = 'inDifficulty';
  if (said !== null) return yesOrNo(!said, must, field);
  const toDo = { fr: 'Dites si l’entreprise est en difficulté.', en: 'Say whether the company is in difficulty.' };
  return { met: null, fr: `${must.fr} ; ce n’est pas connu.`, en: `${must.en}; this is not known.`, toDo, field };
}

const yesOrNo = (met: boolean, must: Text, field: string): Said => ({
  met,
  fr: met ? `${must.fr} : ce n’est pas le cas.` : `${must.fr} ; c’est le cas. Le label VTE reste possible.`,
  en: met ? `${must.en}: it is not.` : `${must.en}; it is. The VTE label stays possible.`,
  field,
});

function rangeSaid({ from, to }: Range): Text {
  if (from === to) return staff(from);
  return to === Infinity
    ? { fr: `${staff(from).fr} ou plus`, en: `${staff(from).en} or more` }
    : {
        fr: `de ${from.toLocaleString('fr-FR')} à ${staff(to).fr}`,
        en: `${from.toLocaleString('en-GB')} to ${staff(to).en}`,
      };
}
