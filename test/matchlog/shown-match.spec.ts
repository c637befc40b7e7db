import fc from 'fast-check';
import { keptMatch, namesAgain, scoredAgain } from '../../src/matchlog/shown-match.js';
import { explain, type Names } from '../../src/scoring/explain.js';
import { score } from '../../src/scoring/score.js';
import type { Scored } from '../../src/scoring/score-facts.js';
import { candidates, knowings, offers, places as anyPlaces } from '../scoring/arbitrary.js';

const names: Names = {
  skill: (code) => ({ fr: `compétence ${code}`, en: `skill ${code}` }),
  occupation: (code) => ({ fr: `métier ${code}`, en: `occupation ${code}` }),
  commune: (code) => `Ville ${code}`,
};

const places = fc
  .tuple(anyPlaces, fc.option(fc.constant('01053')))
  .map(([place, fromCommuneCode]) => ({ ...place, fromCommuneCode }));

/** As it comes back from the database. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

test('a match comes back as it was shown, with its sentences, from what is kept alone', () => {
  fc.assert(
    fc.property(offers, candidates, places, knowings, (offer, candidate, place, know) => {
      const scored = score(offer, candidate, place, know);
      const kept = stored(keptMatch(scored, names));
      const again = scoredAgain(kept, Math.round(scored.score * 10), scored.scoringVersion);
      expect(again).toEqual({ ...scored, rankKm: null, evidence: 0 } satisfies Scored);
      expect(again.parts.map((part) => explain(part, namesAgain(kept)))).toEqual(
        scored.parts.map((part) => explain(part, names)),
      );
    }),
  );
});

test('only names that a sentence says are kept', () => {
  fc.assert(
    fc.property(offers, candidates, places, knowings, (offer, candidate, place, know) => {
      const scored = score(offer, candidate, place, know);
      const said = scored.parts.map((part) => explain(part, names).fr).join(' ');
      for (const name of Object.values(keptMatch(scored, names).names.skills)) expect(said).toContain(name[0]);
    }),
  );
});
