import { ApplicationStatus, applicationStatuses, daysToAnswer } from '../../src/applications/application-status.js';

test('the states and the promise of the contract', () => {
  expect(Object.keys(ApplicationStatus)).toEqual([...applicationStatuses]);
  expect(applicationStatuses).toEqual('SENT SEEN INTERVIEW ACCEPTED DECLINED WITHDRAWN CLOSED_UNANSWERED'.split(' '));
  expect(daysToAnswer).toBe(15);
});
