import type { TerritoryFacts } from '../../src/territories/territory-facts.js';
import { shownOf } from '../../src/welcome/shown-welcome.js';
import { nothing } from '../../src/welcome/welcome-content.js';
import type { TerritoryWelcome } from '../../src/welcome/welcome.entity.js';

const territory = (differs: Partial<TerritoryFacts> = {}): TerritoryFacts =>
  ({ inForceUntil: '2027-12-31', retired: false, ...differs }) as TerritoryFacts;
const row = (differs: Partial<TerritoryWelcome> = {}): TerritoryWelcome => ({
  territoryId: 't',
  version: 7,
  draft: nothing,
  savedAt: new Date('2026-09-02T10:00:00Z'),
  published: { ...nothing, presentation: { fr: 'Une vallée.', en: null } },
  publishedAt: new Date('2026-09-01T10:00:00Z'),
  publishedVersion: 4,
  hiddenAt: null,
  hiddenReason: null,
  hiddenWords: null,
  demo: false,
  ...differs,
});
const shown = (of: TerritoryFacts, written: TerritoryWelcome, today = '2026-09-02') =>
  shownOf(of, { row: written, contacts: [] }, today);

test('what is published is told with its own version, not with that of the draft', () => {
  expect(shown(territory(), row())).toMatchObject({ state: 'PUBLISHED', version: 4 });
});

test('a territory that its list no longer has says nothing, like one whose generation is over', () => {
  expect(shown(territory({ retired: true }), row())).toMatchObject({ state: 'FORMER', content: nothing });
  expect(shown(territory(), row(), '2027-12-31').state).toBe('PUBLISHED');
  expect(shown(territory(), row(), '2028-01-01').state).toBe('FORMER');
});

test('a hidden page looks like one that was never written', () => {
  const hidden = shown(territory(), row({ hiddenAt: new Date('2026-09-02T11:00:00Z'), hiddenReason: 'OTHER' }));
  expect(hidden).toEqual(shownOf(territory(), null, '2026-09-02'));
});
