import { readFileSync } from 'node:fs';
import ts from 'typescript';

const read = (name: string): ts.SourceFile => {
  const file = new URL(`../../src/scoring/${name}`, import.meta.url);
  return ts.createSourceFile(name, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
};
const inputs = { 'score-facts.ts': ['CandidateFacts', 'OfferFacts', 'Place', 'Know'], 'weights.ts': ['Weights'] };

/** Every property of an interface, those of the objects within it included. */
function keysOf(name: string, file = 'score-facts.ts'): string[] {
  const declared = read(file)
    .statements.filter(ts.isInterfaceDeclaration)
    .find((one) => one.name.text === name);
  if (!declared) throw new Error(`${file} declares no ${name}.`);
  expect(declared.heritageClauses).toBeUndefined();
  const keys: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) keys.push(node.name.getText());
    node.forEachChild(walk);
  };
  declared.forEachChild(walk);
  return keys;
}

test('a score looks at these things of a candidate, and at nothing else', () => {
  expect(keysOf('CandidateFacts')).toEqual([
    'id',
    'skills',
    'code',
    'level',
    'studyLevel',
    'diplomaOn',
    'contractTypes',
    'missionCategories',
    'occupationCodes',
    'availableFrom',
    'salaryAtLeast',
    'remoteWork',
    'hasPlaces',
  ]);
});

test('a score looks at these things of an offer, and at nothing else', () => {
  expect(keysOf('OfferFacts')).toEqual([
    'id',
    'requiredSkills',
    'desiredSkills',
    'studyLevel',
    'contractType',
    'missionCategory',
    'occupationCode',
    'startsOn',
    'salaryMin',
    'salaryMax',
    'remoteWork',
    'communeCodes',
    'responsiveness',
  ]);
});

test('between the two it looks at how a workplace lies to the wishes, and at what is known of skills and occupations', () => {
  expect(keysOf('Place')).toEqual(['km', 'radiusKm', 'inside', 'communeCode', 'fromCommuneCode']);
  expect(keysOf('Know')).toEqual(['closeness', 'rarity', 'weights', 'occupations']);
});

test('the score takes these four, and no other', () => {
  const declared = read('score.ts').statements.filter(ts.isFunctionDeclaration);
  const taken = declared.find((one) => one.name?.text === 'score')!.parameters.map(({ type }) => type!.getText());
  expect(taken).toEqual(['OfferFacts', 'CandidateFacts', 'Place', 'Know']);
});

test.each(Object.entries(inputs).flatMap(([file, names]) => names.map((name) => [name, file])))(
  '%s holds nothing about age, gender, name, origin, photo, address or health',
  (name, file) => {
    const forbidden =
      /age$|birth|born|gender|sex|name|nation|origin|ethnic|photo|picture|avatar|address|street|phone|mail|health|disab|religion|family|marital|school|language/i;
    expect(keysOf(name, file).filter((key) => forbidden.test(key))).toEqual([]);
  },
);

test('of the rows of both, nothing else is read into what a score sees', () => {
  const reads = new Set<string>();
  const walk = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ['offer', 'candidate'].includes(node.expression.getText())) {
      reads.add(node.name.text);
    }
    node.forEachChild(walk);
  };
  read('facts-of.ts').forEachChild(walk);
  const kept = [...keysOf('CandidateFacts'), ...keysOf('OfferFacts')];
  const called: Record<string, string> = {
    requiredSkillCodes: 'requiredSkills',
    desiredSkillCodes: 'desiredSkills',
    sites: 'communeCodes',
    places: 'hasPlaces',
  };
  expect([...reads].filter((key) => !kept.includes(called[key] ?? key))).toEqual([]);
});

test('the types are walked to the bottom', () => {
  expect(keysOf('CandidateFacts')).toContain('level');
  expect(keysOf('Weights', 'weights.ts')).toEqual(expect.arrayContaining(['fullKm', 'oneBelow', 'responsiveness']));
});
