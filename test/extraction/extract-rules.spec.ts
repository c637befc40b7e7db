import { Extraction } from '../../src/extraction/extraction.js';
import type { Proposal, TextKind } from '../../src/extraction/proposal.js';
import { realLexicon, realUnderstood } from '../understanding/real-understood.js';
import { cases } from './labelled/all-labelled.js';

/** Rules of reading, one by one, on the real places and the skills of the seed. */
const lexicon = realLexicon();
const extraction = new Extraction(lexicon, realUnderstood(lexicon));

const read = (text: string, kind: TextKind = 'CV', today: string | null = null): Proposal =>
  extraction.read(text, kind, today);
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

describe('levels of study', () => {
  test.each([
    ['Compétences\nmaîtrise de Photoshop, maîtrise de Revit', null],
    ["Profil\nBonne maîtrise de l'anglais", null],
    ['Compétences\nlicence Adobe, licence logicielle', null],
    ['Expériences\nAcheteuse\n- gestion des licences Microsoft', null],
    ['Formation\nMaîtrise en droit, 2004', 'BAC_3'],
    ['Je suis titulaire d’une maîtrise', 'BAC_3'],
    ['Formation\nLicence professionnelle qualité', 'BAC_3'],
    ['Formation\nLicence de droit', 'BAC_3'],
    ["J'ai arrêté une licence de chimie. Titulaire d'un bac pro", 'BAC'],
    ['Formation\nLicence de chimie (non validée)\nBTS métiers de la chimie', 'BAC_2'],
    ['Formation\nBTS obtenu, licence abandonnée', 'BAC_2'],
  ])('%j', (text, level) => {
    expect(read(text).studyLevel?.value ?? null).toBe(level);
  });
});

describe('places of a CV', () => {
  const sure = (text: string): string[] =>
    read(text)
      .places.filter(({ confidence }) => confidence > 0.4)
      .map(({ label }) => label.fr);

  test.each([
    'Stage chez Orange à Toulouse',
    'Ingénieure chez Michelin, Clermont-Ferrand',
    'Soudeur TIG chez Alstom, Belfort',
    'Stage à Nantua',
  ])('of an employer: "%s"', (text) => {
    expect(sure(text)).toEqual([]);
  });

  test.each([
    ["J'habite Bourg-en-Bresse (01)", 'Bourg-en-Bresse'],
    ['Adresse : Bourg en Bresse', 'Bourg-en-Bresse'],
    ['Je cherche un stage à Nantua', 'Nantua'],
    ['Domiciliée à Oyonnax', 'Oyonnax'],
  ])('of theirs: "%s"', (text, place) => {
    expect(sure(text)).toEqual([place]);
  });
});

describe('days', () => {
  test.each([
    ['Formation\nDiplômé le 30 juin 2026', '2026-06-30'],
    ['Formation\nObtention du diplôme : 30/06/2027', '2027-06-30'],
    ['Formation\nObtention du diplôme : juin 2027', '2027-06-01'],
    ['Formation\nDiplômé le 31 juin 2026', null],
  ])('of a diploma: %j', (text, day) => {
    expect(read(text).diplomaOn?.value ?? null).toBe(day);
  });

  test.each([
    ['Disponible immédiatement', '2026-11-23'],
    ['Disponible de suite', '2026-11-23'],
    ['Disponible dès le 15 janvier', '2027-01-15'],
    ['Disponible à partir du 1er décembre', '2026-12-01'],
    ['Disponible à partir du 15 mars 2027', '2027-03-15'],
    ['Disponible en janvier', null],
  ])('from which someone is free: "%s"', (text, day) => {
    expect(read(text, 'CV', '2026-11-23').availableFrom?.value ?? null).toBe(day);
    if (!text.includes('20')) expect(read(text).availableFrom).toBeNull();
  });

  test.each([
    ['Permis B en cours', []],
    ['Sans permis B', []],
    ['Permis B, BE', ['B', 'BE']],
    ['Permis B\nFormation en cours', ['B']],
  ])('licences: "%s"', (text, letters) => {
    expect(read(text).licences.map(({ value }) => value)).toEqual(letters);
  });
});

describe('languages', () => {
  test('read, written and spoken is practised', () => {
    const { languages } = read('Langues\nAnglais : lu, écrit, parlé\nEspagnol : lu');
    expect(languages.map(({ mastery }) => mastery)).toEqual(['PRACTISED', 'NOTION']);
  });

  test('are required or wished for', () => {
    const { languages } = read('Acheteur\nL’anglais courant est exigé, l’allemand serait un plus.', 'OFFER');
    expect(languages.map(({ label, wish }) => [label.fr, wish])).toEqual([
      ['Anglais', 'REQUIRED'],
      ['Allemand', 'DESIRED'],
    ]);
  });
});

describe('what is said of a skill', () => {
  test('a level reaches its own skill', () => {
    const { skills } = read("Compétences\nNotions d'Excel, maîtrise de SolidWorks");
    expect(Object.fromEntries(skills.map(({ label, level }) => [label.fr, level]))).toEqual({
      Excel: 'NOTION',
      SolidWorks: 'MASTERED',
    });
  });

  test.each([['J’ai choisi de ne pas faire d’AMDEC'], ['Mon collègue gérait la paie'], ['DUT GMP']])(
    'none: "%s"',
    (words) => {
      expect(inWork(words)).toEqual([]);
    },
  );

  test('what a tutor handed over was done', () => {
    expect(inWork('Mon tuteur me confiait la gestion des stocks')).toEqual(['Gestion des stocks']);
  });

  test('a taste is no skill', () => {
    const { skills } = read('Intéressée par le marketing industriel, la métrologie');
    expect(skills.every(({ confidence }) => confidence <= 0.4)).toBe(true);
  });

  test('where the work is done is not asked for', () => {
    const { skills } = read('Technicien qualité\nAu sein de notre atelier de plasturgie, vous maîtrisez SAP.', 'OFFER');
    expect(skills.map(({ label, wish }) => [label.fr, wish])[0]).toEqual(['SAP', 'REQUIRED']);
    for (const { wish, confidence } of skills.slice(1)) expect([wish, confidence <= 0.4]).toEqual(['DESIRED', true]);
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
