import fc from 'fast-check';
import { skillLevels } from '../../src/candidates/skill-level.js';
import { score } from '../../src/scoring/score.js';
import type { CandidateFacts, CriterionName } from '../../src/scoring/score-facts.js';
import { candidates, kilometres, knowings, offers, places, skillCodes } from './arbitrary.js';
import { always, meanOf, part, sum, tenths, weightsOf } from './score-laws.js';

test('parts add up to the score, and what was possible to 100, to the last tenth', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const { score: points, parts, scored } = score(offer, candidate, place, know);
    expect(sum(parts.map((one) => tenths(one.points)))).toBe(tenths(points));
    expect(points).toBe(tenths(points) / 10);
    expect(points >= 0 && points <= 100).toBe(true);
    if (scored) expect(sum(parts.map((one) => tenths(one.pointsPossible)))).toBe(1000);
    for (const { fit } of parts) expect(Number.isInteger(fit) && fit >= 0 && fit <= 10_000).toBe(true);
  });
});

test('parts come in order of weight, each criterion once', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const { parts } = score(offer, candidate, place, know);
    const weights = weightsOf(parts, know);
    expect(weights).toEqual([...weights].sort((one, other) => other - one));
    expect(new Set(parts.map(({ criterion }) => criterion)).size).toBe(parts.length);
  });
});

test('the order in which things were written changes nothing, nor does saying one twice', () => {
  const turned = <Value>(values: Value[]): Value[] => [...values, ...values].reverse();
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const turnedOffer = {
      ...offer,
      requiredSkills: turned(offer.requiredSkills),
      desiredSkills: turned(offer.desiredSkills),
    };
    const turnedCandidate: CandidateFacts = {
      ...candidate,
      skills: turned(candidate.skills),
      contractTypes: turned(candidate.contractTypes),
      missionCategories: turned(candidate.missionCategories),
      occupationCodes: turned(candidate.occupationCodes),
      remoteWork: turned(candidate.remoteWork),
    };
    expect(score(turnedOffer, turnedCandidate, place, know)).toEqual(score(offer, candidate, place, know));
  });
});

test('who they are changes nothing', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    expect(score({ ...offer, id: 'x' }, { ...candidate, id: 'y' }, place, know)).toEqual(
      score(offer, candidate, place, know),
    );
  });
});

const more = fc.record({ code: fc.constantFrom(...skillCodes), level: fc.constantFrom(...skillLevels) });

test('one more skill never lowers the score, asked for or not', () => {
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

test('nearer never lowers the score, across the edge of the place wished for too', () => {
  const radius = fc.integer({ min: 1, max: 200 });
  const km = kilometres;
  always(offers, candidates, knowings, radius, km, km, (offer, candidate, know, radiusKm, one, other) => {
    const [near, far] = [Math.min(one, other), Math.max(one, other)];
    const at = (km: number) => {
      const place = { km, radiusKm, inside: km <= radiusKm, communeCode: null };
      return score(offer, candidate, place, know).score;
    };
    expect(at(near)).toBeGreaterThanOrEqual(at(far));
  });
});

test('inside a place wished for is never worse than outside it', () => {
  always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
    const at = (inside: boolean) => score(offer, candidate, { ...place, inside }, know).score;
    expect(at(true)).toBeGreaterThanOrEqual(at(false));
  });
});

describe('how the company answers', () => {
  const fit = fc.integer({ min: 0, max: 10_000 });

  test('moves a score by three points at most, against any other answer and against knowing nothing', () => {
    always(offers, candidates, places, knowings, fit, fit, (offer, candidate, place, know, one, other) => {
      const at = (responsiveness: number | null) =>
        tenths(score({ ...offer, responsiveness }, candidate, place, know).score);
      expect(Math.abs(at(one) - at(other))).toBeLessThanOrEqual(10 * know.weights.responsiveness);
      expect(Math.abs(at(one) - at(null))).toBeLessThanOrEqual(10 * know.weights.responsiveness);
      expect(know.weights.responsiveness).toBeLessThanOrEqual(3);
    });
  });

  test('never lowers a score by being better', () => {
    always(offers, candidates, places, knowings, fit, fit, (offer, candidate, place, know, one, other) => {
      const at = (responsiveness: number) => score({ ...offer, responsiveness }, candidate, place, know).score;
      expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)));
    });
  });

  test('never makes a score, nor takes one away', () => {
    always(offers, candidates, places, knowings, fit, (offer, candidate, place, know, responsiveness) => {
      const answered = score({ ...offer, responsiveness }, candidate, place, know);
      const unknown = score({ ...offer, responsiveness: null }, candidate, place, know);
      expect(answered.unscoredBecause).toBe(unknown.unscoredBecause);
      if (!answered.scored) expect(part(answered, 'RESPONSIVENESS')).toBeUndefined();
    });
  });
});

/** Each way for one of the two to fall silent on one criterion. */
const silences: [CriterionName, Partial<Parameters<typeof score>[0]>, Partial<CandidateFacts>][] = [
  ['SKILLS', { requiredSkills: [], desiredSkills: [] }, {}],
  ['DISTANCE', {}, { hasPlaces: false }],
  ['OCCUPATION', {}, { occupationCodes: [] }],
  ['OCCUPATION', { occupationCode: null }, {}],
  ['STUDY_LEVEL', {}, { studyLevel: null }],
  ['STUDY_LEVEL', { studyLevel: null }, {}],
  ['CONTRACT', {}, { contractTypes: [] }],
  ['AVAILABILITY', {}, { availableFrom: null }],
  ['AVAILABILITY', { startsOn: null }, {}],
  ['MISSION', {}, { missionCategories: [] }],
  ['SALARY', {}, { salaryAtLeast: null }],
  ['SALARY', { salaryMin: null, salaryMax: null }, {}],
  ['REMOTE_WORK', {}, { remoteWork: [] }],
  ['RESPONSIVENESS', { responsiveness: null }, {}],
];

test.each(silences)(
  'silence on %s (%j %j) never beats a known good, and is never punished below the average of the rest',
  (criterion, offerSilence, candidateSilence) => {
    always(offers, candidates, places, knowings, (offer, candidate, place, know) => {
      // A wish about remote work also says how little a distance matters.
      fc.pre(criterion !== 'REMOTE_WORK' || offer.remoteWork !== 'FULL');
      const spoken = score(offer, candidate, place, know);
      const known = part(spoken, criterion);
      const silent = score({ ...offer, ...offerSilence }, { ...candidate, ...candidateSilence }, place, know);
      expect(part(silent, criterion)).toBeUndefined();
      if (!known || !silent.scored) return;
      const others = spoken.parts.filter((one) => one.criterion !== criterion);
      expect(Math.abs(silent.score - meanOf(others, know) / 100)).toBeLessThan(0.051);
      const between = others.filter((one) => one.criterion !== 'RESPONSIVENESS');
      if (known.fit >= meanOf(between, know)) expect(silent.score).toBeLessThanOrEqual(spoken.score);
      else expect(silent.score).toBeGreaterThanOrEqual(spoken.score);
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
