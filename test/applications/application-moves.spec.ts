import { applicationSides, mayMove, momentsAfter } from '../../src/applications/application-moves.js';
import { applicationStatuses } from '../../src/applications/application-status.js';

/** The table of the issue, written down a second time. */
const legal = new Set([
  'SENT>SEEN COMPANY',
  'SENT>INTERVIEW COMPANY',
  'SENT>ACCEPTED COMPANY',
  'SENT>DECLINED COMPANY',
  'SENT>WITHDRAWN CANDIDATE',
  'SENT>CLOSED_UNANSWERED PLATFORM',
  'SEEN>INTERVIEW COMPANY',
  'SEEN>ACCEPTED COMPANY',
  'SEEN>DECLINED COMPANY',
  'SEEN>WITHDRAWN CANDIDATE',
  'SEEN>CLOSED_UNANSWERED PLATFORM',
  'INTERVIEW>ACCEPTED COMPANY',
  'INTERVIEW>DECLINED COMPANY',
  'INTERVIEW>WITHDRAWN CANDIDATE',
  'INTERVIEW>CLOSED_UNANSWERED PLATFORM',
]);

test('every state, every other state, every side: what is not in the table does not happen', () => {
  for (const from of applicationStatuses)
    for (const to of applicationStatuses)
      for (const side of applicationSides)
        expect([from, to, side, mayMove(from, to, side)]).toEqual([from, to, side, legal.has(`${from}>${to} ${side}`)]);
});

test('the first answer stays the first; an end is dated, a live state is not', () => {
  const [first, later] = [new Date('2026-09-02T10:00:00Z'), new Date('2026-09-05T10:00:00Z')];
  const sent = { movedAt: first, answeredAt: null, withdrawnAt: null, closedAt: null };
  const seen = momentsAfter(sent, 'SEEN', first);
  expect(seen).toEqual({ ...sent, movedAt: first });
  const interview = momentsAfter(seen, 'INTERVIEW', first);
  expect(interview).toEqual({ ...sent, movedAt: first, answeredAt: first });
  expect(momentsAfter(interview, 'DECLINED', later)).toEqual({
    ...{ movedAt: later, answeredAt: first, withdrawnAt: null, closedAt: later },
  });
  expect(momentsAfter(seen, 'WITHDRAWN', later)).toEqual({
    ...{ movedAt: later, answeredAt: null, withdrawnAt: later, closedAt: later },
  });
  expect(momentsAfter(seen, 'CLOSED_UNANSWERED', later)).toMatchObject({ answeredAt: null, closedAt: later });
  expect(momentsAfter(interview, 'CLOSED_UNANSWERED', later)).toMatchObject({ answeredAt: first, closedAt: later });
});
