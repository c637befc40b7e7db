import type { OfferDraft } from '../offers/offer-draft.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import {
  capital,
  contracted,
  filled,
  listed,
  saidDay,
  saidMonthly,
  saidSkill,
  saidYearly,
  small,
  wordCount,
} from './french.js';
import { isWorkStudy } from './demo-terms.js';
import type { Random } from './random.js';
import type { Job } from './vocabulary.js';

/** The offer as far as it is known before it has words. */
export type UnwrittenOffer = Omit<OfferDraft, 'title' | 'description'>;

/** A title as companies write them, other than those the company already uses. */
export function offerTitle(job: Job, offer: UnwrittenOffer, random: Random, taken: ReadonlySet<string>): string {
  for (let tries = 0; ; tries += 1) {
    const title = isWorkStudy(offer.contractType) ? workStudyTitle(job, offer, random) : jobTitle(job, offer, random);
    const other = tries < 20 ? title : `${title} – ${random.pick(job.focus)}`;
    if (!taken.has(other)) return other;
  }
}

function workStudyTitle(job: Job, { contractType }: UnwrittenOffer, random: Random): string {
  const name = random.pick(job.alt);
  const focus = random.pick(job.focus);
  return random.pick([
    `Alternance : ${small(name)} (H/F)`,
    `Alternance – ${name} (H/F)`,
    `Alternance ${small(name)} H/F`,
    `${name} en alternance (H/F)`,
    `${name} en alternance (H/F) : ${focus}`,
    `Alternant ${small(name)} (H/F)`,
    contractType === 'APPRENTICESHIP' ? `Apprenti ${small(name)} (H/F) – ${focus}` : `${name} (H/F) – alternance`,
  ]);
}

function jobTitle(job: Job, { contractType, durationMonths }: UnwrittenOffer, random: Random): string {
  const name = random.pick(job.m);
  const both = random.pick(job.fm);
  const focus = random.pick(job.focus);
  return random.pick([
    `${name} (H/F)`,
    `${name} H/F`,
    `${name} (H/F) – ${focus}`,
    `${name} – ${focus} (H/F)`,
    both,
    both.includes(':') ? both : `${both} : ${focus}`,
    contractType === 'CDD' ? `${name} (H/F) – CDD ${durationMonths!} mois` : `VTE – ${name} (H/F)`,
  ]);
}

const mostWords = 200;

/** Between 80 and 200 words: the company, the mission, the team, the profile, the practical things. */
export function offerText(
  facts: DemoFacts,
  company: DemoCompany,
  job: Job,
  offer: UnwrittenOffer,
  random: Random,
): string {
  const { sentences } = facts.vocabulary;
  const words = wordsOf(facts, company, job, offer, random);
  const say = (list: readonly string[]): string => filled(random.pick(list), words);
  const sure = (list: readonly string[] | undefined): string => (list ? say(list) : '');

  const presentation = filled(random.pick(sentences.company), company.words);
  const why = say(job.why);
  const tasks = random.some(job.do, random.int(3, 5)).map((task) => filled(task, words));
  const inLines = random.chance(0.6);
  const opening = random.pick(inLines ? sentences.listOpening : sentences.proseOpening);
  const mission = (): string =>
    inLines
      ? [opening, ...tasks.map((task) => `- ${capital(task)}`)].join('\n')
      : filled(opening, { tasks: tasks.some((task) => task.includes(',')) ? tasks.join(' ; ') : listed(tasks) });
  const team = say(isWorkStudy(offer.contractType) ? sentences.tutorWorkStudy : sentences.tutor);
  const level = sure((isWorkStudy(offer.contractType) ? sentences.studying : sentences.level)[offer.studyLevel!]);
  const skills = say(sentences.skills);
  const green = offer.greenMission ? [say(sentences.green)] : [];
  const pay =
    offer.salaryMin === null
      ? sentences.noPay
      : isWorkStudy(offer.contractType)
        ? sentences.workStudyPay
        : sentences.pay;
  const practical = [
    say(sentences.contract[offer.contractType]),
    offer.sites.length > 1 ? say(sentences.sites) : offer.remoteWork === 'FULL' ? '' : say(sentences.place),
    offer.remoteWork === 'NONE' ? '' : say(sentences.remote[offer.remoteWork]),
    say(pay),
  ];
  /** What can be left out when the text grows long, the first to go last. */
  const extra = {
    end: random.chance(0.7) ? say(sentences.end) : '',
    quality: say(sentences.qualities),
    welcome: words.welcomed !== '' && random.chance(0.5) ? say(sentences.welcome) : '',
    perk: random.chance(0.75) ? say(sentences.perks) : '',
  };
  const openings = random.chance(0.25) ? [`${why} ${presentation}`] : [presentation, why];
  const text = (): string =>
    [
      ...openings,
      mission(),
      [...green, extra.end, team].filter(Boolean).join(' '),
      [level, skills, extra.welcome, extra.quality].filter(Boolean).join(' '),
      [...practical, extra.perk].filter(Boolean).join(' '),
    ].join('\n\n');
  let written = text();
  for (const part of ['perk', 'welcome', 'end', 'quality'] as const) {
    if (wordCount(written) <= mostWords) break;
    extra[part] = '';
    written = text();
  }
  while (wordCount(written) > mostWords && tasks.length > 2) {
    tasks.pop();
    written = text();
  }
  return written;
}

const diplomas: Record<Job['diploma'], string[]> = {
  engineer: ['diplôme d’ingénieur ou un master', 'diplôme d’ingénieur'],
  business: ['master ou un diplôme d’école de commerce', 'master'],
  master: ['master'],
  either: ['diplôme d’ingénieur, d’école de commerce ou un master'],
};

function wordsOf(facts: DemoFacts, company: DemoCompany, job: Job, offer: UnwrittenOffer, random: Random) {
  const towns = offer.sites.map(({ communeCode }) => facts.placeOf(communeCode).name);
  const skills = (codes: string[]): string =>
    listed(
      codes
        .flatMap((code) => facts.skill(code) ?? [])
        .filter(({ kind }) => kind !== 'SOFT_SKILL')
        .map(saidSkill),
    );
  const { salaryMin, salaryMax } = offer;
  const paid = (): string =>
    salaryMin === null || salaryMax === null
      ? ''
      : isWorkStudy(offer.contractType)
        ? saidMonthly(salaryMin, salaryMax)
        : saidYearly(salaryMin, salaryMax);
  const each = (word: string, names: string[]): string => listed(names.map((name) => contracted(`${word} ${name}`)));
  return {
    ...company.words,
    atTown: `à ${towns[0]!}`,
    atSites: each('à', towns),
    ofSites: each('de', towns),
    atOtherSites: each('à', towns.slice(1)),
    boss: random.pick(job.boss),
    team: String(random.int(3, 9)),
    goal: random.pick(job.goal),
    field: job.field,
    diploma: random.pick(diplomas[job.diploma]),
    months: String(offer.durationMonths ?? ''),
    start: offer.startsOn === null ? 'dès que possible' : `à partir du ${saidDay(offer.startsOn)}`,
    pay: paid(),
    skills: skills(offer.requiredSkillCodes.slice(0, 4)),
    welcomed: skills(offer.desiredSkillCodes.slice(0, 2)),
  };
}
