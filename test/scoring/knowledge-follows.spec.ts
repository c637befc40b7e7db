import { DataSource } from 'typeorm';
import { Announcements } from '../../src/common/announcements.js';
import { databaseOptions } from '../../src/database.js';
import { SkillKnowledge } from '../../src/scoring/skill-knowledge.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await testDatabase('knowledge_follows');
  db = await new DataSource(databaseOptions(database.url, 2)).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

test('what changes between listening and the first reading is not missed', async () => {
  const [{ code }] = await db.query<[{ code: string }]>(
    'SELECT skill_code AS code FROM skill_rarity WHERE rarity < 90 LIMIT 1',
  );
  const changing = Object.assign(Object.create(Announcements.prototype) as Announcements, {
    listen: () => db.query('DELETE FROM skill_rarity WHERE skill_code = $1', [code]),
  });
  const knowledge = new SkillKnowledge(db, changing);
  await knowledge.onModuleInit();
  expect(knowledge.rarity(code)).toBe(100);
});
