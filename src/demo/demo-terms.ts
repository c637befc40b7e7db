import type { OfferDraft } from '../offers/offer-draft.js';
import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts, DemoSkill } from './demo-facts.js';
import type { Random } from './random.js';
import type { Job } from './vocabulary.js';

export const isWorkStudy = (contract: ContractType): boolean =>
  contract === 'APPRENTICESHIP' || contract === 'PROFESSIONALISATION';

type Pay = Pick<OfferDraft, 'salaryMin' | 'salaryMax'>;

/** Euros a year that work-study brings, by level: shares of the minimum wage that rise with age and year. */
const workStudyPay: Partial<Record<StudyLevel, [number, number]>> = {
  BAC_2: [10_200, 13_800],
  BAC_3: [12_400, 16_600],
  BAC_5: [14_600, 20_400],
};

/** Seven offers in ten say what they pay. */
export function demoPay(job: Job, contract: ContractType, level: StudyLevel, random: Random): Pay {
  if (random.chance(0.28)) return { salaryMin: null, salaryMax: null };
  if (isWorkStudy(contract)) {
    const [least, most] = workStudyPay[level] ?? [12_000, 16_000];
    const more = contract === 'PROFESSIONALISATION' ? 1_200 : 0;
    return { salaryMin: least + more + random.int(0, 6) * 120, salaryMax: most + more - random.int(0, 6) * 120 };
  }
  const lower = job.levels.length > 1 && level === job.levels[0] ? 2_000 : 0;
  const salaryMin = Math.max(job.pay[0] * 1000 - lower + random.int(-1, 2) * 500, 22_500);
  return { salaryMin, salaryMax: Math.max(job.pay[1] * 1000 - lower - random.int(0, 4) * 500, salaryMin + 1_500) };
}

type AskedSkills = Pick<OfferDraft, 'requiredSkillCodes' | 'desiredSkillCodes'>;

/** Families of missions that look at how the company makes things. */
const nearTheProcess = new Set(['PRODUCTION', 'INNOVATION', 'QUALITY_SAFETY_ENVIRONMENT', 'ECOLOGICAL_TRANSITION']);

/** Two to five skills of the trade, up to four others that would be welcome, some of them of the sector. */
export function demoSkills(facts: DemoFacts, job: Job, { sector }: DemoCompany, random: Random): AskedSkills {
  const fits = ({ code }: DemoSkill): boolean => !sector.unfit.includes(code);
  const { core, other } = facts.skillsOf(job.occupation);
  const own = (job.skills ?? []).flatMap((code) => facts.skill(code) ?? []);
  const trade = [...own, ...core.filter(fits).filter(({ kind }) => kind !== 'SOFT_SKILL')];
  const required = [
    ...own,
    ...random.some(trade.slice(own.length), random.int(Math.max(2 - own.length, 1), 5 - own.length)),
  ];
  const ofSector = nearTheProcess.has(job.category)
    ? random.some([sector.process, ...sector.extras], random.int(0, 2)).flatMap((code) => facts.skill(code) ?? [])
    : [];
  const others = [...trade.filter((skill) => !required.includes(skill)), ...other.filter(fits)];
  const desired = [...ofSector, ...random.some(others, random.int(0, 4 - ofSector.length))];
  const requiredSkillCodes = [...new Set(required.map(({ code }) => code))];
  const desiredSkillCodes = [...new Set(desired.map(({ code }) => code))];
  return {
    requiredSkillCodes,
    desiredSkillCodes: desiredSkillCodes.filter((code) => !requiredSkillCodes.includes(code)),
  };
}
