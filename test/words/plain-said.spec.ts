import { plainSaid } from '../../src/words/plain-said.js';

test.each([
  ['ingénieur·e qualité', 'ingénieur qualité'],
  ['ingénieur-e qualité', 'ingénieur qualité'],
  ['acheteur-euse, animateur-rice', 'acheteur, animateur'],
  ['chargé(e)s d’affaires', 'chargé d’affaires'],
  ['technicien.ne méthodes', 'technicien méthodes'],
  ['porte-parole, sous-traitance, vis-à-vis', 'porte-parole, sous-traitance, vis-à-vis'],
  ['r.h. et G.M.A.O', 'rh et GMAO'],
  ['<b>qualité</b>', 'qualité'],
  ['qual\u200bité', 'qualité'],
  ['alternance 12 mois Dole', 'alternance Dole'],
  ['12 rue des Lilas Oyonnax', 'Oyonnax'],
  ['bac+3 qualité 69', 'bac+3 qualité 69'],
])('%s is read as "%s"', (said, plain) => {
  const { text, km } = plainSaid(said);
  expect([text.replace(/\s+/g, ' ').trim(), km]).toEqual([plain, null]);
});

test.each([
  ['data analyst à 30 km de Nantes', 'data analyst Nantes', 30],
  ['soudeur dans un rayon de 50 kilomètres autour de Lyon', 'soudeur Lyon', 50],
  ['20 km de Rennes data', 'Rennes data', 20],
  ['Dole à moins de 15km', 'Dole', 15],
  ['technicien près de Lyon', 'technicien près de Lyon', 30],
  ['autour d’Oyonnax', 'autour d’Oyonnax', 30],
])('%s asks for what lies around', (said, plain, km) => {
  const { text, km: asked } = plainSaid(said);
  expect([text.replace(/\s+/g, ' ').trim(), asked]).toEqual([plain, km]);
});
