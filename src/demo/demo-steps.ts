import { closesAfter, remindedBefore } from '../applications/deadline-rules.js';
import type { ApplicationEvent } from '../applications/application-event.entity.js';
import type { DeclineReason } from '../applications/application-reasons.js';
import type { Application } from '../applications/application.entity.js';
import { addDays } from '../common/clock.js';
import type { DemoApplication } from './demo-applications.js';
import type { DemoFacts } from './demo-facts.js';

type Step = Omit<ApplicationEvent, 'seq'>;

export interface DemoSteps {
  row: Application;
  /** In their order. */
  events: Step[];
}

/** Who acts on either side, by account; null for a company whose owner is gone. */
export interface Sides {
  candidate: string;
  company: string | null;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How an application came to stand where it does: each step that its people read, and what the platform did by the clock
 * meanwhile, so that the first run of its schedules has nothing old to tell. `place` spreads the ends.
 */
export function demoSteps(facts: DemoFacts, application: DemoApplication, sides: Sides, place: number): DemoSteps {
  const { id, status, sentAt, answerDueOn, answeredAt } = application;
  const told = new Story(application, sides);
  const isLate = answerDueOn < facts.today;
  const lateOn = addDays(answerDueOn, 1);
  const opened = new Date(Math.min(sentAt.valueOf() + 20 * hour, middle(sentAt, answeredAt ?? facts.now)));
  if (status !== 'SENT') told.moves('SEEN', opened, 'COMPANY');
  if (status === 'SENT' || status === 'SEEN') {
    if (isLate) {
      told.notes('COMPANY_REMINDED', morning(addDays(answerDueOn, -remindedBefore)));
      told.notes('ANSWER_LATE', morning(lateOn));
      const closesOn = addDays(lateOn, closesAfter);
      if (closesOn < facts.today) told.moves('CLOSED_UNANSWERED', morning(closesOn), 'PLATFORM');
    } else if (place % 7 === 3) {
      told.moves('WITHDRAWN', new Date(middle(opened, facts.now)), 'CANDIDATE');
    }
  } else {
    told.moves(status, answeredAt!, 'COMPANY', status === 'DECLINED' ? reasons[place % reasons.length]! : null);
    const hired = answeredAt!.valueOf() + 8 * day;
    if (status === 'INTERVIEW' && place % 2 === 0 && hired < facts.now.valueOf())
      told.moves('ACCEPTED', new Date(hired), 'COMPANY');
  }
  const last = told.events.filter(({ notice }) => notice === null).at(-1)!;
  return {
    row: {
      ...application,
      id,
      status: last.to,
      withdrawnAt: last.to === 'WITHDRAWN' ? last.at : null,
      closedAt: ['SENT', 'SEEN', 'INTERVIEW'].includes(last.to) ? null : last.at,
      movedAt: last.at,
      reminders: isLate ? 2 : 0,
      lateOn: isLate && answeredAt === null ? lateOn : null,
      stalledOn: null,
    },
    events: told.events,
  };
}

/** The events of one application, each from where the one before led. */
class Story {
  readonly events: Step[];

  constructor(
    private readonly application: DemoApplication,
    private readonly sides: Sides,
  ) {
    this.events = [];
    this.add({ from: null, to: 'SENT', at: application.sentAt, side: 'CANDIDATE', accountId: sides.candidate });
  }

  moves(to: Step['to'], at: Date, side: Step['side'], reason: DeclineReason | null = null): void {
    const accountId = { CANDIDATE: this.sides.candidate, COMPANY: this.sides.company, PLATFORM: null }[side];
    this.add({ from: this.now, to, at, side, accountId, reason });
  }

  notes(notice: Step['notice'], at: Date): void {
    this.add({ from: this.now, to: this.now, notice, at, side: 'PLATFORM', accountId: null });
  }

  private get now(): Step['to'] {
    return this.events.at(-1)!.to;
  }

  private add(step: Pick<Step, 'from' | 'to' | 'at' | 'side' | 'accountId'> & Partial<Step>): void {
    const rest = { notice: null, reason: null, words: null, signedAs: null };
    this.events.push({ applicationId: this.application.id, ...rest, ...step });
  }
}

const reasons = ['SKILLS', 'ANOTHER_CANDIDATE', 'DATES', 'PLACE', 'POSITION_FILLED'] as const;

const morning = (date: string): Date => new Date(`${date}T07:00:00Z`);

const middle = (one: Date, other: Date): number => Math.floor((one.valueOf() + other.valueOf()) / 2);
