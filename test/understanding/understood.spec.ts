import { Clock } from '../../src/common/clock.js';
import { SuggestPlaces } from '../../src/discovery/suggest-places.js';
import { Gazetteer } from '../../src/territories/gazetteer.js';
import { Understood } from '../../src/understanding/understood.js';
import { realPlaces } from '../territories/real-places.js';
import { realLexicon, realUnderstood } from './real-understood.js';

/** What is read in the words of a search, on the real places and the words of the seed. */
const understood = realUnderstood();

/** "01283 | dep 69 | reg 84 | CDI | BAC_3" */
function read(said: string): string {
  const { places, contractTypes, studyLevel } = understood.read(said);
  const named = places.map(({ commune, departmentCode, regionCode, territoryId }) =>
    commune
      ? commune.code
      : departmentCode
        ? `dep ${departmentCode}`
        : regionCode
          ? `reg ${regionCode}`
          : `ti ${territoryId!.split('-').at(-1)!}`,
  );
  return [...named, ...contractTypes, ...(studyLevel ? [studyLevel] : [])].join(' | ');
}

const workStudy = 'APPRENTICESHIP | PROFESSIONALISATION';

/** What was said, what acts as a filter, what is left of the words. */
type Case = [said: string, applied: string, rest: string];

const check = (cases: Case[]): void => {
  test.each(cases)('"%s"', (said, applied, rest) => {
    expect([read(said), understood.read(said).rest]).toEqual([applied, rest]);
  });
};

describe('communes', () => {
  check([
    ['ingénieur qualité Oyonnax', '01283', 'ingénieur qualité'],
    ['qualité Le Mans', '72181', 'qualité'],
    ['technicien au Mans', '72181', 'technicien'],
    ['soudeur aux Sables-d’Olonne', '85194', 'soudeur'],
    ['Les Sables d Olonne soudeur', '85194', 'soudeur'],
    ['maintenance havre', '76351', 'maintenance'],
    ['commercial sur Lyon', '69123', 'commercial'],
    ['près de Vire', '14762', ''],
    ['emploi autour de Cholet', '49099', 'emploi'],
    ['secteur de Cholet', '49099', ''],
    ['ville de Lyon', '69123', ''],
    ['Lyon 3e arrondissement acheteur', '69123', 'acheteur'],
    ['Saint-Étienne', '42218', ''],
    ['st etienne', '42218', ''],
    ['St-Etienne', '42218', ''],
    ['saint etienne', '42218', ''],
    ['Saint Etienne du Rouvray', '76575', ''],
    ['Chalon s/ Saône', '71076', ''],
    ['L’Isle-d’Abeau logistique', '38193', 'logistique'],
    ['aix', '13001', ''],
    ['Cap-d’Ail', '06032', ''],
    ['INGENIEUR QUALITE LYON', '69123', 'INGENIEUR QUALITE'],
    ['Lyon/Grenoble/Annecy', '69123 | 38185 | 74010', ''],
    ['Lyon ou Paris', '69123 | 75056 | dep 75', ''],
    ['technicien (H/F) Brest (29)', '29019', 'technicien (H/F)'],
    ['ingénieur R&D Île-de-France', 'reg 11', 'ingénieur R&D'],
  ]);
});

describe('words that are rather no place', () => {
  check([
    ['chargé qualité', '', 'chargé qualité'],
    ['contes', '', 'contes'],
    ['animation à Contes', '06048', 'animation'],
    ['nord', '', 'nord'],
    ['lot de production', '', 'lot de production'],
    ['responsable du lot électricité', '', 'responsable du lot électricité'],
    ['gare du nord', '', 'gare du nord'],
    ['éolien en mer', '', 'éolien en mer'],
    ['aide à la vente', '', 'aide à la vente'],
    ['participer à la réunion', '', 'participer à la réunion'],
    ['à l’hôpital', '', 'à l’hôpital'],
    ['job', '', 'job'],
    ['emploi à Job', '63179', 'emploi'],
    ['conducteur de ligne', '', 'conducteur de ligne'],
    ['conduite de ligne', '', 'conduite de ligne'],
    ['couture', '', 'couture'],
    ['conducteur de ligne à Ligné', '44082', 'conducteur de ligne'],
    ['stage VTE', '', 'stage VTE'],
  ]);
});

describe('departments, regions, territories', () => {
  check([
    ['dans l’Ain', 'dep 01', ''],
    ['CDI Ain', 'dep 01 | CDI', ''],
    ['dans le nord', 'dep 59', ''],
    ['usines du nord', 'dep 59', 'usines'],
    ['Lot', 'dep 46', ''],
    ['dans la Vienne', 'dep 86', ''],
    ['à Vienne', '38544', ''],
    ['Paris', '75056 | dep 75', ''],
    ['La Réunion', 'dep 974 | reg 04', ''],
    ['en Bretagne', 'reg 53', ''],
    ['maintenance en Auvergne-Rhône-Alpes', 'reg 84', 'maintenance'],
    ['développeur région parisienne', 'reg 11', 'développeur'],
    ['PACA', 'reg 93', ''],
    ['AURA', 'reg 84', ''],
    ['idf', 'reg 11', ''],
    ['BFC', 'reg 27', ''],
    ['HDF', 'reg 32', ''],
    ['chimiste Alsace', 'dep 67 | dep 68', 'chimiste'],
    ['Nord-Pas-de-Calais', 'dep 59 | dep 62', ''],
    ['Pays de la Loire', 'reg 52', ''],
    ['CDI Haut-Jura', 'ti 2706 | CDI', ''],
    ['Plastics Vallée', 'ti 8413', ''],
    ['territoire d’industrie Plastics Vallée - Oyonnax', 'ti 8413', ''],
    ['Finistère Bretagne', 'dep 29', ''],
    ['maintenance Nord Isère', 'dep 38', 'maintenance'],
    ['soudeur au sud de Lyon', '69123', 'soudeur'],
    ['Nord-Isère', 'dep 38', ''],
    ['Savoie Mont-Blanc', 'dep 73 | dep 74', ''],
    ['Savoie', 'dep 73', ''],
    ['Côte d’Azur', 'dep 06 | dep 83', ''],
  ]);
});

describe('homonyms, numbers and postal codes', () => {
  check([
    ['Saint-Denis', '97411 | 93066', ''],
    ['Mâcon', '71270', ''],
    ['macon', '71270', ''],
    ['Saint-Denis 93', '93066', ''],
    ['Saint-Denis (974)', '97411', ''],
    ['saint denis en Seine-Saint-Denis', '93066', ''],
    ['Saint-Denis Île-de-France', '93066', ''],
    ['Nogent 52', '52353', ''],
    ['Lyon Rhône', '69123', ''],
    ['Lyon et le Rhône', '69123 | dep 69', ''],
    ['Nantes (44), Rennes (35)', '44109 | 35238', ''],
    ['69', 'dep 69', ''],
    ['2A serveur', 'dep 2A', 'serveur'],
    ['974', 'dep 974', ''],
    ['technicien dans le 69', 'dep 69', 'technicien'],
    ['12 mois', '', '12 mois'],
    ['35 h', '', '35 h'],
    ['35 heures', '', '35 heures'],
    ['10 ans d’expérience', '', '10 ans d’expérience'],
    ['40 k€', '', '40 k€'],
    ['30 €', '', '30 €'],
    ['iso 22', '', 'iso 22'],
    ['iso 45 001', '', 'iso 45 001'],
    ['gestion des risques ISO 31000', '', 'gestion des risques ISO 31000'],
    ['ISO 20000', '', 'ISO 20000'],
    ['EN 61000', '', 'EN 61000'],
    ['compatibilité EN 61000', '', 'compatibilité EN 61000'],
    ['norme 31000', '', 'norme 31000'],
    ['OHSAS 18000', '', 'OHSAS 18000'],
    ['ISO/TS 16949', '', 'ISO/TS 16949'],
    ['AS 91', '', 'AS 91'],
    ['ISO 9001, 14001 et 45001', '', 'ISO 9001, 14001 et 45001'],
    ['ISO 9001 et 31000', '', 'ISO 9001 et 31000'],
    ['qualité ISO 9001 Lyon 69000', '69123', 'qualité ISO 9001'],
    ['soudeur en 69', 'dep 69', 'soudeur'],
    ['SOUDEUR EN 69', 'dep 69', 'SOUDEUR'],
    ['35 000 € Lyon', '69123', '35 000 €'],
    ['25000 €', '', '25000 €'],
    ['salaire 35000', '', 'salaire 35000'],
    ['Oyonnax 01100', '01283', ''],
    ['Toulouse 31000', '31555', ''],
    ['75011 Paris', '75056 | dep 75', ''],
    ['69000 acheteur', '69123', 'acheteur'],
  ]);

  test('a postal code alone means all its communes', () => {
    const { places, concepts } = understood.read('01100');
    expect(places).toHaveLength(concepts.length);
    expect(places).toContainEqual({ commune: { code: '01283' } });
    expect(places.length).toBeGreaterThan(3);
  });
});

describe('contracts', () => {
  check([
    ['CDI', 'CDI', ''],
    ['CDI/CDD acheteur', 'CDI | CDD', 'acheteur'],
    ['alternance', workStudy, ''],
    ['acheteuse en alternance', workStudy, 'acheteuse'],
    ['alternant·e QSE', workStudy, 'QSE'],
    ['contrat en alternance', workStudy, ''],
    ['apprentissage', 'APPRENTICESHIP', ''],
    ['apprentie soudeuse', 'APPRENTICESHIP', 'soudeuse'],
    ['contrat d’apprentissage', 'APPRENTICESHIP', ''],
    ['contrat pro', 'PROFESSIONALISATION', ''],
    ['contrat de professionnalisation', 'PROFESSIONALISATION', ''],
    ['apprentissage automatique', '', 'apprentissage automatique'],
    ['pas de CDD', '', 'pas de CDD'],
  ]);
});

describe('levels', () => {
  check([
    ['CAP soudeur', 'CAP_BEP', 'soudeur'],
    ['bep', 'CAP_BEP', ''],
    ['bac pro commerce', 'BAC', 'commerce'],
    ['bac', 'BAC', ''],
    ['bac acier', '', 'bac acier'],
    ['BTS maintenance', 'BAC_2', 'maintenance'],
    ['titulaire d’un BTS', 'BAC_2', ''],
    ['DUT', 'BAC_2', ''],
    ['bac+3', 'BAC_3', ''],
    ['bac +3', 'BAC_3', ''],
    ['bac + 3', 'BAC_3', ''],
    ['Bac3', 'BAC_3', ''],
    ['niveau bac+3', 'BAC_3', ''],
    ['de niveau bac+3 minimum', 'BAC_3', ''],
    ['bac+2/3', 'BAC_3', ''],
    ['bac+3 à bac+5', 'BAC_5', ''],
    ['bac+4', 'BAC_3', ''],
    ['bac+5', 'BAC_5', ''],
    ['licence pro logistique', 'BAC_3', 'logistique'],
    ['bachelor', 'BAC_3', ''],
    ['BUT GMP', 'BAC_3', 'GMP'],
    ['le but du poste', '', 'le but du poste'],
    ['master 2 finance', 'BAC_5', 'finance'],
    ['scrum master', '', 'scrum master'],
    ['diplôme d’ingénieur', 'BAC_5', ''],
    ['école d’ingénieur', 'BAC_5', ''],
    ['ingénieur', '', 'ingénieur'],
    ['doctorante', 'DOCTORATE', ''],
    ['thèse', 'DOCTORATE', ''],
    ['BTS ou licence', 'BAC_3', ''],
  ]);
});

describe('concepts', () => {
  const concepts = (said: string): string[] =>
    understood.read(said).concepts.map(({ kind, code, words, applied }) => `${kind} ${code} ${words} ${applied}`);

  test('in the order of their words; skills and occupations inform', () => {
    expect(concepts('ingénieur qualité à Oyonnax, CDI, bac+5, AMDEC')).toEqual([
      'OCCUPATION H1527 ingenieur qualite false',
      'COMMUNE 01283 oyonnax true',
      'CONTRACT_TYPE CDI cdi true',
      'STUDY_LEVEL BAC_5 bac+5 true',
      'SKILL 122401 amdec false',
    ]);
  });

  test('each once, with labels in both languages', () => {
    expect(concepts('Lyon lyon LYON')).toEqual(['COMMUNE 69123 lyon true']);
    expect(understood.read('apprentissage').concepts[0]?.label.en).toBe('Apprenticeship');
  });

  test('of nothing, nothing; of odd signs, no error', () => {
    const nothing = { concepts: [], rest: '', places: [], contractTypes: [], studyLevel: null };
    expect(understood.read('')).toEqual(nothing);
    expect(understood.read(' ,;— ')).toEqual(nothing);
    for (const said of [
      '½ Lyon',
      'constructor Lyon',
      '№ 69 ﬁn',
      '\u0000 \uE000',
      '🙂 à',
      'bac+',
      'bac +',
      '+',
      '++++ 3',
    ]) {
      expect(() => understood.read(said)).not.toThrow();
    }
  });
});

test('a long search is read in well under a millisecond', () => {
  const said = 'ingénieur qualité alternance saint étienne la roche sur yon les sables '.repeat(5).slice(0, 300);
  for (let warm = 0; warm < 300; warm += 1) understood.read(said);
  const before = process.cpuUsage();
  for (let time = 0; time < 300; time += 1) understood.read(said);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000 / 300).toBeLessThan(1.5);
});

test('no territory whose last day has passed, though others of its list count', () => {
  const { tables } = realPlaces();
  const gazetteer = Object.create(Gazetteer.prototype) as Gazetteer;
  const territories = tables.territories.map((row) =>
    row.code === 'ti-8413' ? { ...row, inForceUntil: '2025-12-31' } : row,
  );
  gazetteer.fill({ ...tables, territories });
  const clock = new Clock();
  const reader = new Understood(realLexicon(), gazetteer, clock);
  const suggested = new SuggestPlaces(gazetteer, clock);
  const found = (): [number, number] => [
    reader.read('Plastics Vallée').places.filter(({ territoryId }) => territoryId).length,
    suggested.places('Plastics Vallée', 5, 'fr').filter(({ kind }) => kind === 'TERRITORY').length,
  ];
  clock.today = () => '2025-12-31';
  expect(found()).toEqual([1, 1]);
  clock.today = () => '2026-01-01';
  expect(found()).toEqual([0, 0]);
  expect(reader.read('CDI Haut-Jura').places).toHaveLength(1);
});
