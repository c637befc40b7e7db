import { skillKinds } from '../../src/skills/skill.entity.js';
import { readSeed } from '../../src/skills/seed-files.js';

const seed = readSeed();
const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

test('the seed is as large as promised', () => {
  expect(seed.skills.length).toBeGreaterThanOrEqual(500);
  expect(seed.occupations.length).toBeGreaterThanOrEqual(120);
  for (const kind of skillKinds) {
    expect(seed.skills.filter((skill) => skill.kind === kind).length).toBeGreaterThanOrEqual(20);
  }
  expect(seed.skills.every((skill) => skillKinds.includes(skill.kind))).toBe(true);
});

test('no code and no label is there twice', () => {
  expect(repeated(seed.skills.map(({ code }) => code))).toEqual([]);
  expect(repeated(seed.skills.map((skill) => skill.folded_label))).toEqual([]);
  expect(repeated(seed.skills.map((skill) => skill.word_key))).toEqual([]);
  expect(repeated(seed.occupations.map(({ code }) => code))).toEqual([]);
  expect(repeated(seed.occupations.map((occupation) => occupation.folded_label))).toEqual([]);
});

test('a word leads to one skill only', () => {
  const owners = new Map<string, Set<string>>();
  for (const { word_key, skill_code } of seed.terms) {
    owners.set(word_key, (owners.get(word_key) ?? new Set()).add(skill_code));
  }
  const shared = [...owners]
    .filter(([, codes]) => codes.size > 1)
    .map(([word, codes]) => `${word}: ${[...codes].join()}`);
  expect(shared).toEqual([]);
});

test('a title leads to one occupation only, in its masculine and its feminine form', () => {
  const owners = new Map<string, Set<string>>();
  for (const { word_keys, occupation_code } of seed.titles) {
    for (const key of word_keys.split('|')) {
      owners.set(key, (owners.get(key) ?? new Set()).add(occupation_code));
    }
  }
  expect([...owners].filter(([, codes]) => codes.size > 1).map(([word]) => word)).toEqual([]);
  expect(owners.get('acheteuse')).toEqual(new Set(['M1101']));
  expect(owners.get('ingenieure qualite')).toEqual(new Set(['H1527']));
  expect(owners.get('bras droit dirigeant')).toEqual(new Set(['M1302']));
});

test('everything has a name in both languages, and a code that can be one', () => {
  for (const { code, label_fr, label_en } of [...seed.skills, ...seed.occupations]) {
    expect([code, label_fr.trim().length > 0, label_en.trim().length > 0]).toEqual([code, true, true]);
  }
  expect(seed.skills.filter(({ code }) => !/^(\d{5,6}|[a-z0-9]+(-[a-z0-9]+)*)$/.test(code))).toEqual([]);
  expect(seed.occupations.filter(({ code }) => !/^[A-Z]\d{4}$/.test(code))).toEqual([]);
});

test('every link resolves, and an occupation calls for 8 to 20 skills of which some are its core', () => {
  const skills = new Set(seed.skills.map(({ code }) => code));
  const occupations = new Set(seed.occupations.map(({ code }) => code));
  for (const { occupation_code, skill_code } of seed.links) {
    expect([skill_code, skills.has(skill_code)]).toEqual([skill_code, true]);
    expect(occupations.has(occupation_code)).toBe(true);
  }
  for (const code of occupations) {
    const own = seed.links.filter((link) => link.occupation_code === code);
    expect([code, new Set(own.map((link) => link.skill_code)).size]).toEqual([code, own.length]);
    expect([code, own.length >= 8 && own.length <= 20]).toEqual([code, true]);
    expect([code, own.filter(({ core }) => core).length >= 3]).toEqual([code, true]);
  }
});
