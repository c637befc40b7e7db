import type { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryGeneration } from '../territories/generation.js';
import type { Part } from './safe-split.js';

/** What a department has of a territory, or of none (''). Every scope is a sum of areas. */
export interface Area {
  departmentCode: string;
  territoryId: string;
}

export const nation = 'nation';
export const regionScope = (code: string): string => `region:${code}`;
export const departmentScope = (code: string): string => `department:${code}`;
export const territoryScope = (id: string): string => `territory:${id}`;

/** All areas, those of counts whose territories changed since included; their scopes; and how they lie in one another. */
export class Areas {
  readonly areas: Area[] = [];
  readonly root: Part;
  private readonly positions = new Map<string, number>();
  private readonly byScope = new Map<string, Set<number>>();

  /** `listed` are the generations in force in the months counted: their territories have areas even where nobody did anything. */
  constructor(
    private readonly gazetteer: Gazetteer,
    counted: Iterable<Area>,
    listed: Iterable<TerritoryGeneration>,
  ) {
    for (const { code } of gazetteer.departments()) this.position({ departmentCode: code, territoryId: '' });
    for (const generation of listed) {
      for (const { id, departmentCodes } of gazetteer.territoriesOfGeneration(generation)) {
        for (const departmentCode of departmentCodes) this.position({ departmentCode, territoryId: id });
      }
    }
    for (const area of counted) this.position(area);
    this.root = this.treeOf();
  }

  position({ departmentCode, territoryId }: Area): number {
    const key = `${departmentCode} ${territoryId}`;
    let position = this.positions.get(key);
    if (position === undefined) {
      position = this.areas.push({ departmentCode, territoryId }) - 1;
      this.positions.set(key, position);
      for (const scope of this.scopes({ departmentCode, territoryId })) {
        const areas = this.byScope.get(scope) ?? new Set();
        this.byScope.set(scope, areas.add(position));
      }
    }
    return position;
  }

  of(scope: string): ReadonlySet<number> {
    return this.byScope.get(scope) ?? new Set();
  }

  private scopes({ departmentCode, territoryId }: Area): string[] {
    const region = this.gazetteer.department(departmentCode)?.regionCode ?? '';
    const scopes = [nation, regionScope(region), departmentScope(departmentCode)];
    return territoryId ? [...scopes, territoryScope(territoryId)] : scopes;
  }

  /** Nation, regions, what each has of a territory or of none, and of that each department’s. */
  private treeOf(): Part {
    const regions = new Map<string, Map<string, Part[]>>();
    this.areas.forEach((area, position) => {
      const region = this.gazetteer.department(area.departmentCode)?.regionCode ?? '';
      const territories = regions.get(region) ?? new Map<string, Part[]>();
      regions.set(region, territories);
      const key = `${region} ${area.territoryId}`;
      const leaf = { key: `${key} ${area.departmentCode}`, areas: [position], parts: [] };
      territories.set(key, [...(territories.get(key) ?? []), leaf]);
    });
    return whole(
      nation,
      Array.from(regions, ([region, territories]) =>
        whole(
          region,
          Array.from(territories, ([key, leaves]) => whole(key, leaves)),
        ),
      ),
    );
  }
}

const whole = (key: string, parts: Part[]): Part => ({ key, parts, areas: parts.flatMap(({ areas }) => areas) });

/** Every scope that has figures, in a lasting order. */
export const scopesOf = (gazetteer: Gazetteer): string[] => [
  nation,
  ...gazetteer.regions().map(({ code }) => regionScope(code)),
  ...gazetteer.departments().map(({ code }) => departmentScope(code)),
  ...gazetteer.territoriesOfGeneration('CURRENT_2023_2027').map(({ id }) => territoryScope(id)),
  ...gazetteer.territoriesOfGeneration('LAUNCH_2018_2022').map(({ id }) => territoryScope(id)),
];
