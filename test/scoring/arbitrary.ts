import fc from 'fast-check';
import { skillLevels } from '../../src/candidates/skill-level.js';
import type { CandidateFacts, Know, OfferFacts, Place } from '../../src/scoring/score-facts.js';
import { full, weights } from '../../src/scoring/weights.js';
import { contractTypes, missionCategories, remoteWorks } from '../../src/offers/offer-words.js';
import { studyLevels } from '../../src/skills/study-level.js';

export const skillCodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const codes = (most: number) => fc.uniqueArray(fc.constantFrom(...skillCodes), { maxLength: most });
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });
const occupation = fc.constantFrom('H1502', 'H1506', 'H1402', 'M1402', 'N1303');
const fits = fc.oneof(fc.integer({ min: 0, max: full }), fc.constantFrom(0, 1, full - 1, full));
const pay = fc.integer({ min: 18_000, max: 60_000 });

export const offers: fc.Arbitrary<OfferFacts> = fc.record({
  id: fc.constant('offer'),
  requiredSkills: codes(6),
  desiredSkills: codes(4),
  studyLevel: maybe(fc.constantFrom(...studyLevels)),
  contractType: fc.constantFrom(...contractTypes),
  missionCategory: fc.constantFrom(...missionCategories),
  occupationCode: maybe(occupation),
  startsOn: maybe(day),
  salaryMin: maybe(pay),
  salaryMax: maybe(pay),
  remoteWork: fc.constantFrom(...remoteWorks),
  communeCodes: fc.constant(['01283']),
  responsiveness: maybe(fits),
});

export const candidates: fc.Arbitrary<CandidateFacts> = fc.record({
  id: fc.constant('candidate'),
  skills: fc.uniqueArray(fc.record({ code: fc.constantFrom(...skillCodes), level: fc.constantFrom(...skillLevels) }), {
    selector: ({ code }) => code,
    minLength: 1,
    maxLength: 8,
  }),
  studyLevel: maybe(fc.constantFrom(...studyLevels)),
  diplomaOn: maybe(day),
  contractTypes: fc.uniqueArray(fc.constantFrom(...contractTypes)),
  missionCategories: fc.uniqueArray(fc.constantFrom(...missionCategories)),
  occupationCodes: fc.uniqueArray(occupation),
  availableFrom: maybe(day),
  salaryAtLeast: maybe(pay),
  remoteWork: fc.uniqueArray(fc.constantFrom(...remoteWorks)),
  hasPlaces: fc.boolean(),
});

/** As `Wishes` tells them: to the tenth of a kilometre. */
export const kilometres: fc.Arbitrary<number> = fc.integer({ min: 0, max: 2_000 }).map((tenths) => tenths / 10);

export const places: fc.Arbitrary<Place> = fc.record({
  km: maybe(kilometres),
  radiusKm: maybe(fc.integer({ min: 0, max: 200 })),
  inside: fc.boolean(),
  communeCode: fc.constant('01283'),
});

/**
 * What is known beyond the two, by any set of weights ever used: skills next to each other in the alphabet are close, each
 * with a rarity of its own; occupations are close by the first letter of their codes.
 */
export const knowings: fc.Arbitrary<Know> = fc
  .record({
    close: fc.integer({ min: 0, max: 100 }),
    rarities: fc.array(fc.integer({ min: 50, max: 150 }), { minLength: 10, maxLength: 10 }),
    domain: fits,
    weights: fc.constantFrom(...Object.values(weights)),
  })
  .map(({ close, rarities, domain, weights }) => ({
    closeness: (asked, has) => (Math.abs(skillCodes.indexOf(asked) - skillCodes.indexOf(has)) === 1 ? close : 0),
    rarity: (code) => rarities[skillCodes.indexOf(code)]!,
    occupations: (asked, wished) => (asked[0] === wished[0] ? domain : 0),
    weights,
  }));
