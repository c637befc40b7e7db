import { threadFile } from '../../src/common/thread-file.js';

test('what was built runs what was built beside it', () => {
  expect(threadFile('file:///app/dist/src/ranking/matcher.js', 'matcher-thread.js').href).toBe(
    'file:///app/dist/src/ranking/matcher-thread.js',
  );
});

test('a source runs what was built from the source beside it', () => {
  expect(threadFile('file:///src/app/src/ranking/matcher.ts', 'matcher-thread.js').href).toBe(
    'file:///src/app/dist/src/ranking/matcher-thread.js',
  );
});
