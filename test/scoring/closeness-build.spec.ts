import { DataSource } from 'typeorm';
import { silent } from '../../src/common/progress.js';
import { loadReferenceData } from '../../src/reference.js';
import { buildCloseness, ensureCloseness } from '../../src/scoring/closeness-build.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { noteLoaded } from '../../src/territories/reference-load.js';
import { Platform } from '../support/platform.js';

let platform: Platform;
let db: DataSource;
let knowledge: SkillKnowledge;

beforeAll(async () => {
  platform = await Platform.start('closeness_build');
  db = platform.db;
  knowledge = platform.app.get(SkillKnowledge, { strict: false });
});
afterAll(async () => {
  await knowledge.refresh();
  await platform.stop();
});

/** When it was built last. */
const built = async (): Promise<string> => {
  const [{ at }] = await db.query(`SELECT loaded_at::text AS at FROM reference_load WHERE name = 'skill closeness'`);
  return at;
};

/** Of two skills that one occupation of the seed calls for, and which are close. */
const aPair = async (): Promise<{ asked: string; has: string }> => {
  const [pair] = await db.query('SELECT asked, has FROM skill_closeness ORDER BY closeness DESC, asked, has LIMIT 1');
  return pair;
};

test('loading the reference data builds it; loading them again changes nothing and costs nothing', async () => {
  const before = await built();
  expect(knowledge.closeness('122401', '8d')).toBeGreaterThan(0);
  const steps: string[] = [];
  await loadReferenceData(String((db.options as { url?: string }).url), (step) => {
    steps.push(step);
  });
  expect(await ensureCloseness(db, silent)).toBeNull();
  expect(steps).not.toContain('Proximité des compétences');
  expect(await built()).toBe(before);
});

test('a change of what it is made of builds it anew, with progress, and a running process follows', async () => {
  const { asked, has } = await aPair();
  const [edition, before] = [knowledge.edition, await built()];
  await db.transaction(async (tx) => {
    await tx.query('DELETE FROM occupation_skill WHERE skill_code = $1', [has]);
    await noteLoaded(tx, 'rome', 'another');
  });
  expect(knowledge.closeness(asked, has)).toBeGreaterThan(0);
  const steps: [number, number][] = [];
  const report = await ensureCloseness(db, (_step, done, total) => steps.push([done, total]));
  expect(report?.pairs).toBeGreaterThan(1_000);
  expect(steps.at(-1)).toEqual([report?.skills, report?.skills]);
  expect(await built()).not.toBe(before);
  await until(() => knowledge.closeness(asked, has) === 0 && knowledge.rarity(has) === 100);
  expect(knowledge.edition).not.toBe(edition);
  expect(knowledge.reason(asked, has)).toBeNull();
  expect(knowledge.closeTo(has)).toEqual([]);
});

test('the command builds it whatever was built before, and two at once take turns', async () => {
  const rows = () => db.query('SELECT * FROM skill_closeness ORDER BY asked, has');
  const before = await rows();
  await db.query(`UPDATE skill_closeness SET closeness = 99`);
  await Promise.all([buildCloseness(db, silent), buildCloseness(db, silent), ensureCloseness(db, silent)]);
  expect(await rows()).toEqual(before);
});

test('what is close to a skill goes with the skill', async () => {
  const { asked } = await aPair();
  await db.query('DELETE FROM skill WHERE code = $1', [asked]);
  const [{ count }] = await db.query(
    'SELECT count(*)::int AS count FROM skill_closeness WHERE asked = $1 OR has = $1',
    [asked],
  );
  expect(count).toBe(0);
});

test('the index of offers is not made anew for it', async () => {
  await platform.settled();
  await buildCloseness(db, silent);
  const [{ count }] = await db.query('SELECT count(*)::int AS count FROM outbox');
  expect(count).toBe(0);
});

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 10_000) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
