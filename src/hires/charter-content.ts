import type { ContractType } from '../offers/offer-words.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { charterTextsOn } from './charter-texts.js';
import { type HireParties, nameOf } from './hire-parties.js';
import type { Hire } from './hire.entity.js';

/** All that a charter says, as it was when it was frozen. Names of people stand here and nowhere else but in the signatures. */
export interface CharterContent {
  /** The hire and the version it is about; no two charters read the same. */
  reference: string;
  /** Of the texts in reference/charter.json. */
  model: string;
  /** Civil day of metropolitan France. */
  madeOn: string;
  company: { name: string; siret: string; commune: string };
  candidate: { name: string };
  tutor: { name: string; role: string };
  missionTitle: string;
  mission: string;
  transforms: string;
  reportsTo: string;
  contractType: ContractType;
  durationMonths: number | null;
  hiredOn: string;
  startsOn: string;
  endsOn: string | null;
  /** The territory is the one that counts on the first day of work; null for none. */
  workplace: { commune: string; department: string; territory: string | null };
  greenMission: boolean;
  /** Gross, a year, in euros; left out when it is not known. */
  salary?: number;
}

/** What the charter of a hire says on a day; asked for when nothing is missing. */
export function contentOf(
  hire: Hire,
  between: Pick<HireParties, 'companyName' | 'siret' | 'companyCommune' | 'firstName' | 'lastName'>,
  { number, today, places }: { number: number; today: string; places: Gazetteer },
): CharterContent {
  const { contractType, durationMonths, hiredOn, startsOn, endsOn, missionTitle, greenMission, salary } = hire;
  return {
    reference: `${hire.id} v${number}`,
    model: charterTextsOn(today).version,
    madeOn: today,
    company: {
      name: between.companyName,
      siret: between.siret,
      commune: placeOf(places, between.companyCommune).commune,
    },
    candidate: { name: nameOf(between) ?? '' },
    tutor: { name: hire.tutorName ?? '', role: hire.tutorRole ?? '' },
    missionTitle,
    mission: hire.mission ?? '',
    transforms: hire.transforms ?? '',
    reportsTo: hire.reportsTo ?? '',
    contractType,
    durationMonths,
    hiredOn,
    startsOn,
    endsOn,
    workplace: {
      ...placeOf(places, hire.communeCode),
      territory: territoriesOf(places, hire.communeCode, startsOn),
    },
    greenMission,
    ...(salary === null ? {} : { salary }),
  };
}

/** Whether both say the same, whenever they were made. */
export const saysTheSame = (one: CharterContent, other: CharterContent): boolean =>
  said(one) === said({ ...other, model: one.model });

const said = (content: CharterContent): string =>
  JSON.stringify(
    Object.entries({ ...content, reference: '', madeOn: '' })
      .map(([field, value]) => [field, typeof value === 'object' && value !== null ? sorted(value) : value])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );

/** The database keeps what is in an object in an order of its own. */
const sorted = (value: object): unknown => Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));

const placeOf = (places: Gazetteer, code: string): { commune: string; department: string } => {
  const commune = places.commune(code);
  const department = commune && places.department(commune.departmentCode);
  return { commune: commune?.name ?? code, department: department?.name ?? code.slice(0, 2) };
};

const territoriesOf = (places: Gazetteer, code: string, on: string): string | null =>
  places
    .territoriesOf(code, on)
    .map(({ name }) => name)
    .sort()
    .join(', ') || null;
