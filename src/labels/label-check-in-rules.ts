import type { LabelCheckIn } from './label-paper.entity.js';
import { type CheckInSide, type LabelView } from './label-view.js';

export interface ShownCheckIn {
  month: number;
  side: CheckInSide;
  askedOn: string;
  dueOn: string;
  answeredAt: Date | null;
  rating: number | null;
  asAgreed: boolean | null;
  tutorPresent: boolean | null;
  words: string | null;
}

/** How whoever looks stands to the label. */
export interface CheckInReader {
  isAdministrator: boolean;
  /** A manager of a territory of the workplace, or an administrator. */
  manages: boolean;
  sides: readonly CheckInSide[];
}

/** What is said in confidence is not for the other side, nor what a company says so for the territory. */
export function mayReadAnswer(
  { side, confidential }: Pick<LabelCheckIn, 'side' | 'confidential'>,
  reader: CheckInReader,
): boolean {
  if (reader.isAdministrator || reader.sides.includes(side)) return true;
  if (!confidential) return true;
  return side === 'CANDIDATE' && reader.manages;
}

/** Every check-in of both sides, in order; that an answer came is shown also to whom it is not. */
export function shownCheckIns(
  { dates, hasPerson }: LabelView,
  answers: readonly LabelCheckIn[],
  reader: CheckInReader,
): ShownCheckIn[] {
  return dates.checkIns.flatMap(({ month, on, by }) =>
    (['COMPANY', 'CANDIDATE'] as const).flatMap((side): ShownCheckIn[] => {
      const answer = answers.find((one) => one.month === month && one.side === side);
      if (!answer && !hasPerson) return [];
      const said = answer && mayReadAnswer(answer, reader) ? answer : null;
      return [
        {
          ...{ month, side, askedOn: on, dueOn: by },
          answeredAt: answer?.answeredAt ?? null,
          rating: said?.rating ?? null,
          asAgreed: said?.asAgreed ?? null,
          tutorPresent: said?.tutorPresent ?? null,
          words: said?.words ?? null,
        },
      ];
    }),
  );
}

/** By the last answer of the young person: an earlier one may have been talked about. */
export function needsATalk(answers: readonly LabelCheckIn[]): boolean {
  const last = answers.filter(({ side }) => side === 'CANDIDATE').sort((one, other) => other.month - one.month)[0];
  return last !== undefined && (last.confidential || last.rating <= 2 || !last.asAgreed || !last.tutorPresent);
}
