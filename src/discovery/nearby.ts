import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import type { Text } from '../common/text.js';
import { type EngineQueryParams, SearchEngine } from '../indexing/search-engine.js';
import type { ReadFilter } from '../offers/offer-filter.js';
import { isOpen } from '../offers/offer-status.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { inList } from '../search/engine-filter.js';
import { EngineQuery } from '../search/engine-query.js';
import type { FoundOffers } from '../search/offer-search.service.js';
import type { Search } from '../search/search.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { ofCommune } from '../territories/commune-words.js';
import { NearbyPlaces } from './nearby-places.js';
import type { NearbyKind } from './nearby.type.js';
import { RelatedOccupations } from './related-occupations.js';

/** A search that finds as many has found enough. */
const enough = 10;

const mostOccupations = 3;

interface Group {
  kind: NearbyKind;
  code: string;
  label: Text;
  query: EngineQueryParams;
}

export interface FoundNearby extends Pick<Group, 'kind' | 'code'> {
  label: string;
  totalCount: number;
  offers: Offer[];
}

/** What a search that found little might have meant as well: told apart from what it found, and why. */
@Injectable()
export class Nearby {
  constructor(
    private readonly engine: SearchEngine,
    private readonly query: EngineQuery,
    private readonly places: NearbyPlaces,
    private readonly related: RelatedOccupations,
    private readonly occupations: OccupationsLoader,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  /** All groups in one request to the engine; those that hold nothing are left out. */
  async of(found: FoundOffers, first: number, context: RequestContext): Promise<FoundNearby[]> {
    if (found.totalCount >= enough) return [];
    const { search } = found;
    const [shown, occupations] = await Promise.all([this.idsOf(found), this.relatedOccupations(search, context)]);
    const groups = [...this.around(search), ...this.territories(search), ...occupations];
    const answers = await this.engine.search(
      groups.map(({ query }) => ({
        ...query,
        filter: [...(query.filter as string[]), ...(shown.length > 0 ? [`NOT ${inList('id', shown)}`] : [])],
        limit: first,
      })),
    );
    const rows = await this.offers.byIds(answers.flatMap(({ hits }) => hits.map(({ id }) => id)));
    const today = this.clock.today();
    return groups
      .map(({ kind, code, label }, index) => ({
        kind,
        code,
        label: label[context.language],
        totalCount: answers[index]!.estimatedTotalHits ?? 0,
        offers: answers[index]!.hits.flatMap(({ id }) => rows.get(id) ?? []).filter((offer) => isOpen(offer, today)),
      }))
      .filter(({ offers }) => offers.length > 0);
  }

  /** Of all offers found, which are few; the page may show only some of them. */
  private async idsOf({ nodes, totalCount, search }: FoundOffers): Promise<string[]> {
    if (nodes.length === totalCount) return nodes.map(({ id }) => id);
    const [all] = await this.engine.search([{ ...this.query.of(search), limit: enough }]);
    return all!.hits.map(({ id }) => id);
  }

  private around(search: Search): Group[] {
    return this.places.surroundings(search).map(({ commune, km, places }) => ({
      kind: 'AROUND',
      code: commune.code,
      label: { fr: `À moins de ${km} km ${ofCommune(commune.name)}`, en: `Within ${km} km of ${commune.name}` },
      query: this.asking(search, { ...search.filter, places }),
    }));
  }

  private territories(search: Search): Group[] {
    return this.places.territories(search).map(({ territory: { id, name }, places, own }) => ({
      kind: 'NEIGHBOURING_TERRITORY',
      code: id,
      label: own
        ? { fr: `Dans le même territoire : ${name}`, en: `In the same territory: ${name}` }
        : { fr: `Dans le territoire voisin : ${name}`, en: `In the neighbouring territory: ${name}` },
      query: this.asking(search, { ...search.filter, places }),
    }));
  }

  /** In the places asked for and by its other filters, whatever the words. */
  private async relatedOccupations(search: Search, context: RequestContext): Promise<Group[]> {
    const asked = new Set([
      ...search.understanding.concepts.filter(({ kind }) => kind === 'OCCUPATION').map(({ code }) => code),
      ...(search.filter.said.occupationCodes ?? []),
    ]);
    const related = await Promise.all([...asked].slice(0, mostOccupations).map((code) => this.related.of(code)));
    const codes = alternating(related).filter((code) => !asked.has(code));
    const rows = await Promise.all(
      [...new Set(codes)].slice(0, mostOccupations).map((code) => this.occupations.load(context, code)),
    );
    return rows.map(({ code, labelFr, labelEn }) => {
      const said = { ...search.filter.said, occupationCodes: [code] };
      const label = { fr: labelFr, en: labelEn ?? labelFr };
      return {
        kind: 'RELATED_OCCUPATION',
        code,
        label: { fr: `Métier proche : ${label.fr}`, en: `Related occupation: ${label.en}` },
        query: this.asking({ ...search, words: '', trade: [], callings: null }, { ...search.filter, said }),
      };
    });
  }

  private asking(search: Search, filter: ReadFilter): EngineQueryParams {
    return this.query.of({ ...search, filter });
  }
}

/** The first of each list, then the second of each. */
const alternating = (lists: readonly string[][]): string[] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, place) =>
    lists.flatMap((list) => list[place] ?? []),
  ).flat();
