import { Field, ID, InputType } from '@nestjs/graphql';
import type { Gazetteer } from '../territories/gazetteer.js';
import { departmentScope, nation, regionScope, territoryScope } from './areas.js';

@InputType('StatisticsScopeInput', {
  isOneOf: true,
  description: 'Where figures are asked for. Exactly one field is given.',
})
export class StatisticsScopeInput {
  @Field(() => ID, { nullable: true, description: 'A Territoire d’industrie of either generation, by its id.' })
  territoryId?: string;

  @Field(() => String, { nullable: true, description: 'A region, by its INSEE code.' })
  regionCode?: string;

  @Field(() => String, { nullable: true, description: 'A department, by its INSEE code.' })
  departmentCode?: string;

  @Field(() => Boolean, { nullable: true, description: 'True for the whole of France.' })
  nation?: boolean;
}

/** A place that has figures. */
export interface Scope {
  key: string;
  kind: 'NATION' | 'REGION' | 'DEPARTMENT' | 'TERRITORY';
  code: string;
  name: string;
  /** Only of territories. */
  territoryId: string | null;
}

export const nationScope: Scope = { key: nation, kind: 'NATION', code: 'FR', name: 'France', territoryId: null };

/** Undefined for a place that does not exist. */
export function scopeOf(
  gazetteer: Gazetteer,
  { territoryId, regionCode, departmentCode, nation: whole }: StatisticsScopeInput,
): Scope | undefined {
  if (territoryId !== undefined) {
    const found = gazetteer.territory(territoryId);
    return (
      found && {
        key: territoryScope(found.id),
        kind: 'TERRITORY',
        code: found.code,
        name: found.name,
        territoryId: found.id,
      }
    );
  }
  if (regionCode !== undefined) {
    const found = gazetteer.region(regionCode);
    return found && { key: regionScope(found.code), kind: 'REGION', ...found, territoryId: null };
  }
  if (departmentCode !== undefined) {
    const found = gazetteer.department(departmentCode.toUpperCase());
    return (
      found && {
        key: departmentScope(found.code),
        kind: 'DEPARTMENT',
        code: found.code,
        name: found.name,
        territoryId: null,
      }
    );
  }
  return whole ? nationScope : undefined;
}
