import { type IndexableOffer, offerDocument } from '../../src/indexing/offer-document.js';
import type { Offer } from '../../src/offers/offer.entity.js';

const offer = {
  id: '80000000-0000-4000-a000-000000000000',
  companyId: '11111111-0000-4000-a000-000000000000',
  title: 'Chargé·e QSE (H/F)',
  description: 'Vous animez l’amélioration continue dans les ateliers.',
  contractType: 'APPRENTICESHIP',
  studyLevel: 'BAC_3',
  missionCategory: 'QUALITY_SAFETY_ENVIRONMENT',
  remoteWork: 'NONE',
  occupationCode: null,
  requiredSkillCodes: ['a', 'b'],
  desiredSkillCodes: ['b'],
  greenMission: false,
  startsOn: '2026-09-01',
  salaryMin: null,
  salaryMax: null,
  openings: 1,
  waitingApplications: 7,
  publishedAt: new Date('2026-03-10T00:00:00Z'),
  createdAt: new Date('2026-03-01T00:00:00Z'),
  updatedAt: new Date('2026-03-11T00:00:00Z'),
} as unknown as Offer;

const commune = {
  code: '01283',
  name: 'Oyonnax',
  postalCodes: ['01100'],
  departmentCode: '01',
  regionCode: '84',
  cell: '462,56',
};

const indexable = (differs: Partial<Offer> = {}): IndexableOffer => ({
  offer: Object.assign({}, offer, differs),
  companyName: 'Plastiques d’Œuvre',
  aids: () => ['APPRENTICESHIP'],
  sites: () => [
    {
      commune: commune as unknown as ReturnType<IndexableOffer['sites']>[number]['commune'],
      department: 'Ain',
      region: 'Auvergne-Rhône-Alpes',
      territories: [{ id: 't1', name: 'Plastics Vallée' }],
    },
  ],
  occupationWords: () => ['Technicien / Technicienne QSE', 'Technicien QSE'],
  skillWords: () => ['Audits internes'],
});

test('a document holds the words in their normal form and the values to filter by', () => {
  const { otherwise, titleOtherwise, trade, ...document } = offerDocument(indexable());
  expect(document).toEqual({
    id: offer.id,
    version: Date.parse('2026-03-11T00:00:00Z'),
    title: 'charge qse',
    occupation: ['technicien technicien qse', 'technicien qse'],
    skills: ['audit interne'],
    company: 'plastique oeuvre',
    companyName: 'Plastiques d’Œuvre',
    places: ['oyonnax', 'ain', 'auvergne rhone alpe', 'plastic valle', '01100'],
    terms: ['contrat apprentissage alternance', 'alternance alternant', 'apprenti', 'bac3'],
    description: 'animez amelioration continue atelier',
    contract: 'APPRENTICESHIP',
    level: 'BAC_3',
    mission: 'QUALITY_SAFETY_ENVIRONMENT',
    remote: 'NONE',
    skillCodes: ['a', 'b'],
    communes: ['01283'],
    cells: ['462,56'],
    departments: ['01'],
    regions: ['84'],
    territories: ['t1'],
    inTerritory: true,
    companyId: offer.companyId,
    green: false,
    aids: ['APPRENTICESHIP'],
    starts: 20_697,
    startMonth: '2026-09',
    saysLevel: 1,
    saysSalary: 0,
    saysStart: 1,
    published: Date.parse('2026-03-10T00:00:00Z'),
    standing: Date.parse('2026-03-08T00:00:00Z') + 0.5,
  });
  expect(trade).toEqual(expect.arrayContaining(['charge', 'qse', 'qualite', 'technicien']));
  expect(titleOtherwise.split(' ')).toEqual(expect.arrayContaining(['hygiene', 'securite', 'environnement']));
  expect(otherwise.split(' ')).toContain('lean');
});

test('what an offer does not say is not in its document', () => {
  const silent = offerDocument(indexable({ studyLevel: null, startsOn: null }));
  expect(silent).toMatchObject({ saysLevel: 0, saysStart: 0 });
  for (const field of ['level', 'starts', 'startMonth', 'salary', 'occupationCode']) {
    expect(silent).not.toHaveProperty(field);
  }
});

test('offers published at one moment have an order of their own', () => {
  const one = offerDocument(indexable()).standing;
  const other = offerDocument(indexable({ id: '90000000-0000-4000-a000-000000000000' })).standing;
  expect(other).toBeGreaterThan(one);
});
