import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { databaseOptions } from '../../src/database.js';
import { closeFrom, mostNeighbours, type Neighbour, neighbours } from '../../src/scoring/closeness.js';
import type { ClosenessFacts } from '../../src/scoring/closeness-facts.js';
import { readClosenessSource } from '../../src/scoring/closeness-source.js';
import { importRome } from '../../src/skills/import-rome.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

/** How the threshold was chosen; the table of docs/decisions/0017-closeness-of-skills.md comes from here. */
const rome = '../shared/data/rome';

(existsSync(rome) ? describe : describe.skip)('closeness over the ROME (skipped without ../shared/data)', () => {
  let database: TestDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await testDatabase('closeness_quality');
    db = await new DataSource(databaseOptions(database.url, 2)).initialize();
    await importRome(db, rome, silent);
  }, 180_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  test('what it learns from four fifths of the occupations holds in the fifth', async () => {
    const { facts } = await readClosenessSource(db.manager);
    const rows = byThreshold(facts, [15, 20, 24, closeFrom, 28, 32, 36, 42]);
    console.table(rows);
    const chosen = rows.find(({ threshold }) => threshold === closeFrom)!;
    expect(chosen.together).toBeGreaterThan(0.2);
    expect(chosen.answered).toBeGreaterThan(0.5);
    expect(chosen.atNeighbour).toBeGreaterThan(5 * chosen.atStranger);
  }, 180_000);
});

/** Every fifth occupation is hidden: closeness is built without what it calls for and without the moves from and to it. */
const isHidden = (occupation: number): boolean => occupation % 5 === 2;

interface Row {
  threshold: number;
  pairs: number;
  /** Of the skills with one neighbour at least. */
  meanNeighbours: number;
  /** The share of neighbours of what a hidden occupation calls for that it calls for, too. */
  together: number;
  /** The share of what hidden occupations call for that has a neighbour at all. */
  answered: number;
  /** How often what an occupation calls for has a neighbour in another that people move to, against one they do not. */
  atNeighbour: number;
  atStranger: number;
}

function byThreshold(facts: ClosenessFacts, thresholds: readonly number[]): Row[] {
  const called = Array.from({ length: facts.occupationCount }, () => new Set<number>());
  facts.skills.forEach(({ occupations }, skill) => {
    for (const occupation of occupations) called[occupation]!.add(skill);
  });
  const hidden = called.flatMap((_, occupation) => (isHidden(occupation) ? [occupation] : []));
  const seen = {
    ...facts,
    skills: facts.skills.map((skill) => ({ ...skill, occupations: skill.occupations.filter((at) => !isHidden(at)) })),
    moves: facts.moves.filter(([from, to]) => !isHidden(from) && !isHidden(to)),
  };
  const lists = [...neighbours(seen, Math.min(...thresholds))];
  const withoutMoves = [...neighbours({ ...facts, moves: [] }, Math.min(...thresholds))];
  return thresholds.map((threshold) => {
    const near = (list: readonly Neighbour[] | undefined): number[] =>
      (list ?? [])
        .filter(({ closeness }) => closeness >= threshold)
        .slice(0, mostNeighbours)
        .map(({ has }) => has);
    const sizes = lists.map((list) => near(list).length).filter((size) => size > 0);
    const asked = hidden.flatMap((occupation) => [...called[occupation]!].map((skill) => ({ occupation, skill })));
    const found = asked.map(({ occupation, skill }) => near(lists[skill]).map((has) => called[occupation]!.has(has)));
    const between = (from: number, to: number): boolean[] =>
      [...called[from]!]
        .filter((skill) => !called[to]!.has(skill))
        .map((skill) => near(withoutMoves[skill]).some((has) => called[to]!.has(has)));
    const moves = facts.moves.filter(([from]) => isHidden(from));
    return {
      threshold,
      pairs: sizes.reduce((sum, size) => sum + size, 0),
      meanNeighbours: rounded(sizes.reduce((sum, size) => sum + size, 0) / sizes.length),
      together: share(found.flat()),
      answered: share(found.map((list) => list.length > 0)),
      atNeighbour: share(moves.flatMap(([from, to]) => between(from, to))),
      atStranger: share(moves.flatMap(([from, to]) => between(from, (to + 792) % facts.occupationCount))),
    };
  });
}

const share = (all: readonly boolean[]): number => rounded(all.filter(Boolean).length / all.length);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
