import type { Gazetteer } from '../territories/gazetteer.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { departmentScope, nation, regionScope, territoryScope } from './areas.js';
import type { Nesting } from './told-sets.js';

/** Nation, regions, these territories of one generation, departments last: territories are what the platform is about. */
export function nestingOf(gazetteer: Gazetteer, territories: readonly TerritoryFacts[]): Nesting {
  const regions = gazetteer.regions().map(({ code }) => regionScope(code));
  const holders = new Map<string, string[]>(regions.map((region) => [region, [nation]]));
  for (const { code, regionCode } of gazetteer.departments()) {
    holders.set(departmentScope(code), [nation, regionScope(regionCode)]);
  }
  const departments = gazetteer.departments().map(({ code }) => departmentScope(code));
  for (const { id, regionCodes, departmentCodes } of territories) {
    const only = (codes: readonly string[], scope: (code: string) => string): string[] =>
      codes.length === 1 ? codes.map(scope) : [];
    holders.set(territoryScope(id), [
      nation,
      ...only(regionCodes, regionScope),
      ...only(departmentCodes, departmentScope),
    ]);
  }
  const ofTerritories = territories.map(({ id }) => territoryScope(id));
  const families = new Map(
    [nation, ...regions, ...departments].map((holder) => [
      holder,
      [regions, departments, ofTerritories].map((family) =>
        family.filter((scope) => holders.get(scope)?.includes(holder)),
      ),
    ]),
  );
  return { scopes: [nation, ...regions, ...ofTerritories, ...departments], holders, families };
}
