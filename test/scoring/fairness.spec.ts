import { readFileSync } from 'node:fs';
import ts from 'typescript';

const file = new URL('../../src/scoring/score-facts.ts', import.meta.url);
const source = ts.createSourceFile('score-facts.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

/** Every property of an interface, those of the objects within it included. */
function keysOf(name: string): string[] {
  const declared = source.statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
  if (!declared) throw new Error(`score-facts.ts declares no ${name}.`);
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

test.each(['CandidateFacts', 'OfferFacts', 'Place', 'Know'])(
  '%s holds nothing about age, gender, name, origin, photo, address or health',
  (name) => {
    const forbidden =
      /age$|birth|born|gender|sex|name|nation|origin|ethnic|photo|picture|avatar|address|street|phone|mail|health|disab|religion|family|marital|school/i;
    expect(keysOf(name).filter((key) => forbidden.test(key))).toEqual([]);
  },
);

test('the types are walked to the bottom', () => {
  expect(keysOf('CandidateFacts')).toContain('level');
  expect(keysOf('Place')).toContain('km');
});
