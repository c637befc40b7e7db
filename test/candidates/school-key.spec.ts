import { schoolKey } from '../../src/candidates/school-key.js';

test.each([
  ['INSA Lyon', 'insa lyon'],
  ['Insa de LYON', 'insa lyon'],
  ['IUT de St-Étienne', 'iut saint etienne'],
  ['École d’ingénieurs de l’Ain', 'ecole ingenieurs ain'],
  ['L’A', 'l a'],
  ['', null],
  [null, null],
])('%s is counted as %s', (school, key) => {
  expect(schoolKey(school)).toBe(key);
});
