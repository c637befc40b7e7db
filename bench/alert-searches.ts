import type { DataSource } from 'typeorm';
import { batches, Dice } from './dice.js';
import * as said from './industry-words.js';
import type { World } from './population.js';

export interface MadeSearch {
  id: string;
  candidateId: string;
  words: string;
  filter: Record<string, unknown>;
}

const contracts = ['CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'];
const levels = ['BAC', 'BAC_2', 'BAC_3', 'BAC_5'];
const missions = ['RIGHT_HAND', 'INNOVATION', 'PRODUCTION', 'QUALITY_SAFETY_ENVIRONMENT', 'SUPPLY_CHAIN'];

/** One for each candidate: a job, a skill, a field or no words at all; mostly around a town or in a department. */
export function makeSearches({ communes, occupations, skillLabels }: World, candidateIds: readonly string[], seed = 7) {
  const dice = new Dice(seed);
  const labels = [...skillLabels.values()];
  const words = (): string => {
    const job = masculine(dice.pick(dice.pick(occupations).titles));
    const roll = dice.next();
    if (roll < 0.35) return job;
    if (roll < 0.5) return `${job} ${dice.pick(said.fields)}`;
    if (roll < 0.6) return dice.pick(labels);
    if (roll < 0.7) return `${dice.pick(said.fields)} alternance`;
    return '';
  };
  const places = (): object => {
    const { code, department } = dice.pick(communes);
    const roll = dice.next();
    if (roll < 0.6) return { places: [{ commune: { code, radiusKm: dice.pick([20, 30, 50, 100]) } }] };
    return roll < 0.85 ? { places: [{ departmentCode: department }] } : {};
  };
  return candidateIds.map((candidateId): MadeSearch => ({
    id: dice.uuid(),
    candidateId,
    words: words(),
    filter: {
      ...places(),
      ...(dice.chance(0.4) && { contractTypes: dice.some(contracts, 1, 2) }),
      ...(dice.chance(0.4) && { studyLevel: dice.pick(levels) }),
      ...(dice.chance(0.15) && { missionCategories: dice.some(missions, 1, 2) }),
      ...(dice.chance(0.1) && { salaryAtLeast: dice.int(24, 38) * 1000 }),
    },
  }));
}

/** "Technicien / Technicienne qualité" as one types it. */
const masculine = (title: string): string => title.replace(/^(.+?) \/ \S+/u, '$1');

export async function insertSearches(db: Pick<DataSource, 'query'>, searches: readonly MadeSearch[]): Promise<void> {
  for (const batch of batches(searches)) {
    await db.query(
      `INSERT INTO saved_search (id, candidate_id, name, words, filter)
       SELECT id, "candidateId", 'Recherche', words, filter
       FROM jsonb_to_recordset($1) AS row (id uuid, "candidateId" uuid, words text, filter jsonb)`,
      [JSON.stringify(batch)],
    );
  }
}
