import { jest } from '@jest/globals';
import { StatisticsRefresh } from '../../src/statistics/statistics-refresh.js';
import { Platform } from '../support/platform.js';
import { StatisticsWorld } from './world.js';

jest.setTimeout(120_000);

let platform: Platform;
let world: StatisticsWorld;

beforeAll(async () => {
  platform = await Platform.start('stat_golden');
  world = new StatisticsWorld(platform);
});
afterAll(() => platform.stop());

test('x', async () => {
  platform.travelTo('2026-11-23T10:00:00Z');
  const company = await world.company();
  const offer = await world.offer(company, ['01283', '38185'], '2026-09-30T21:59:00Z');
  for (let n = 0; n < 7; n += 1)
    await world.application(offer, '2026-10-05T08:00:00Z', { answered: '2026-10-09T08:00:00Z' });
  await platform.app.get(StatisticsRefresh, { strict: false }).run();
  const { statistics } =
    await platform.ask(`{ statistics(scope: { nation: true }) { scope { kind name } computedAt from until openOffers openings companies
     applications { value masked text } answers { text } answerRate { text } medianDaysToAnswer hires { text } labels { text } candidates { text } advice
     months { month openOffers offersOpenDuring offersOpened offersEnded offersFilled applications { value } }
     contractTypes { contractType offers } } }`);
  console.log(JSON.stringify(statistics, null, 1));
});
