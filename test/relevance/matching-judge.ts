import { score } from '../../src/scoring/score.js';
import type { Know } from '../../src/scoring/score-facts.js';
import { aPlace } from '../scoring/a-match.js';
import { EngineRanking } from './matching-engine.js';
import { bestTen, gainOf, mean, ndcgAt10 } from './matching-gain.js';
import type { World } from './matching-world.js';

const ways = ['ours', 'withoutCloseness', 'overlap', 'engineWords', 'engineSkills'] as const;
export type Quality = Record<(typeof ways)[number], number>;

const nowhere = aPlace({ km: null, radiusKm: null, inside: false, communeCode: null });

/** The mean nDCG@10 of each way of ranking all candidates, over all offers. */
export async function judge(world: World, know: Know, labelOf: (skill: string) => string): Promise<Quality> {
  const found: Record<string, number[]> = Object.fromEntries(ways.map((way) => [way, []]));
  const engine = await EngineRanking.over(world, labelOf, `t${process.pid}_matching`);
  const strangers: Know = { ...know, closeness: () => 0 };
  for (const { facts: offer, trade } of world.offers) {
    const gains = world.candidates.map((candidate) => gainOf(trade, candidate.trade));
    const asked = [...offer.requiredSkills, ...offer.desiredSkills];
    const scores = (knows: Know) => world.candidates.map(({ facts }) => score(offer, facts, nowhere, knows).score);
    const worths: Record<(typeof ways)[number], number[]> = {
      ours: scores(know),
      withoutCloseness: scores(strangers),
      overlap: world.candidates.map(({ facts }) => facts.skills.filter(({ code }) => asked.includes(code)).length),
      engineWords: await engine.words(asked),
      engineSkills: await engine.skills(asked),
    };
    for (const way of ways) {
      const ten = bestTen(worths[way]).map((place) => gains[place]!);
      found[way]!.push(ndcgAt10(ten, gains));
    }
  }
  await engine.drop();
  return Object.fromEntries(ways.map((way) => [way, mean(found[way]!)])) as Quality;
}
