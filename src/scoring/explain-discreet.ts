import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { remoteWorkLabels } from '../offers/offer-words.js';
import { explain, type Names } from './explain.js';
import { explainDistanceBySteps } from './explain-distance.js';
import type { AnyGateName } from './explain-gates.js';
import type { CriterionFacts, Part } from './score-facts.js';
import { full } from './weights.js';

/**
 * One part of a score as a company reads it: whether it suits, without the candidate's own days, pay, places and kinds of
 * remote work. Who lets companies find them does not hand these out.
 */
export function explainDiscreetly(part: Part, names: Names): Text {
  switch (part.criterion) {
    case 'DISTANCE':
      return typeset(explainDistanceBySteps(part.facts, names));
    case 'AVAILABILITY':
      return typeset(availability(part.facts, part.fit));
    case 'SALARY':
      return typeset(salary(part.fit, part.facts));
    case 'REMOTE_WORK':
      return typeset(remoteWork(part.facts));
    default:
      return explain(part, names);
  }
}

function availability({ startsOn, availableFrom }: CriterionFacts['AVAILABILITY'], fit: number): Text {
  if (fit === full) {
    return {
      fr: 'Disponibilité compatible avec la date de début.',
      en: 'The first available day suits the start.',
    };
  }
  return availableFrom > startsOn
    ? { fr: 'Disponibilité après la date de début.', en: 'The first available day comes after the start.' }
    : { fr: 'Disponibilité bien avant la date de début.', en: 'The first available day comes long before the start.' };
}

function salary(fit: number, { salaryMin, salaryMax, salaryAtLeast }: CriterionFacts['SALARY']): Text {
  if (fit === full) return { fr: 'Le salaire proposé convient.', en: 'The pay offered suits.' };
  return (salaryMax ?? salaryMin ?? 0) >= salaryAtLeast
    ? { fr: 'Le salaire proposé convient en partie.', en: 'The pay offered suits in part.' }
    : { fr: 'Le salaire proposé est en dessous du souhait.', en: 'The pay offered is below the wish.' };
}

function remoteWork({ remoteWork: offered, wished }: CriterionFacts['REMOTE_WORK']): Text {
  const { fr, en } = remoteWorkLabels[offered];
  return wished.includes(offered)
    ? { fr: `${fr}, comme souhaité.`, en: `${en}, as wished for.` }
    : { fr: `${fr}, ce qui n’est pas souhaité.`, en: `${en}, which is not wished for.` };
}

/** What a gate says to a company; null where it tells nothing of the candidate that the company does not read anyway. */
export function discreetGate(gate: AnyGateName, passed: boolean): Text | null {
  const said = gates[gate];
  return said && typeset(passed ? said.passed : said.failed);
}

const gates: Record<AnyGateName, { passed: Text; failed: Text } | null> = {
  OPEN: null,
  STUDY_LEVEL: null,
  CONTRACT: {
    passed: { fr: 'Le contrat proposé convient.', en: 'The contract offered suits.' },
    failed: {
      fr: 'Le contrat proposé n’est pas parmi ceux qui sont acceptés.',
      en: 'The contract offered is not among those accepted.',
    },
  },
  PLACE: {
    passed: { fr: 'Le lieu de travail convient.', en: 'The workplace suits.' },
    failed: {
      fr: 'Aucun lieu de travail ne se trouve dans les lieux souhaités.',
      en: 'No workplace lies in the places wished for.',
    },
  },
  VTE: {
    passed: { fr: 'Rien dans le profil n’empêche un VTE.', en: 'Nothing in the profile stands against a VTE.' },
    failed: {
      fr: 'Hors alternance, un VTE demande un diplôme plus récent que celui du profil.',
      en: 'Outside work-study, a VTE asks for a more recent diploma than the profile’s.',
    },
  },
  AVAILABILITY: {
    passed: {
      fr: 'La disponibilité est compatible avec la date de début.',
      en: 'The first available day suits the start.',
    },
    failed: {
      fr: 'La disponibilité vient trop tard pour la date de début.',
      en: 'The first available day comes too late for the start.',
    },
  },
};
