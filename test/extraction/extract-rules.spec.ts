import { Extraction } from '../../src/extraction/extraction.js';
import type { Proposal, TextKind } from '../../src/extraction/proposal.js';
import { realLexicon, realUnderstood } from '../understanding/real-understood.js';
import { cases } from './labelled/all-labelled.js';

/** Rules of reading, one by one, on the real places and the skills of the seed. */
const lexicon = realLexicon();
const extraction = new Extraction(lexicon, realUnderstood(lexicon));

const read = (text: string, kind: TextKind = 'CV'): Proposal => extraction.read(text, kind);
const labels = ({ skills }: Proposal): string[] => skills.map(({ label }) => label.fr).sort();
const inSkills = (words: string): string[] => labels(read(`Compétences\n${words}`));
const inWork = (words: string): string[] => labels(read(`Expériences\nOuvrier polyvalent\n- ${words}`));

describe('words of names', () => {
  test.each([
    ['Gérer les stocks', ['Gestion des stocks']],
    ['gestion quotidienne des stocks', ['Gestion des stocks']],
    ['Maintenances préventives', ['Maintenance préventive']],
    ['maintenance préventive et corrective', ['Maintenance corrective', 'Maintenance préventive']],
    ['ISO9001 et ISO 14001', ['ISO 14001', 'ISO 9001']],
    ['plan industriel et commercial (S&OP)', ['S&OP (plan industriel et commercial)']],
    ['C++, C#, .NET', ['C et C++', 'C# et .NET']],
  ])('"%s"', (words, found) => {
    expect(inSkills(words)).toEqual(found);
  });

  test.each([
    ['métrolgie', ['Métrologie']],
    ['chaudronerie', ['Chaudronnerie']],
    ['maintenace prevantive', ['Maintenance préventive']],
    ['automastismes', ['Automatismes industriels']],
  ])('typing errors: "%s"', (words, found) => {
    expect(inSkills(words)).toEqual(found);
  });

  test('a typing error is less sure', () => {
    const [right, wrong] = ['métrologie', 'métrolgie'].map(
      (words) => read(`Compétences\n${words}`).skills[0]!.confidence,
    );
    expect(wrong).toBeLessThan(right!);
  });

  test('a word the lexicon knows is never another', () => {
    expect(inSkills('formation')).toEqual([]);
  });
});

describe('what is no skill', () => {
  test.each([
    ['sans connaissance de SAP'],
    ['Je ne connais pas SolidWorks'],
    ['Aucune expérience en soudage'],
    ['Je souhaite me former au contrôle de gestion'],
    ['École des Mines, Institut Textile et Chimique de Lyon'],
    ['12 rue de la Mécanique, 3 place de la Fonderie'],
    ['jean.soudure@usinage.fr www.soudage-express.com'],
    ['salaire net, mise en page du tableau, trois équipes'],
    ['salarié de la société Fonderie Vauzelle, chez Verrerie du Nord'],
  ])('"%s"', (words) => {
    expect(inWork(words)).toEqual([]);
  });

  test('the production that one raises', () => {
    expect(inWork('Augmenter la production de 10 %')).toEqual([]);
  });
  test('words that look like acronyms', () => {
    expect(inSkills('MES COMPÉTENCES ET ME SOUCIER DE LA FIN')).toEqual([]);
  });
  test('a hobby counts less', () => {
    const { skills } = read('Loisirs\nvidéo : montage vidéo');
    expect(skills.every(({ confidence }) => confidence <= 0.4)).toBe(true);
  });
});

test.each([
  ['Notions de Python et de SQL', 'NOTION'],
  ['bases en Python', 'NOTION'],
  ['Python (débutant)', 'NOTION'],
  ['Maîtrise de Python', 'MASTERED'],
  ['Python : expert', 'MASTERED'],
  ['Bonnes connaissances de Python', 'PRACTISED'],
  ['Python', null],
])('level of "%s"', (words, level) => {
  expect(read(`Compétences\n${words}`).skills.map((skill) => skill.level)).toContain(level);
});

test.each([
  ['La maîtrise de SAP est indispensable ; Minitab serait un plus.', 'Minitab'],
  ['SAP exigé. Idéalement, Minitab.', 'Minitab'],
  ['SAP indispensable, Minitab apprécié.', 'Minitab'],
])('required or wished for: "%s"', (words, desired) => {
  const { skills } = read(`Technicien qualité\n${words}`, 'OFFER');
  expect(skills.filter(({ wish }) => wish === 'DESIRED').map(({ label }) => label.fr)).toEqual([desired]);
  expect(skills.filter(({ wish }) => wish === 'REQUIRED').map(({ label }) => label.fr)).toContain('SAP');
});

describe('words of the text as it is given', () => {
  const everyFound = (proposal: Proposal) =>
    [
      ...proposal.skills,
      ...proposal.occupations,
      ...proposal.languages,
      ...proposal.places,
      ...proposal.contractTypes,
      ...proposal.licences,
      ...(proposal.studyLevel ? [proposal.studyLevel] : []),
      ...(proposal.availableFrom ? [proposal.availableFrom] : []),
    ].flatMap(({ found }) => found);

  test.each(cases.map(({ about, kind, text }) => [about, kind, text] as const))('%s (%s)', (_, kind, text) => {
    for (const form of [text, text.normalize('NFD')]) {
      const found = everyFound(read(form, kind));
      expect(found.length).toBeGreaterThan(2);
      for (const { words, start, end } of found) expect(form.slice(start, end)).toBe(words);
    }
  });

  test('broken words and soft hyphens', () => {
    const { skills } = read('Compétences\nContrôle qua-\nlité, métro\u00ADlogie');
    expect(skills.map(({ found }) => found[0]!.words)).toEqual(['Contrôle qua-\nlité', 'métro\u00ADlogie']);
  });

  test('the same with accents apart', () => {
    for (const { kind, text } of cases.slice(0, 10)) {
      expect(labels(read(text.normalize('NFD'), kind))).toEqual(labels(read(text, kind)));
    }
  });
});

describe('things to fill in', () => {
  test('diploma, availability, licences', () => {
    const text =
      'Disponible à compter du 1er octobre 2026 – permis B et C\nFormation\nLicence, diplôme obtenu en juin 2026';
    const { diplomaOn, availableFrom, licences, studyLevel } = read(text);
    expect([diplomaOn?.value, availableFrom?.value, studyLevel?.value]).toEqual(['2026-06-01', '2026-10-01', 'BAC_3']);
    expect(licences.map(({ value }) => value)).toEqual(['B', 'C']);
  });

  test('a radius around home', () => {
    expect(read('Mobilité : 30 km autour du Creusot').places[0]?.place).toEqual({
      commune: { code: '71153', radiusKm: 30 },
    });
  });

  test('the towns of employers and schools are no wish', () => {
    expect(
      read('Expériences\nSoudeur, Ateliers Kerlan, Brest, 2020\nFormation\nBTS, lycée Colbert, Lyon').places,
    ).toEqual([]);
  });

  test('nothing at all', () => {
    for (const kind of ['CV', 'OFFER'] as const) {
      for (const text of ['', ' \n\n ', '•••', '\u0301', '@@@ ((( ;;;']) {
        expect(read(text, kind)).toMatchObject({
          skills: [],
          occupations: [],
          languages: [],
          places: [],
          studyLevel: null,
        });
      }
    }
  });
});

test('long texts are cut', () => {
  const { cut, skills } = read(`${'Compétences\nSAP\n'.repeat(10)}${'mot '.repeat(20_000)}\nPython`);
  expect([cut, skills.map(({ label }) => label.fr)]).toEqual([true, ['SAP']]);
});

test('two thousand words are read quickly', () => {
  const text = cases
    .slice(0, 20)
    .map((one) => one.text)
    .join('\n');
  const times = Array.from({ length: 12 }, () => {
    const since = performance.now();
    read(text);
    return performance.now() - since;
  });
  process.stdout.write(`${text.split(/\s+/).length} words in ${Math.min(...times).toFixed(1)} ms at best\n`);
  expect(Math.min(...times)).toBeLessThan(200);
});

test.each(
  [
    'a',
    'Chef de ',
    ', ',
    '- ',
    'é-\n',
    'A B C D ',
    '01000 ',
    'mobilité à ',
    '\t ',
    'A\t',
    'A  ',
    'A\t\n',
    '1\t SAP  ',
    '(',
  ].map((part) => part.repeat(Math.ceil(60_000 / part.length)).slice(0, 60_000)),
)('no text is read for long (%#)', (text) => {
  const since = performance.now();
  read(text);
  const took = performance.now() - since;
  process.stdout.write(`${JSON.stringify(text.slice(0, 10))} ${took.toFixed(0)} ms\n`);
  expect(took).toBeLessThan(1_500);
});
