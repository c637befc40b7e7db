import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { same, type Text } from '../common/text.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { type Aid, aidLabels } from '../offers/aid-names.js';
import {
  type ContractType,
  contractTypeLabels,
  type MissionCategory,
  missionCategoryLabels,
  type RemoteWork,
  remoteWorkLabels,
} from '../offers/offer-words.js';
import { Lexicon } from '../skills/lexicon.js';
import { type StudyLevel, studyLevelLabels } from '../skills/study-level.js';
import { Gazetteer } from '../territories/gazetteer.js';

/** What people read for the values of a facet, in the language of the request; a value that is nobody's is its own label. */
@Injectable()
export class FacetLabels {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly companies: CompaniesRepository,
    private readonly lexicon: Lexicon,
  ) {}

  /** In the order of the values. */
  async of(name: string, values: readonly string[], { language }: RequestContext): Promise<string[]> {
    switch (name) {
      case 'companies': {
        const names = await this.companies.namesOf(values);
        return values.map((id) => names.get(id) ?? id);
      }
      case 'occupationCodes':
        return values.map((code) => this.lexicon.labelOf('OCCUPATION', code)?.[language] ?? code);
      case 'skillCodes':
        return values.map((code) => this.lexicon.labelOf('SKILL', code)?.[language] ?? code);
      default:
        return values.map((value) => this.text(name, value)[language]);
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
      case 'aids':
        return aidLabels[value as Aid];
      case 'startMonths':
        return monthLabel(value);
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

const monthIn = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const french = monthIn('fr-FR');
const english = monthIn('en-GB');

function monthLabel(month: string): Text {
  const day = new Date(`${month}-01T00:00:00Z`);
  return { fr: french.format(day), en: english.format(day) };
}
