import { promptDays, slowDays } from '../companies/responsiveness.js';
import { remoteWorks } from '../offers/offer-words.js';
import type { CriterionName } from '../scoring/score-facts.js';
import { full, type Weights } from '../scoring/weights.js';
import { studyLevels } from '../skills/study-level.js';
import type { SqlProfile } from './sql-profile.js';

/** Gives a value a placeholder, with its type. */
export type Bind = (value: unknown, type: string) => string;

/** As `rounded` of the weights, for whole numbers that are not negative. */
export const roundedInSql = (numerator: string, denominator: string): string =>
  `((2 * (${numerator}) + (${denominator})) / (2 * (${denominator})))`;

/**
 * The fit of each criterion as an expression over the columns of `matching`, null where one of the two says nothing. What
 * only the candidate decides is a table already; dates, pay and answers are counted here, as the score counts them.
 */
export function criteriaInSql(profile: SqlProfile, weights: Weights, bind: Bind): Record<CriterionName, string> {
  const { facts } = profile;
  const listed = (column: string, list: readonly string[]): string =>
    list.length === 0 ? 'NULL::int' : `CASE WHEN ${column} = ANY(${bind(list, 'text[]')}) THEN ${full} ELSE 0 END`;
  return {
    SKILLS: 'skill_fit',
    DISTANCE: facts.hasPlaces
      ? `CASE WHEN remote_work = 'FULL' AND ${bind(profile.acceptsRemote, 'bool')}
              THEN greatest(${bind(profile.remoteFit, 'int')}, worth) ELSE worth END`
      : 'NULL::int',
    OCCUPATION:
      facts.occupationCodes.length === 0
        ? 'NULL::int'
        : 'CASE WHEN occupation_code IS NOT NULL THEN coalesce(occupation_fit, 0) END',
    STUDY_LEVEL: placed('study_level', studyLevels, profile.levelFits, bind),
    CONTRACT: listed('contract_type', facts.contractTypes),
    AVAILABILITY: facts.availableFrom === null ? 'NULL::int' : waiting(facts.availableFrom, weights, bind),
    MISSION: listed('mission_category', facts.missionCategories),
    SALARY: salary(facts.salaryAtLeast ?? 0, weights, bind),
    REMOTE_WORK: placed('remote_work', remoteWorks, profile.remoteFits, bind),
    RESPONSIVENESS: responsiveness,
  };
}

/** What stands at the place of the column's value in a closed list; null for a column that is null. */
function placed(column: string, list: readonly string[], fits: number[] | null, bind: Bind): string {
  if (fits === null) return 'NULL::int';
  return `(${bind(fits, 'int[]')})[array_position(${bind(list, 'text[]')}, ${column})]`;
}

function waiting(availableFrom: string, { availability: how }: Weights, bind: Bind): string {
  const days = `(starts_on - ${bind(availableFrom, 'date')})`;
  const most = how.longWaitDays - how.waitDays;
  const early = roundedInSql(`${full - how.tooEarly} * -${days}`, String(how.tooEarlyDays));
  const late = roundedInSql(`${full - how.longWait} * least(${days} - ${how.waitDays}, ${most})`, String(most));
  return `CASE WHEN starts_on IS NULL THEN NULL
               WHEN ${days} < 0 THEN CASE WHEN -${days} > ${how.tooEarlyDays} THEN 0 ELSE ${full} - ${early} END
               WHEN ${days} <= ${how.waitDays} THEN ${full}
               ELSE ${full} - ${late} END`;
}

function salary(atLeast: number, { salary: how }: Weights, bind: Bind): string {
  if (atLeast <= 0) return 'NULL::int';
  const wish = bind(atLeast, 'bigint');
  const lost = roundedInSql(`${how.reaches} * (${wish} - high) * 100`, `${how.nothingBelow} * ${wish}`);
  return `CASE WHEN low IS NULL THEN NULL WHEN low >= ${wish} THEN ${full} WHEN high >= ${wish} THEN ${how.reaches}
               ELSE greatest(0, ${how.reaches} - ${lost}) END`;
}

/** As `responsivenessFit`. */
const responsiveness = `rate * (${full} - ${full / 2}
  * least(greatest(coalesce(median_days, ${slowDays}) - ${promptDays}, 0), ${slowDays - promptDays})
  / ${slowDays - promptDays}) / 100`;
