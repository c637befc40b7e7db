import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { type Language, same, type Text } from '../common/text.js';
import {
  type ContractType,
  contractTypeLabels,
  type MissionCategory,
  missionCategoryLabels,
  type RemoteWork,
  remoteWorkLabels,
} from '../offers/offer-words.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { type StudyLevel, studyLevelLabels } from '../skills/study-level.js';
import { Gazetteer } from '../territories/gazetteer.js';

/** What people read for the value of a facet, in the language of the request. */
@Injectable()
export class FacetLabels {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly occupations: OccupationsLoader,
    private readonly skills: SkillsLoader,
  ) {}

  async of(name: string, value: string, context: RequestContext): Promise<string> {
    const { language } = context;
    switch (name) {
      case 'occupationCodes':
        return labelIn(language, await this.occupations.load(context, value));
      case 'skillCodes':
        return labelIn(language, await this.skills.load(context, value));
      default:
        return this.text(name, value)[language];
    }
  }

  private text(name: string, value: string): Text {
    switch (name) {
      case 'contractTypes':
        return contractTypeLabels[value as ContractType];
      case 'studyLevel':
        return studyLevelLabels[value as StudyLevel];
      case 'missionCategories':
        return missionCategoryLabels[value as MissionCategory];
      case 'remoteWork':
        return remoteWorkLabels[value as RemoteWork];
      case 'greenMission':
        return value === 'true'
          ? { fr: 'Transition écologique', en: 'Ecological transition' }
          : { fr: 'Autres missions', en: 'Other missions' };
      case 'territories':
        return same(this.gazetteer.territory(value)?.name ?? value);
      case 'departments':
        return same(this.gazetteer.department(value)?.name ?? value);
      default:
        return same(this.gazetteer.region(value)?.name ?? value);
    }
  }
}

const labelIn = (language: Language, named: { labelFr: string; labelEn: string | null }): string =>
  (language === 'en' ? named.labelEn : null) ?? named.labelFr;
