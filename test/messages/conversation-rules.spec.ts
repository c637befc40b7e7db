import { applicationStatuses } from '../../src/applications/application-status.js';
import { closedBecause, daysToTalkAfter } from '../../src/messages/conversation-rules.js';

const ended = new Date('2026-09-01T08:00:00Z');
const daysAfter = (days: number): Date => new Date(ended.valueOf() + days * 86_400_000);
const live = ['SENT', 'SEEN', 'INTERVIEW'];

test.each(applicationStatuses)('%s', (status) => {
  const closedAt = live.includes(status) ? null : ended;
  const isOpen = (days: number) =>
    closedBecause({ status, closedAt, companySuspended: false }, 'CANDIDATE', daysAfter(days)) === null;
  expect([isOpen(0), isOpen(daysToTalkAfter - 0.001), isOpen(daysToTalkAfter), isOpen(1000)]).toEqual(
    live.includes(status)
      ? [true, true, true, true]
      : status === 'WITHDRAWN'
        ? [false, false, false, false]
        : [true, true, false, false],
  );
});

test('a suspended company does not write, to nobody', () => {
  for (const status of applicationStatuses)
    expect(closedBecause({ status, closedAt: null, companySuspended: true }, 'COMPANY', ended)).not.toBeNull();
  expect(closedBecause({ status: 'SENT', closedAt: null, companySuspended: true }, 'CANDIDATE', ended)).toBeNull();
});
