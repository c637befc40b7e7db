import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { type Language, same, type Text } from '../common/text.js';
import type { OfferFilter } from '../offers/offer-filter.input.js';
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
import { EngineFilter, type FacetedField } from './engine-filter.js';
import type { OfferDocument } from './offer-document.js';
import type { Facet, FacetValue } from './offer-search.type.js';
import { OfferSearchService, type Search } from './offer-search.service.js';
import { SearchEngine } from './search-engine.js';

interface FacetKind {
  name: string;
  /** The part of the filter that chooses among its values, which its own counts ignore. */
  field: FacetedField;
  attribute: keyof OfferDocument;
  chosen: (filter: OfferFilter) => readonly string[];
}

const kinds: FacetKind[] = [
  { name: 'contractTypes', field: 'contractTypes', attribute: 'contract', chosen: (said) => said.contractTypes ?? [] },
  {
    name: 'studyLevel',
    field: 'studyLevel',
    attribute: 'level',
    chosen: (said) => (said.studyLevel ? [said.studyLevel] : []),
  },
  {
    name: 'missionCategories',
    field: 'missionCategories',
    attribute: 'mission',
    chosen: (said) => said.missionCategories ?? [],
  },
  { name: 'remoteWork', field: 'remoteWork', attribute: 'remote', chosen: (said) => said.remoteWork ?? [] },
  {
    name: 'greenMission',
    field: 'greenMission',
    attribute: 'green',
    chosen: (said) => (typeof said.greenMission === 'boolean' ? [String(said.greenMission)] : []),
  },
  {
    name: 'occupationCodes',
    field: 'occupationCodes',
    attribute: 'occupationCode',
    chosen: (said) => said.occupationCodes ?? [],
  },
  { name: 'skillCodes', field: 'skillCodes', attribute: 'skillCodes', chosen: (said) => said.skillCodes ?? [] },
  { name: 'territories', field: 'places', attribute: 'territories', chosen: chosenPlaces('territoryId') },
  { name: 'departments', field: 'places', attribute: 'departments', chosen: chosenPlaces('departmentCode') },
  { name: 'regions', field: 'places', attribute: 'regions', chosen: chosenPlaces('regionCode') },
];

export const facetNames = kinds.map(({ name }) => name);

/** Counts by value, each facet ignoring the choice made in it, so that the other choices stay countable. */
@Injectable()
export class Facets {
  constructor(
    private readonly engine: SearchEngine,
    private readonly engineFilter: EngineFilter,
    private readonly searches: OfferSearchService,
    private readonly gazetteer: Gazetteer,
    private readonly occupations: OccupationsLoader,
    private readonly skills: SkillsLoader,
  ) {}

  async of(search: Search, names: readonly string[] | null | undefined, context: RequestContext): Promise<Facet[]> {
    const unknown = names?.find((name) => !facetNames.includes(name));
    if (unknown !== undefined) {
      throw badInput(
        `facets : ${unknown.slice(0, 40)} n’est pas une facette (${facetNames.join(', ')}). (No such facet.)`,
      );
    }
    const wanted = kinds.filter(({ name }) => !names || names.includes(name));
    const counts = await this.count(search, wanted);
    return Promise.all(
      wanted.map(async (kind) => {
        const chosen = kind.chosen(search.filter.said);
        const values = Object.entries(counts.get(kind) ?? {}).map(async ([value, count]): Promise<FacetValue> => ({
          value,
          label: await this.label(kind, value, context),
          count,
          selected: chosen.includes(value),
        }));
        return { name: kind.name, values: (await Promise.all(values)).sort(byCount) };
      }),
    );
  }

  /** One query for all facets in which nothing is chosen, and one for each field in which something is. */
  private async count(search: Search, wanted: FacetKind[]): Promise<Map<FacetKind, Record<string, number>>> {
    const groups: { without: FacetedField | undefined; kinds: FacetKind[] }[] = [];
    for (const kind of wanted) {
      const without = restricts(search, kind.field) ? kind.field : undefined;
      const group = groups.find((one) => one.without === without);
      if (group) group.kinds.push(kind);
      else groups.push({ without, kinds: [kind] });
    }
    const answers = await this.engine.search(
      groups.map((group) => ({
        ...this.searches.query(search),
        filter: this.engineFilter.conditions(search.filter, group.without),
        limit: 0,
        facets: group.kinds.map(({ attribute }) => attribute),
      })),
    );
    return new Map(
      groups.flatMap((group, index) =>
        group.kinds.map((kind) => [kind, answers[index]!.facetDistribution?.[kind.attribute] ?? {}] as const),
      ),
    );
  }

  private async label({ name }: FacetKind, value: string, context: RequestContext): Promise<string> {
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

/** Whether the search's filter chooses something in this field. */
function restricts({ filter }: Search, field: FacetedField): boolean {
  const said = filter.said[field];
  return Array.isArray(said) ? said.length > 0 : said !== null && said !== undefined;
}

function chosenPlaces(field: 'territoryId' | 'departmentCode' | 'regionCode') {
  return ({ places }: OfferFilter): string[] => (places ?? []).flatMap((place) => place[field] ?? []);
}

const labelIn = (language: Language, named: { labelFr: string; labelEn: string | null }): string =>
  (language === 'en' ? named.labelEn : null) ?? named.labelFr;

const byCount = (one: FacetValue, other: FacetValue): number =>
  other.count - one.count || one.label.localeCompare(other.label, 'fr');
