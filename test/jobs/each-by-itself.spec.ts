import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eachByItself } from '../../src/jobs/each-by-itself.js';

it('goes on after one that fails, and says which', async () => {
  const logger = new Logger();
  const warn = jest.spyOn(logger, 'warn').mockImplementation(() => undefined);
  const done: string[] = [];
  await eachByItself(logger, ['a', 'b', 'c'], (id) => {
    done.push(id);
    return id === 'b' ? Promise.reject(new Error('not this one')) : Promise.resolve();
  });
  expect(done).toEqual(['a', 'b', 'c']);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/^b failed.*not this one/)]]);
});
