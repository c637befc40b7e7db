import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import { badInput } from '../common/errors.js';
import { offerIndexSettings } from '../indexing/offer-index-settings.js';
import { type EngineQueryParams, type EngineAnswer, SearchEngine } from '../indexing/search-engine.js';
import { EngineFilter, type FacetedField, inList } from './engine-filter.js';
import { EngineQuery } from './engine-query.js';
import { type Counts, type FacetKind, facetKinds, facetNames } from './facet-kinds.js';
import { FacetLabels } from './facet-labels.js';
import type { Facet, FacetValue } from './offer-search.type.js';
import type { Search } from './search.js';

/** What to ask the engine for facets. */
export interface FacetPlan {
  /** Attributes that the page's own query can count: facets in which nothing is chosen. */
  own: string[];
  /** Queries besides, one for each field of the filter in which something is chosen. */
  extra: EngineQueryParams[];
  search: Search;
  /** In the order in which they are answered. */
  kinds: { kind: FacetKind; answer: 'own' | number }[];
}

/** Facets counted and not yet named. */
export interface FacetCounts {
  search: Search;
  facets: { kind: FacetKind; chosen: string[]; counts: Counts }[];
}

type Answer = Pick<EngineAnswer, 'facetDistribution' | 'estimatedTotalHits'>;

/**
 * Counts by value, each facet ignoring the choice made in it, so that the other choices stay countable. A search that knows
 * beforehand which facets are asked for plans them, sends their queries with its own, and reads them from the answers.
 */
@Injectable()
export class Facets {
  constructor(
    private readonly engine: SearchEngine,
    private readonly query: EngineQuery,
    private readonly engineFilter: EngineFilter,
    private readonly labels: FacetLabels,
  ) {}

  /** All facets when no names are given; throws BAD_USER_INPUT for a name that is none. */
  plan(search: Search, names: readonly string[] | null | undefined): FacetPlan {
    const unknown = names?.find((name) => !facetNames.includes(name));
    if (unknown !== undefined) {
      throw badInput(
        `names : ${unknown.slice(0, 40)} n’est pas une facette (${facetNames.join(', ')}). (No such facet.)`,
      );
    }
    const wanted = facetKinds.filter(({ name }) => !names || names.includes(name));
    const fields = [...new Set(wanted.map(({ field }) => field))].filter((field) => restricts(search, field));
    const kinds = wanted.map((kind) => {
      const place = fields.indexOf(kind.field);
      return { kind, answer: place < 0 ? ('own' as const) : place };
    });
    const attributes = (answer: FacetPlan['kinds'][number]['answer']): string[] =>
      kinds.flatMap((one) => (one.answer === answer ? one.kind.attribute : []));
    return {
      own: attributes('own'),
      extra: fields.map((field, place) => this.counting(search, attributes(place), field)),
      search,
      kinds,
    };
  }

  /** `ownAnswer` may be left out when the plan has no own attributes. */
  read({ search, kinds }: FacetPlan, ownAnswer: Answer | undefined, extraAnswers: readonly Answer[]): FacetCounts {
    const facets = kinds.map(({ kind, answer }) => {
      const { facetDistribution, estimatedTotalHits } = (answer === 'own' ? ownAnswer : extraAnswers[answer])!;
      const counts: Counts = facetDistribution?.[kind.attribute] ?? {};
      const chosen = [...new Set(kind.chosen(search.filter.said))];
      return { kind, chosen, counts: kind.finds?.(counts, estimatedTotalHits ?? 0, chosen) ?? counts };
    });
    return { search, facets };
  }

  /** The facets as clients read them; what is chosen is always among the values. */
  async labelled({ search, facets }: FacetCounts, context: RequestContext): Promise<Facet[]> {
    return Promise.all(
      facets.map(async ({ kind, chosen, counts: listed }) => {
        const counts = { ...(await this.unlisted(search, kind, chosen, listed)), ...listed };
        const found = Object.entries(counts);
        const labels = await this.labels.of(kind.name, Object.keys(counts), context);
        const values = found.map(([value, count], place): FacetValue => {
          return { value, label: labels[place]!, count, selected: chosen.includes(value) };
        });
        return { name: kind.name, values: kind.inOrder ? values : values.sort(byCount) };
      }),
    );
  }

  /** For facets that were not planned with the search: queries of their own. */
  async of(search: Search, names: readonly string[] | null | undefined, context: RequestContext): Promise<Facet[]> {
    const plan = this.plan(search, names);
    const own = plan.own.length > 0 ? [this.counting(search, plan.own)] : [];
    const answers = await this.engine.search([...own, ...plan.extra]);
    const [ownAnswer, extraAnswers] = own.length > 0 ? [answers[0], answers.slice(1)] : [undefined, answers];
    return this.labelled(this.read(plan, ownAnswer, extraAnswers), context);
  }

  private counting(search: Search, attributes: string[], without?: FacetedField): EngineQueryParams {
    return { ...this.query.of(search, without), limit: 0, facets: attributes };
  }

  /**
   * The chosen values that the engine did not list: no offer has them, unless it listed as many values as it may. Then they
   * are counted one by one.
   */
  private async unlisted(search: Search, kind: FacetKind, chosen: string[], listed: Counts): Promise<Counts> {
    const missing = chosen.filter((value) => !Object.hasOwn(listed, value));
    const all = Object.keys(listed).length < offerIndexSettings.faceting.maxValuesPerFacet;
    if (all || missing.length === 0) return Object.fromEntries(missing.map((value) => [value, 0]));
    const answers = await this.engine.search(
      missing.map((value) => ({
        ...this.query.of(search),
        filter: [...this.engineFilter.conditions(search.filter, kind.field), inList(kind.attribute, [value])],
        limit: 0,
      })),
    );
    return Object.fromEntries(missing.map((value, place) => [value, answers[place]!.estimatedTotalHits ?? 0]));
  }
}

/** Whether the search's filter chooses something in this field. */
function restricts({ filter }: Search, field: FacetedField): boolean {
  if (field === 'places') return filter.places !== null;
  const said = filter.said[field];
  return Array.isArray(said) ? said.length > 0 : said !== null && said !== undefined;
}

const french = new Intl.Collator('fr');
const byCount = (one: FacetValue, other: FacetValue): number =>
  other.count - one.count || french.compare(one.label, other.label);
