import { canBecome, canBeRevised, isOpen, offerStatuses, type OfferStatus } from '../../src/offers/offer-status.js';

const moves: Record<OfferStatus, string> = {
  DRAFT: 'OPEN CLOSED',
  OPEN: 'PAUSED FILLED CLOSED EXPIRED',
  PAUSED: 'OPEN FILLED CLOSED EXPIRED',
  FILLED: 'OPEN CLOSED',
  CLOSED: '',
  EXPIRED: 'OPEN CLOSED',
};

test.each(offerStatuses.flatMap((from) => offerStatuses.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
  expect(canBecome(from, to)).toBe(moves[from].split(' ').includes(to));
});

test('only a closed offer can no longer be revised', () => {
  expect(offerStatuses.filter((status) => !canBeRevised(status))).toEqual(['CLOSED']);
});

test.each(offerStatuses)(
  '%s is open to applications exactly when it is OPEN and its last day has not passed',
  (status) => {
    const on = (expiresOn: string | null) => isOpen({ status, withheld: false, expiresOn }, '2026-09-01');
    expect([on(null), on('2026-09-01'), on('2026-08-31')]).toEqual(
      status === 'OPEN' ? [true, true, false] : [false, false, false],
    );
    expect(isOpen({ status, withheld: true, expiresOn: null }, '2026-09-01')).toBe(false);
  },
);
