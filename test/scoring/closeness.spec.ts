import fc from 'fast-check';
import { closeFrom, mostNeighbours, neighbours } from '../../src/scoring/closeness.js';
import {
  type CalledFor,
  type ClosenessFacts,
  isCommon,
  isLicence,
  rarityOf,
} from '../../src/scoring/closeness-facts.js';
import { reasonOf } from '../../src/scoring/closeness-reason.js';
import { OccupationCloseness } from '../../src/scoring/occupation-closeness.js';

const skill = (code: string, occupations: number[], more: Partial<CalledFor> = {}): CalledFor => ({
  code,
  words: [code],
  domain: null,
  kind: 'KNOWLEDGE',
  occupations,
  ...more,
});

const facts = (skills: CalledFor[], moves: [number, number][] = []): ClosenessFacts => ({
  occupationCount: 20,
  skills,
  moves,
});

/** What is close to what, by code. */
const closeness = (of: ClosenessFacts, from?: number): Map<string, number> =>
  new Map(
    [...neighbours(of, from)]
      .flat()
      .map((found) => [`${of.skills[found.asked]!.code}-${of.skills[found.has]!.code}`, found.closeness]),
  );

test('the more occupations two skills share, and the fewer they do not, the closer they are', () => {
  const found = closeness(
    facts([skill('a', [1, 2, 3]), skill('b', [1, 2, 3]), skill('c', [2, 3, 4]), skill('d', [9])]),
    1,
  );
  expect(found.get('a-b')).toBeGreaterThan(found.get('a-c')!);
  expect(found.get('a-c')).toBeGreaterThan(0);
  expect(found.has('a-d')).toBe(false);
});

test('one occupation in common proves little, many prove much', () => {
  const one = closeness(facts([skill('a', [1]), skill('b', [1])]), 1);
  const many = closeness(facts([skill('a', [1, 2, 3, 4]), skill('b', [1, 2, 3, 4])]), 1);
  expect(one.get('a-b')).toBeLessThan(closeFrom);
  expect(many.get('a-b')).toBeGreaterThan(2 * closeFrom - 5);
});

test('neighbouring occupations bring skills nearer, words and fields only what occupations have proved', () => {
  const apart = [skill('a', [1, 2]), skill('b', [2, 3])];
  const plain = closeness(facts(apart), 1).get('a-b')!;
  expect(closeness(facts(apart, [[1, 3]]), 1).get('a-b')).toBeGreaterThan(plain);
  const alike = { words: ['welding'], domain: 'production' };
  expect(closeness(facts(apart.map((one) => ({ ...one, words: ['welding'] }))), 1).get('a-b')).toBeGreaterThan(plain);
  expect(closeness(facts(apart.map((one) => ({ ...one, domain: 'production' }))), 1).get('a-b')).toBeGreaterThan(plain);
  expect(closeness(facts([skill('a', [1], alike), skill('b', [2], alike)]), 1).size).toBe(0);
});

test('in one field a tool is closer to a tool than to a task', () => {
  const inField = (code: string, kind: string) => skill(code, [1, 2], { domain: 'lean', kind });
  const found = closeness(facts([inField('a', 'KNOWLEDGE'), inField('b', 'KNOWLEDGE'), inField('c', 'KNOW_HOW')]), 1);
  expect(found.get('a-b')).toBeGreaterThan(found.get('a-c')!);
});

const anySkills = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom('quality', 'audit', 'welding', 'plan', 'data'), { maxLength: 3 }),
      domain: fc.constantFrom(null, 'quality', 'lean'),
      kind: fc.constantFrom('KNOWLEDGE', 'KNOW_HOW'),
      occupations: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 2, maxLength: 25 },
  )
  .map((all) => all.map((one, index) => ({ ...one, code: `s${String(index).padStart(2, '0')}` })));
const anyMoves = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 12 });

test('it is the same both ways, in whatever order the facts come, within its bounds, and a handful at most', () => {
  fc.assert(
    fc.property(anySkills, anyMoves, (skills, moves) => {
      const found = closeness(facts(skills, moves));
      const perSkill = new Map<string, number>();
      for (const [pair, value] of found) {
        const [asked, has] = pair.split('-') as [string, string];
        expect(asked).not.toBe(has);
        expect(Number.isInteger(value) && value >= closeFrom && value <= 100).toBe(true);
        const back = found.get(`${has}-${asked}`);
        if (back !== undefined) expect(back).toBe(value);
        perSkill.set(asked, (perSkill.get(asked) ?? 0) + 1);
      }
      expect(Math.max(0, ...perSkill.values())).toBeLessThanOrEqual(mostNeighbours);
      const turned = facts(
        [...skills].reverse().map((one) => ({ ...one, occupations: [...one.occupations].reverse() })),
        moves.map(([from, to]): [number, number] => [to, from]).reverse(),
      );
      expect(new Map([...closeness(turned)].sort())).toEqual(new Map([...found].sort()));
    }),
    { numRuns: 300 },
  );
});

test('diplomas, licences and permits are told from skills', () => {
  expect(isLicence('Certifications', 'Licence pro mention logistique')).toBe(true);
  expect(isLicence('Habilitations', 'Habilitation électrique')).toBe(true);
  expect(isLicence(null, 'CACES chariots élévateurs')).toBe(true);
  expect(isLicence(null, 'Certificats d’économies d’énergie (CEE)')).toBe(false);
  expect(isLicence('Expertises techniques', 'Permis de construire')).toBe(false);
});

test('what many occupations call for proves nothing, and counts less', () => {
  expect(isCommon(190, 1_584)).toBe(false);
  expect(isCommon(191, 1_584)).toBe(true);
  expect(isCommon(2, 10)).toBe(false);
  expect([rarityOf(1_584, 1_584), rarityOf(1, 1_584), rarityOf(1, 1)]).toEqual([50, 150, 100]);
  expect(rarityOf(10, 1_584)).toBeGreaterThan(rarityOf(11, 1_584));
});

test('a reason tells in both languages what is shared', () => {
  const quality = { fr: 'Technicien qualité', en: 'Quality technician' };
  const other = { fr: 'Qualiticien', en: 'Quality engineer' };
  expect(reasonOf({ domain: 'quality', together: [quality, other], nextDoor: null })).toEqual({
    fr: 'toutes deux du domaine « management de la qualité dans l’industrie » ; demandées ensemble par 2 métiers, dont « Technicien qualité »',
    en: 'both belong to quality management in industry; called for together by 2 occupations, among them “Quality technician”',
  });
  expect(reasonOf({ domain: null, together: [quality], nextDoor: null })).toEqual({
    fr: 'demandées ensemble par le métier « Technicien qualité »',
    en: 'called for together by the occupation “Quality technician”',
  });
  expect(reasonOf({ domain: 'of nobody', together: [], nextDoor: [quality, other] })).toEqual({
    fr: 'demandées par des métiers voisins, « Technicien qualité » et « Qualiticien »',
    en: 'called for by neighbouring occupations, “Quality technician” and “Quality engineer”',
  });
});

test('occupations are close by the moves between them, then by their domain; what is listed is what is answered', () => {
  const codes = ['A1101', 'A1102', 'A1201', 'B1101', 'B1102'];
  const close = new OccupationCloseness(codes, [
    { from: 'A1101', to: 'A1102', position: 1 },
    { from: 'A1101', to: 'B1101', position: 6 },
    { from: 'B1101', to: 'A1101', position: 2 },
    { from: 'A1201', to: 'B1102', position: 9 },
  ]);
  expect(close.between('A1101', 'A1101')).toBe(10_000);
  expect(close.between('A1102', 'A1101')).toBe(7_000);
  expect(close.between('A1101', 'B1101')).toBe(7_000);
  expect(close.between('B1102', 'A1201')).toBe(6_000);
  expect(close.between('B1101', 'B1102')).toBe(5_000);
  expect(close.between('A1101', 'A1201')).toBe(0);
  expect(close.between('A1101', 'A1199')).toBe(0);
  for (const wished of [...codes, 'A1199']) {
    const listed = new Map(close.closeTo(wished).map((one) => [one.asked, one.closeness]));
    for (const asked of [...codes, 'A1199'].filter((code) => code !== wished)) {
      expect(listed.get(asked) ?? 0).toBe(close.between(asked, wished));
      expect(close.between(asked, wished)).toBe(close.between(wished, asked));
    }
    expect(listed.has(wished)).toBe(false);
  }
});
