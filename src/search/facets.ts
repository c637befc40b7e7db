import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { studyLevels } from '../skills/study-level.js';
import { EngineFilter, type FacetedField } from './engine-filter.js';
import { type FacetKind, facetKinds, facetNames } from './facet-kinds.js';
import { FacetLabels } from './facet-labels.js';
import { OfferSearchService, type Search } from './offer-search.service.js';
import type { Facet, FacetValue } from './offer-search.type.js';
import { SearchEngine } from '../indexing/search-engine.js';

type Counts = Record<string, number>;

/** Counts by value, each facet ignoring the choice made in it, so that the other choices stay countable. */
@Injectable()
export class Facets {
  constructor(
    private readonly engine: SearchEngine,
    private readonly engineFilter: EngineFilter,
    private readonly searches: OfferSearchService,
    private readonly labels: FacetLabels,
  ) {}

  async of(search: Search, names: readonly string[] | null | undefined, context: RequestContext): Promise<Facet[]> {
    const unknown = names?.find((name) => !facetNames.includes(name));
    if (unknown !== undefined) {
      throw badInput(
        `names : ${unknown.slice(0, 40)} n’est pas une facette (${facetNames.join(', ')}). (No such facet.)`,
      );
    }
    const wanted = facetKinds.filter(({ name }) => !names || names.includes(name));
    const counts = await this.count(search, wanted);
    return Promise.all(
      wanted.map(async (kind) => {
        const chosen = kind.chosen(search.filter.said);
        const values = Object.entries(counts.get(kind) ?? {}).map(async ([value, count]): Promise<FacetValue> => ({
          value,
          label: await this.labels.of(kind.name, value, context),
          count,
          selected: chosen.includes(value),
        }));
        return { name: kind.name, values: (await Promise.all(values)).sort(byCount) };
      }),
    );
  }

  /** One query for all facets in which nothing is chosen, and one for each field in which something is. */
  private async count(search: Search, wanted: FacetKind[]): Promise<Map<FacetKind, Counts>> {
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
      groups.flatMap(({ kinds }, index) => {
        const { facetDistribution = {}, estimatedTotalHits: total = 0 } = answers[index]!;
        return kinds.map((kind) => {
          const counts: Counts = facetDistribution[kind.attribute] ?? {};
          return [kind, kind.name === 'studyLevel' ? enoughFor(counts, total) : counts] as const;
        });
      }),
    );
  }
}

/** Whether the search's filter chooses something in this field. */
function restricts({ filter }: Search, field: FacetedField): boolean {
  const said = filter.said[field];
  return Array.isArray(said) ? said.length > 0 : said !== null && said !== undefined;
}

/** By level of study, the offers for which it is enough, as its filter keeps them: those that ask for less or do not say. */
function enoughFor(counts: Counts, total: number): Counts {
  let enough = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  const enoughBy: Counts = {};
  for (const level of studyLevels) {
    const count = counts[level] ?? 0;
    enough += count;
    if (count > 0) enoughBy[level] = enough;
  }
  return enoughBy;
}

const byCount = (one: FacetValue, other: FacetValue): number =>
  other.count - one.count || one.label.localeCompare(other.label, 'fr');
