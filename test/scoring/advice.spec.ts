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
    { kind: 'LEARN', skill: 'AMDEC', level: 'PRACTISED', gain: 11.8 },
    { kind: 'LEARN', skill: '5S', level: 'PRACTISED', gain: 4.7 },
    { kind: 'LEARN', skill: 'Kaizen', level: 'PRACTISED', gain: 4.7 },
    { kind: 'DEEPEN', skill: 'SPC', level: 'PRACTISED', gain: 3.9 },
    { kind: 'DEEPEN', skill: 'ISO 9001', level: 'MASTERED', gain: 1.3 },
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
  const all = ['AMDEC', 'ISO 9001', 'SPC'].map((code) => ({ code, level: 'MASTERED' as const }));
  expect(adviceFor(anOffer(), aCandidate({ skills: all }), aPlace(), knowing())).toEqual([]);
});

test('one whose best level is the highest has nothing to deepen', () => {
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
        const held = candidate.skills.find((skill) => skill.code === code);
        const level = held && held.level !== 'NOTION' ? ('MASTERED' as const) : ('PRACTISED' as const);
        const then = { ...candidate, skills: [...candidate.skills, { code, level }] };
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
  ['LEARN', 'PRACTISED', 9, 'Apprendre AMDEC : +9 points', 'Learn AMDEC: +9 points'],
  ['DEEPEN', 'PRACTISED', 1.5, 'Pratiquer AMDEC : +1,5 point', 'Practise AMDEC: +1.5 points'],
  ['LEARN', 'PRACTISED', 1, 'Apprendre AMDEC : +1 point', 'Learn AMDEC: +1 point'],
  ['DEEPEN', 'MASTERED', 0.1, 'Maîtriser AMDEC : +0,1 point', 'Master AMDEC: +0.1 points'],
] as const)('%s %s for %d', (kind, level, gain, fr, en) => {
  const said = explainAdvice({ kind, skill: 'AMDEC', level, gain }, same);
  expect({ fr: said.fr.replace('\u00a0', ' '), en: said.en }).toEqual({ fr, en });
});
