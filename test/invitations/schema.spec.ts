import { DataSource } from 'typeorm';
import { databaseOptions, entities } from '../../src/database.js';
import { DeclinedCompany, Invitation } from '../../src/invitations/invitation.entity.js';
import { testDatabase } from '../support/database.js';

test('the entities of the room and its migration describe the same tables', async () => {
  const database = await testDatabase('invitation_tables');
  const all = [...new Set([...entities, DeclinedCompany, Invitation])];
  const db = await new DataSource({ ...databaseOptions(database.url, 2), entities: all }).initialize();
  const { upQueries } = await db.driver.createSchemaBuilder().log();
  await db.destroy();
  await database.drop();
  expect(upQueries.map(({ query }) => query).filter((query) => /invitation|declined_company/.test(query))).toEqual([]);
});
