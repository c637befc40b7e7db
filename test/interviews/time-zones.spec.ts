import { moment, paris, zoneOf } from '../../src/interviews/time-zones.js';

test.each([
  ['75056', 'Europe/Paris'],
  ['2A004', 'Europe/Paris'],
  ['97105', 'America/Guadeloupe'],
  ['97209', 'America/Martinique'],
  ['97302', 'America/Cayenne'],
  ['97411', 'Indian/Reunion'],
  ['97608', 'Indian/Mayotte'],
  [null, 'Europe/Paris'],
])('the clocks of %s are those of %s', (code, id) => {
  expect(zoneOf(code).id).toBe(id);
});

const plain = (text: string): string => text.replace(/\s+/g, ' ');

test('the hour is that of Paris on both sides of a change of the clocks', () => {
  expect(plain(moment(new Date('2027-03-27T09:00:00Z')).fr)).toBe('samedi 27 mars 2027 à 10:00');
  expect(plain(moment(new Date('2027-03-29T08:00:00Z'), paris).fr)).toBe('lundi 29 mars 2027 à 10:00');
  expect(plain(moment(new Date('2027-03-01T09:00:00Z'), paris).fr)).toBe('lundi 1er mars 2027 à 10:00');
  expect(plain(moment(new Date('2027-03-01T09:00:00Z'), paris).en)).toMatch(
    /^Monday 1 March 2027|^Monday, 1 March 2027/,
  );
  expect(plain(moment(new Date('2027-03-29T08:00:00Z')).en)).toMatch(/29 March 2027 at 10:00 \(Paris time\)$/);
});

test('overseas both are told, also when the days differ', () => {
  expect(plain(moment(new Date('2027-03-29T23:30:00Z'), zoneOf('97411')).fr)).toBe(
    'mardi 30 mars 2027 à 03:30, heure de La Réunion (à Paris : mardi 30 mars 2027 à 01:30)',
  );
  expect(plain(moment(new Date('2027-03-29T23:30:00Z'), zoneOf('97302')).fr)).toMatch(
    /^lundi 29 mars 2027 à 20:30, heure de Guyane \(à Paris : mardi 30/,
  );
});
