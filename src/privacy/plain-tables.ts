/**
 * Tables without anything of a person, with their columns: companies and offers are public, of searches nothing is kept of who
 * searched (decision 0011), the rest is reference data and what machines note for each other.
 */
export const plainTables: Readonly<Record<string, string>> = {
  alert_considered: 'offer_id published_at',
  alert_due: 'seq offer_id due_at',
  answer_template: 'id company_id name to_status reason body written_at',
  commune: 'code name folded_name department_code epci_siren population latitude longitude point_source retired',
  commune_alias: 'former_code commune_code kind name folded_name',
  company:
    'id siret siren name naf_code headcount commune_code description website created_at ' +
    'verified_at demo suspended_at turnover_euros balance_sheet_euros group_headcount micro_entrepreneur in_difficulty',
  company_answering: 'company_id answer_days digest_on warned_on paused_on',
  company_responsiveness: 'company_id answered due rate median_days computed_at',
  company_verification:
    'company_id since refused_because refused_words queued_at doubts register register_asked_at verified_name',
  department: 'code name region_code retired',
  epci: 'siren name kind retired',
  map_shape: 'frame layer fingerprint etag zipped bytes built_at',
  migrations: 'id timestamp name',
  occupation: 'code label_fr label_en folded_label source domain parent_code green digital managerial retired_on',
  occupation_mobility: 'from_code to_code position',
  occupation_skill: 'occupation_code skill_code core rome_core source',
  occupation_title: 'occupation_code code title folded word_keys source',
  offer:
    'id slug company_id status title description mission_category occupation_code contract_type duration_months ' +
    'starts_on remote_work salary_min salary_max study_level required_skill_codes desired_skill_codes green_mission openings created_at ' +
    'updated_at published_at expires_on idempotency_key demo waiting_applications suspended_at withheld paused_because pause_at_waiting ' +
    'transforms_company reports_to_management has_tutor',
  offer_open_span: 'offer_id opened_at closed_at ended_as',
  offer_review_due: 'seq offer_id',
  offer_site: 'offer_id position commune_code address',
  outbox: 'seq kind id marked_at',
  outbox_parked: 'kind id error parked_at',
  postal_code: 'commune_code code',
  reference_load: 'name fingerprint loaded_at',
  region: 'code name retired',
  search_index: 'name fingerprint built_at',
  search_log: 'day words place literal searches empty',
  skill: 'code kind label_fr label_en folded_label word_key source domain category occupation_count retired_on',
  skill_closeness: 'asked has closeness reason_fr reason_en',
  skill_rarity: 'skill_code rarity',
  skill_term: 'skill_code kind term folded word_key',
  stat_area_month:
    'month department_code territory_id applications answers answered_in_time not_in_time hires labels delays',
  stat_asked: 'scope kind code offers',
  stat_closed_month: 'month counted_at',
  stat_offer_month: 'scope month open_during open_at_end openings_at_end companies_at_end opened ended filled',
  stat_refresh: 'only_row computed_at wishes_of demo',
  stat_school: 'scope schools others',
  stat_sheet: 'scope sheet',
  stat_told: 'scope told',
  stat_wish: 'scope skill_code candidates',
  territory: 'id generation code name slug in_force_from in_force_until listed_communes at_launch known_since retired',
  territory_commune: 'territory_id commune_code',
  territory_member: 'territory_id code kind name',
  territory_welcome:
    'territory_id version draft saved_at published published_at published_version hidden_at hidden_reason hidden_words demo',
};
