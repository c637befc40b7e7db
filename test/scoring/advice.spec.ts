import fc from 'fast-check';
import { same } from '../../src/common/text.js';
import { adviceFor } from '../../src/scoring/advice.js';
import { explainAdvice } from '../../src/scoring/explain-advice.js';
import { score } from '../../src/scoring/score.js';
import { aCandidate, anOffer, aPlace, knowing } from './a-match.js';
import { candidates, knowings, offers, places } from './arbitrary.js';
import { always, tenths } from './score-laws.js';

test('what is missing or hardly known, the greatest gain first', () => {
  const offer = anOffer({ requiredSkills: ['AMDEC', 'SPC', 'ISO 9001'], desiredSkills: ['5S', 'Kaizen'] });
  const candidate = aCandidate({
    skills: [
      { code: 'SPC', level: 'NOTION' },
      { code: 'ISO 9001', level: 'PRACTISED' },
    ],
  });
  expect(adviceFor(offer, candidate, aPlace(), knowing(), 9)).toEqual([
    { kind: 'LEARN', skill: 'AMDEC', gain: 11.8 },
    { kind: 'LEARN', skill: '5S', gain: 4.7 },
    { kind: 'LEARN', skill: 'Kaizen', gain: 4.7 },
    { kind: 'DEEPEN', skill: 'SPC', gain: 3.9 },
  ]);
  expect(adviceFor(offer, candidate, aPlace(), knowing())).toHaveLength(3);
});

test('a related skill that covers a part already leaves less to gain', () => {
  const know = knowing({ closeness: (asked, has) => (asked === 'AMDEC' && has === 'SPC' ? 80 : 0) });
  const gain = (knowledge = knowing()) => adviceFor(anOffer(), aCandidate(), aPlace(), knowledge)[0]!.gain;
  expect(gain()).toBe(15);
  expect(gain(know)).toBe(7);
});

test('none for a profile without skills, none when nothing is to be gained', () => {
  expect(adviceFor(anOffer(), aCandidate({ skills: [] }), aPlace(), knowing())).toEqual([]);
  const all = ['AMDEC', 'ISO 9001', 'SPC'].map((code) => ({ code, level: 'PRACTISED' as const }));
  expect(adviceFor(anOffer(), aCandidate({ skills: all }), aPlace(), knowing())).toEqual([]);
});

test('one whose best level is more than notions has nothing to deepen', () => {
  const twice = aCandidate({
    skills: [
      { code: 'SPC', level: 'NOTION' },
      { code: 'SPC', level: 'MASTERED' },
    ],
  });
  expect(adviceFor(anOffer({ requiredSkills: ['SPC'] }), twice, aPlace(), knowing())).toEqual([]);
});

test('the gain is exactly the difference of the two scores, and there is no greater one', () => {
  always(
    offers,
    candidates,
    places,
    knowings,
    fc.integer({ min: 0, max: 4 }),
    (offer, candidate, place, know, most) => {
      const now = tenths(score(offer, candidate, place, know).score);
      const gainOf = (code: string) => {
        const then = { ...candidate, skills: [...candidate.skills, { code, level: 'PRACTISED' as const }] };
        return tenths(score(offer, then, place, know).score) - now;
      };
      const advice = adviceFor(offer, candidate, place, know, most);
      for (const { skill, gain } of advice) expect(tenths(gain)).toBe(gainOf(skill));
      const gains = [...new Set([...offer.requiredSkills, ...offer.desiredSkills])]
        .map(gainOf)
        .filter((gain) => gain > 0);
      expect(advice.map(({ gain }) => tenths(gain))).toEqual(gains.sort((one, other) => other - one).slice(0, most));
    },
  );
});

test.each([
  ['LEARN', 9, 'Apprendre AMDEC : +9 points', 'Learn AMDEC: +9 points'],
  ['DEEPEN', 1.5, 'Pratiquer AMDEC : +1,5 point', 'Practise AMDEC: +1.5 points'],
  ['LEARN', 1, 'Apprendre AMDEC : +1 point', 'Learn AMDEC: +1 point'],
  ['DEEPEN', 0.1, 'Pratiquer AMDEC : +0,1 point', 'Practise AMDEC: +0.1 points'],
] as const)('%s for %d', (kind, gain, fr, en) => {
  expect(explainAdvice({ kind, skill: 'AMDEC', gain }, same)).toEqual({ fr, en });
});
