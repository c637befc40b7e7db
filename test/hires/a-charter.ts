import type { CharterContent } from '../../src/hires/charter-content.js';

export const aCharter = (differs: Partial<CharterContent> = {}): CharterContent => ({
  reference: '5f0c1d34-0000-4000-8000-000000000000 v1',
  model: '2026-11',
  madeOn: '2026-11-23',
  company: { name: 'Fonderie d’Œuvres Écho', siret: '73282932000074', commune: 'Thiers' },
  candidate: { name: 'Zoë Łęcka-Nuñez' },
  tutor: { name: 'Ève Garçon', role: 'responsable des méthodes' },
  missionTitle: 'Ingénieure méthodes',
  mission: 'Conduire le passage de l’atelier au suivi numérique :\nchoisir l’outil, former les équipes.',
  transforms: 'L’atelier passe du papier au numérique ; les délais baissent.',
  reportsTo: 'la directrice générale',
  contractType: 'CDD',
  durationMonths: 12,
  hiredOn: '2026-11-20',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  workplace: { commune: 'Thiers', department: 'Puy-de-Dôme', territory: 'Thiers - Ambert' },
  greenMission: false,
  ...differs,
});
