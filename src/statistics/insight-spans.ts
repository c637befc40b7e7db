import { civilDate } from '../common/clock.js';
import type { Span } from './insights.repository.js';
import { nextMonth } from './sheet.js';

/** The first moment of a civil day in metropolitan France, which is one or two hours ahead of UTC. */
export function beginningOf(day: string): Date {
  const winter = new Date(`${day}T00:00:00+01:00`);
  return civilDate(new Date(winter.valueOf() - 1)) < day ? winter : new Date(`${day}T00:00:00+02:00`);
}

/** This month up to now, and last month up to the same moment of it, or to its end where it is shorter. */
export function spansAt(now: Date): { current: Span; previous: Span; lastYear: Span } {
  const running = civilDate(now).slice(0, 7);
  const from = beginningOf(`${running}-01`);
  const before = beginningOf(`${nextMonth(running, -1)}-01`);
  const passed = now.valueOf() - from.valueOf();
  return {
    current: { from, until: now },
    previous: { from: before, until: new Date(Math.min(before.valueOf() + passed, from.valueOf())) },
    lastYear: { from: beginningOf(`${nextMonth(running, -12)}-01`), until: from },
  };
}
