import type { Candidate } from '../candidates/candidate.entity.js';
import type { ProfileDraft } from '../candidates/profile-draft.js';
import type { SkillLevel } from '../candidates/skill-level.js';
import { addDays } from '../common/clock.js';
import type { RemoteWork } from '../offers/offer-words.js';
import type { PlaceInput } from '../territories/place.input.js';
import { type DemoFacts, demoPerson, type DemoPerson, type DemoSkill } from './demo-facts.js';
import { demoSchool } from './demo-schools.js';
import type { Random } from './random.js';
import type { Job } from './vocabulary.js';

export interface DemoCandidate extends ProfileDraft {
  id: string;
  person: DemoPerson;
  jobName: string;
  /** Where they live, as far as the demo needs to know. */
  homeCode: string;
  createdOn: string;
}

const english = '403110';

/** `homes` are communes where the demo has companies, and `jobNames` those of its offers: candidates look where work is. */
export function demoCandidate(
  facts: DemoFacts,
  { homes, jobNames }: { homes: string[]; jobNames: string[] },
  place: number,
  random: Random,
): DemoCandidate {
  const person = demoPerson(facts, random.branch('person'), 100 + place);
  const jobName = random.pick(jobNames);
  const job = facts.vocabulary.jobs[jobName]!;
  const homeCode = random.pick(homes);
  const student = random.chance(0.45);
  const createdOn = addDays(facts.today, -random.int(3, 90));
  const sparse = random.chance(0.06);
  return {
    id: random.uuid(),
    person,
    jobName,
    homeCode,
    createdOn,
    firstName: person.firstName,
    lastName: person.lastName,
    school: sparse ? null : demoSchool(homeCode),
    studyLevel: random.pick(student ? job.study : job.levels),
    diplomaOn: sparse ? null : diplomaOf(student, facts.today, random),
    skills: sparse ? [] : heldSkills(facts, job, random),
    places: placesOf(facts, homeCode, homes, random),
    contractTypes: contractsOf(student, random),
    missionCategories: random.chance(0.7) ? [job.category] : [],
    occupationCodes: occupationsOf(facts, job, random),
    availableFrom: sparse ? null : `${addDays(facts.today, random.int(-40, 200)).slice(0, 7)}-01`,
    salaryAtLeast: student || random.chance(0.4) ? null : (job.pay[0] - random.int(0, 4)) * 1000,
    remoteWork: random.weighted(remoteWishes, ({ share }) => share).kinds,
    visibleSince: random.chance(0.87) ? new Date(`${createdOn}T17:30:00Z`) : null,
  };
}

/** Whoever signs in as the demo candidate: quality, around Oyonnax and Bourg-en-Bresse, a profile that is complete. */
export function mainCandidate(facts: DemoFacts, email: string, random: Random): DemoCandidate {
  const jobName = 'quality-engineer';
  const job = facts.vocabulary.jobs[jobName]!;
  const { core, other } = facts.skillsOf(job.occupation);
  const technician = facts.skillsOf('H1528').core;
  const known = [...core, ...technician.slice(0, 3), ...other.slice(0, 4)];
  const skills = [...new Map(known.map(({ code }, rank) => [code, held(code, rank)])).values()];
  const englishSkill = facts.skill(english) ? [{ code: english, level: 'MASTERED' as const }] : [];
  const territoryId = facts.placeOf('01283').territoryId;
  const person = { accountId: random.uuid(), email, firstName: 'Camille', lastName: 'Perrachon' };
  const nextSummer =
    facts.today.slice(5) < '05-01' ? facts.today.slice(0, 4) : String(Number(facts.today.slice(0, 4)) + 1);
  return {
    id: random.uuid(),
    person,
    jobName,
    homeCode: '01053',
    createdOn: addDays(facts.today, -21),
    firstName: person.firstName,
    lastName: person.lastName,
    school: demoSchool('01053'),
    studyLevel: 'BAC_5',
    diplomaOn: `${nextSummer}-07-05`,
    skills: [...skills.filter(({ code }) => code !== english), ...englishSkill],
    places: [{ commune: { code: '01053', radiusKm: 30 } }, ...(territoryId ? [{ territoryId }] : [])],
    contractTypes: ['APPRENTICESHIP', 'PROFESSIONALISATION', 'CDI'],
    missionCategories: ['QUALITY_SAFETY_ENVIRONMENT', 'PRODUCTION'],
    occupationCodes: ['H1527', 'H1528', 'H1502', 'H1523'],
    availableFrom: `${addDays(facts.today, 20).slice(0, 7)}-01`,
    salaryAtLeast: null,
    remoteWork: ['NONE', 'PARTIAL'],
    visibleSince: new Date(`${addDays(facts.today, -21)}T17:30:00Z`),
  };
}

const held = (code: string, rank: number): Candidate['skills'][number] => ({
  code,
  level: rank < 4 ? 'MASTERED' : rank < 9 ? 'PRACTISED' : 'NOTION',
});

/** Most of what makes the trade, some of the rest, qualities and English. */
function heldSkills(facts: DemoFacts, job: Job, random: Random): Candidate['skills'] {
  const { core, other } = facts.skillsOf(job.occupation);
  const trade = [...(job.skills ?? []).flatMap((code) => facts.skill(code) ?? []), ...core];
  const isSoft = ({ kind }: DemoSkill): boolean => kind === 'SOFT_SKILL';
  const chosen = [
    ...random.some(trade, random.int(Math.max(2, trade.length - 3), trade.length)),
    ...random.some(
      other.filter((skill) => !isSoft(skill)),
      random.int(1, 5),
    ),
    ...random.some(other.filter(isSoft), random.int(0, 2)),
    ...[facts.skill(english)].filter((skill) => skill !== undefined && random.chance(0.6)),
  ].filter((skill) => skill !== undefined);
  const levelOf = (): SkillLevel => random.weighted(levels, ({ share }) => share).level;
  return [...new Set(chosen.map(({ code }) => code))].map((code) => ({ code, level: levelOf() }));
}

const levels: { level: SkillLevel; share: number }[] = [
  { level: 'MASTERED', share: 25 },
  { level: 'PRACTISED', share: 50 },
  { level: 'NOTION', share: 25 },
];

/** Students have theirs before them, graduates less than two years behind them; a few are late. */
function diplomaOf(student: boolean, today: string, random: Random): string {
  if (random.chance(0.05)) return addDays(today, -random.int(760, 1300));
  return student ? addDays(today, random.int(150, 900)) : addDays(today, random.int(-640, 200));
}

function contractsOf(student: boolean, random: Random): Candidate['contractTypes'] {
  if (student) return random.chance(0.7) ? ['APPRENTICESHIP', 'PROFESSIONALISATION'] : ['APPRENTICESHIP'];
  return random.pick([['CDI'], ['CDI', 'CDD'], ['CDI', 'CDD'], []]);
}

/** The occupation and one or two others of the same family of missions. */
function occupationsOf({ vocabulary: { jobs } }: DemoFacts, job: Job, random: Random): string[] {
  const siblings = Object.values(jobs).filter(
    ({ category, occupation }) => category === job.category && occupation !== job.occupation,
  );
  return [...new Set([job.occupation, ...random.some(siblings, random.int(0, 2)).map(({ occupation }) => occupation)])];
}

/** A town with a radius most often; also departments, regions, territories, several at once, or anywhere. */
function placesOf(facts: DemoFacts, homeCode: string, homes: string[], random: Random): PlaceInput[] {
  const home = facts.placeOf(homeCode);
  const around = (code: string): PlaceInput => ({ commune: { code, radiusKm: random.pick([20, 30, 30, 40, 50, 60]) } });
  const territory: PlaceInput = home.territoryId ? { territoryId: home.territoryId } : around(homeCode);
  const wishes: { share: number; places: () => PlaceInput[] }[] = [
    { share: 42, places: () => [around(homeCode)] },
    { share: 14, places: () => [around(homeCode), around(random.pick(homes.filter((code) => code !== homeCode)))] },
    { share: 13, places: () => [{ departmentCode: home.departmentCode }] },
    { share: 10, places: () => [{ regionCode: home.regionCode }] },
    { share: 10, places: () => [territory] },
    { share: 6, places: () => [territory, { departmentCode: home.departmentCode }] },
    { share: 5, places: () => [] },
  ];
  return random.weighted(wishes, ({ share }) => share).places();
}

const remoteWishes: { share: number; kinds: RemoteWork[] }[] = [
  { share: 50, kinds: [] },
  { share: 30, kinds: ['NONE', 'PARTIAL'] },
  { share: 12, kinds: ['PARTIAL', 'FULL'] },
  { share: 8, kinds: ['NONE'] },
];
