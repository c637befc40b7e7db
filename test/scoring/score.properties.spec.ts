import fc from 'fast-check';
import { skillLevels } from '../../src/candidates/skill-level.js';
import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName, Scored } from '../../src/scoring/score-facts.js';
import { candidates, knowings, offers, places, skillCodes } from './arbitrary.js';

const always = <Values extends [unknown, ...unknown[]]>(
  ...parameters: Parameters<typeof fc.property<Values>>
): void => {
  fc.assert(fc.property(...parameters), { numRuns: 300 });
};
const tenths = (points: number): number => Math.round(points * 10);
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const part = ({ parts }: Scored, criterion: CriterionName) => parts.find((one) => one.criterion === criterion);

test('parts add up to the score, and what was possible to 100, to the last tenth', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const { score: points, parts, scored } = score(offer, candidate, place, know);
    expect(sum(parts.map((one) => tenths(one.points)))).toBe(tenths(points));
    expect(points).toBe(tenths(points) / 10);
    expect(points >= 0 && points <= 100).toBe(true);
    if (scored) expect(sum(parts.map((one) => tenths(one.pointsPossible)))).toBe(1000);
    for (const one of parts) {
      expect(one.points >= 0 && one.points <= one.pointsPossible).toBe(true);
      expect(one.fit >= 0 && one.fit <= 1).toBe(true);
      expect(Math.abs(one.points - one.fit * one.pointsPossible)).toBeLessThan(0.21);
    }
  });
});

test('parts come in order of weight, each criterion once', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const weights = score(offer, candidate, place, know).parts.map(({ criterion }) => know.weights.criteria[criterion]);
    expect(weights).toEqual([...weights].sort((one, other) => other - one));
  });
});

test('the order in which things were written changes nothing', () => {
  const reversed = <Value>(values: Value[]): Value[] => [...values].reverse();
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const turnedOffer = {
      ...offer,
      requiredSkills: reversed(offer.requiredSkills),
      desiredSkills: reversed(offer.desiredSkills),
    };
    const turned: CandidateFacts = {
      ...candidate,
      skills: reversed(candidate.skills),
      contractTypes: reversed(candidate.contractTypes),
      missionCategories: reversed(candidate.missionCategories),
      occupationCodes: reversed(candidate.occupationCodes),
      remoteWork: reversed(candidate.remoteWork),
    };
    expect(score(turnedOffer, turned, place, know)).toEqual(score(offer, candidate, place, know));
  });
});

test('who they are changes nothing', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    expect(score({ ...offer, id: 'x' }, { ...candidate, id: 'y' }, place, know)).toEqual(
      score(offer, candidate, place, know),
    );
  });
});

test('one more skill never lowers the score', () => {
  const more = fc.record({ code: fc.constantFrom(...skillCodes), level: fc.constantFrom(...skillLevels) });
  always(offers, candidates, places, knowings, more, (offer, candidate, place, know, skill) => {
    const richer = { ...candidate, skills: [...candidate.skills, skill] };
    expect(score(offer, richer, place, know).score).toBeGreaterThanOrEqual(score(offer, candidate, place, know).score);
  });
});

test('a higher level of a skill never lowers the score', () => {
  always(offers, candidates, places, knowings, fc.nat(), (offer, candidate, place, know, pick) => {
    const at = pick % candidate.skills.length;
    const scores = skillLevels.map((level) => {
      const skills = candidate.skills.map((skill, position) => (position === at ? { ...skill, level } : skill));
      return score(offer, { ...candidate, skills }, place, know).score;
    });
    expect(scores).toEqual([...scores].sort((one, other) => one - other));
  });
});

test('nearer never lowers the score', () => {
  const km = fc.double({ min: 0, max: 200, noNaN: true });
  always(offers, candidates, places, knowings, km, km, (offer, candidate, place, know, one, other) => {
    const [near, far] = [Math.min(one, other), Math.max(one, other)];
    const at = (distance: number) => score(offer, candidate, { ...place, km: distance }, know).score;
    expect(at(near)).toBeGreaterThanOrEqual(at(far));
  });
});

test('inside a place wished for is never worse than outside it', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const at = (inside: boolean) => score(offer, candidate, { ...place, inside }, know).score;
    expect(at(true)).toBeGreaterThanOrEqual(at(false));
  });
});

/** Each way for a candidate to fall silent on one criterion. */
const silences: Partial<Record<CriterionName, Partial<CandidateFacts>>> = {
  DISTANCE: { hasPlaces: false },
  OCCUPATION: { occupationCodes: [] },
  STUDY_LEVEL: { studyLevel: null },
  CONTRACT: { contractTypes: [] },
  AVAILABILITY: { availableFrom: null },
  MISSION: { missionCategories: [] },
  SALARY: { salaryAtLeast: null },
};

describe.each(Object.entries(silences) as [CriterionName, Partial<CandidateFacts>][])(
  'silence on %s',
  (criterion, silence) => {
    test('never beats a known good, and is never punished below the average of the rest', () => {
      always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
        const spoken = score(offer, candidate, place, know);
        const known = part(spoken, criterion);
        const silent = score(offer, { ...candidate, ...silence }, place, know);
        expect(part(silent, criterion)).toBeUndefined();
        if (!known || !silent.scored) return;
        if (known.fit === 1) expect(silent.score).toBeLessThanOrEqual(spoken.score);
        const others = spoken.parts.filter((one) => one.criterion !== criterion);
        const weight = sum(others.map((one) => know.weights.criteria[one.criterion]));
        const average = sum(others.map((one) => one.fit * know.weights.criteria[one.criterion])) / weight;
        expect(Math.abs(silent.score - 100 * average)).toBeLessThan(0.051);
      });
    });
  },
);

test('what is matched, missing and related is what is asked', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const { matchedSkills, missingSkills, relatedSkills } = score(offer, candidate, place, know);
    const asked = new Set([...offer.requiredSkills, ...offer.desiredSkills]);
    const held = new Set(candidate.skills.map(({ code }) => code));
    expect(new Set([...matchedSkills, ...missingSkills])).toEqual(asked);
    expect(matchedSkills.length + missingSkills.length).toBe(asked.size);
    expect(matchedSkills.every((code) => held.has(code))).toBe(true);
    expect(relatedSkills.every((one) => missingSkills.includes(one.asked) && held.has(one.has))).toBe(true);
  });
});
