import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import type { Language, Text } from '../common/text.js';
import { missionCategoryLabels } from '../offers/offer-words.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import type { SimilarFound } from './similar-offers.loader.js';

/** Skills named; of the others only the number is told. */
const mostNamed = 3;

/** Farther than a region is wide, a distance is no likeness. */
const tellingKm = 100;

/** Why an offer is shown beside another one, as people read it. */
@Injectable()
export class SimilarReasons {
  constructor(
    private readonly occupations: OccupationsLoader,
    private readonly skills: SkillsLoader,
  ) {}

  async of({ offer, compared }: SimilarFound, context: RequestContext): Promise<string[]> {
    const { language } = context;
    const [occupation, skills] = await Promise.all([
      compared.occupation && offer.occupationCode !== null
        ? this.occupations.load(context, offer.occupationCode)
        : null,
      Promise.all(compared.sharedSkills.slice(0, mostNamed).map((code) => this.skills.load(context, code))),
    ]);
    const names = skills.map((skill) => labelIn(language, skill)).join(', ');
    const mission = !occupation && compared.sharedSkills.length === 0 && compared.sameMission;
    const reasons: Text[] = [
      ...(occupation ? [occupationReason(compared.occupation === 'SAME', labelIn(language, occupation))] : []),
      ...(skills.length > 0 ? [skillsReason(compared.sharedSkills.length, names)] : []),
      ...(mission ? [missionReason(missionCategoryLabels[offer.missionCategory])] : []),
      ...(compared.km !== null && compared.km <= tellingKm ? [distanceReason(compared.km)] : []),
    ];
    return reasons.map((reason) => reason[language]);
  }
}

const occupationReason = (same: boolean, label: string): Text =>
  same
    ? { fr: `Même métier : ${label}`, en: `Same occupation: ${label}` }
    : { fr: `Métier proche : ${label}`, en: `Related occupation: ${label}` };

const skillsReason = (count: number, names: string): Text =>
  count === 1
    ? { fr: `1 compétence commune : ${names}`, en: `1 skill in common: ${names}` }
    : { fr: `${count} compétences communes : ${names}`, en: `${count} skills in common: ${names}` };

const missionReason = (label: Text): Text => ({ fr: `Même mission : ${label.fr}`, en: `Same mission: ${label.en}` });

const distanceReason = (km: number): Text =>
  km < 1
    ? { fr: 'Au même endroit', en: 'In the same place' }
    : { fr: `À ${Math.round(km)} km`, en: `${Math.round(km)} km away` };

const labelIn = (language: Language, named: { labelFr: string; labelEn: string | null }): string =>
  (language === 'en' ? named.labelEn : null) ?? named.labelFr;
