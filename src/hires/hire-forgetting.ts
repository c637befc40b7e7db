/** What a title that may tell of somebody reads once it was forgotten. */
const noTitle = '–';

/**
 * Takes all that people wrote or are named by out of hires; what stays counts, and is nobody’s. `which` is a condition on hire,
 * called h; `moment` is the SQL of what is written down as the time of it.
 */
export const forgetHires = (which: string, moment: string): readonly string[] => [
  `UPDATE charter_signature t SET name = NULL, role = NULL, account_id = NULL
     FROM charter_version v JOIN hire h ON h.id = v.hire_id
    WHERE v.id = t.version_id AND h.forgotten_at IS NULL AND ${moment} IS NOT NULL AND ${which}`,
  `UPDATE charter_version t SET content = NULL, pdf = NULL, final_pdf = NULL
     FROM hire h WHERE h.id = t.hire_id AND t.content IS NOT NULL AND ${moment} IS NOT NULL AND ${which}`,
  `UPDATE hire h SET candidate_id = NULL, application_id = NULL, declared_by = NULL, address_digest = NULL, mission_title = '${noTitle}', mission = NULL,
          transforms = NULL, reports_to = NULL, tutor_name = NULL, tutor_role = NULL, study_level = NULL, salary = NULL,
          end_words = NULL, forgotten_at = ${moment}
    WHERE h.forgotten_at IS NULL AND ${which}`,
];

/** The day a mission was over: of a permanent contract, twelve months after it began. */
const missionOver = `coalesce(h.ended_on, h.ends_on, (h.starts_on + interval '12 months')::date)`;

/** The same for hires whose mission was over at the moment $1, and that are not waiting for anybody. */
export const forgetOldHires: readonly string[] = forgetHires(
  `h.status IN ('SIGNED', 'ENDED_EARLY', 'CANCELLED', 'DRAFT', 'CHARTER_OPEN')
    AND ${missionOver} <= ($1::timestamptz AT TIME ZONE 'Europe/Paris')::date`,
  'now()',
);
