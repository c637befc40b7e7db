import fc from 'fast-check';
import type { Offer } from '../../src/offers/offer.entity.js';
import { draftOf, revised } from '../../src/offers/offer-draft.js';
import type { OfferChangesInput, PostOfferInput } from '../../src/offers/offer.input.js';
import { aDraft } from './a-draft.js';

const anInput = (differs: Partial<PostOfferInput> = {}): PostOfferInput => ({
  companyId: 'c',
  title: 'Ingénieur qualité',
  description: 'Construire le système qualité de l’atelier.',
  missionCategory: 'PRODUCTION',
  sites: [{ communeCode: '01283' }],
  contractType: 'CDI',
  requiredSkillCodes: [],
  desiredSkillCodes: [],
  ...differs,
});

test('a draft is clean and complete', () => {
  const draft = draftOf(
    anInput({
      title: '  <b>Ingénieur</b>\n qualité ',
      description: '<p>Un</p><p>Deux<br>trois</p><script>x</script>',
      sites: [
        { communeCode: ' 2a004 ', address: ' 1 rue\n du Port ' },
        { communeCode: '01283', address: '  ' },
      ],
      occupationCode: ' h1502 ',
      remoteWork: null,
      greenMission: null,
      openings: null,
      requiredSkillCodes: ['100001', ' 100001 ', '', '100002'],
      desiredSkillCodes: ['100002', '100003', '100003'],
    }),
  );
  expect(draft).toMatchObject({
    title: 'Ingénieur qualité',
    description: 'Un\n\nDeux\ntrois',
    sites: [
      { communeCode: '2A004', address: '1 rue du Port' },
      { communeCode: '01283', address: null },
    ],
    occupationCode: 'H1502',
    remoteWork: 'NONE',
    greenMission: false,
    openings: 1,
    requiredSkillCodes: ['100001', '100002'],
    desiredSkillCodes: ['100003'],
  });
  expect(Object.values(draft)).not.toContain(undefined);
});

const full = aDraft({
  sites: [{ communeCode: '01283', address: '1 rue du Port' }],
  occupationCode: 'H1502',
  contractType: 'CDD',
  durationMonths: 18,
  startsOn: '2026-10-01',
  remoteWork: 'PARTIAL',
  salaryMin: 30_000,
  salaryMax: 36_000,
  studyLevel: 'BAC_5',
  requiredSkillCodes: ['100001'],
  desiredSkillCodes: ['100002'],
  greenMission: true,
  openings: 3,
  expiresOn: '2026-09-30',
});
const offer = { id: 'o', companyId: 'c', status: 'OPEN', ...full } as unknown as Offer;

test('what is left out stays', () => {
  expect(revised(offer, {})).toEqual(full);
  expect(revised(offer, { title: undefined, sites: undefined })).toEqual(full);
  expect(revised(offer, { title: 'Responsable qualité' })).toEqual({ ...full, title: 'Responsable qualité' });
});

test('null empties what can be empty, and leaves or resets what cannot', () => {
  const everyField = Object.keys(full) as (keyof OfferChangesInput)[];
  const nulls = Object.fromEntries(everyField.map((field) => [field, null])) as OfferChangesInput;
  expect(revised(offer, nulls)).toEqual({
    ...full,
    occupationCode: null,
    durationMonths: null,
    startsOn: null,
    remoteWork: 'NONE',
    salaryMin: null,
    salaryMax: null,
    studyLevel: null,
    requiredSkillCodes: [],
    desiredSkillCodes: [],
    greenMission: false,
    openings: 1,
    expiresOn: null,
  });
});

test('a change touches its own field alone', () => {
  const changes = fc.record(
    {
      title: fc.string({ minLength: 1 }),
      durationMonths: fc.option(fc.integer({ min: 1, max: 60 })),
      salaryMin: fc.option(fc.integer({ min: 5_000, max: 300_000 })),
      greenMission: fc.boolean(),
      openings: fc.integer({ min: 1, max: 50 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(changes, (said) => {
      const untouched = Object.entries(full).filter(([field]) => !(field in said));
      expect(revised(offer, said)).toMatchObject(Object.fromEntries(untouched));
    }),
  );
});
