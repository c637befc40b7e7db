import { fold } from '../common/fold.js';
import { addDays } from '../common/clock.js';
import { badInput } from '../common/errors.js';
import { isUuid } from '../common/node.js';
import type { Gazetteer } from '../territories/gazetteer.js';
import { resolvePlaces } from '../territories/place-set.js';
import type { BoardFilter } from './board.input.js';

/** Whose applications: all of a company, or those to one offer of it. */
export interface BoardScope {
  companyId: string;
  offerId?: string;
}

/** What the conditions are judged by. */
export interface BoardNow {
  now: Date;
  today: string;
  gazetteer: Gazetteer;
}

const most = { offers: 200, skills: 20, words: 10, characters: 200 };

/** The tables that conditions, orders and cells speak of: a application, o its offer, c its candidate, s its score. */
export const boardTables = `application a JOIN offer o ON o.id = a.offer_id JOIN candidate c ON c.id = a.candidate_id
  LEFT JOIN application_score s ON s.application_id = a.id`;

export const isWaiting = `a.status IN ('SENT', 'SEEN')`;
export const hasUnread = `EXISTS (SELECT FROM message m WHERE m.application_id = a.id AND m.side = 'CANDIDATE' AND m.read_at IS NULL)`;

/** Conditions in SQL with their parameters; a copy can go on from where it is. */
export class BoardWhere {
  constructor(
    readonly parameters: unknown[] = [],
    private readonly conditions: string[] = [],
  ) {}

  value(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  and(condition: string): this {
    this.conditions.push(condition);
    return this;
  }

  copy(): BoardWhere {
    return new BoardWhere([...this.parameters], [...this.conditions]);
  }

  get sql(): string {
    return this.conditions.join(' AND ');
  }
}

/** Throws BAD_USER_INPUT for what cannot be looked for. Scores are left aside where they are still to be worked out. */
export function boardWhere(scope: BoardScope, filter: BoardFilter, by: BoardNow, scored = true): BoardWhere {
  const where = new BoardWhere();
  where.and(`o.company_id = ${where.value(scope.companyId)}`);
  if (scope.offerId) where.and(`a.offer_id = ${where.value(scope.offerId)}`);
  const offers = some(filter.offerIds, most.offers, 'offerIds');
  if (offers) where.and(`a.offer_id = ANY(${where.value(offers.filter(isUuid))}::uuid[])`);
  if (filter.statuses && filter.statuses.length > 0) where.and(`a.status = ANY(${where.value(filter.statuses)})`);
  const skills = some(filter.skillCodes, most.skills, 'skillCodes');
  for (const code of skills ?? []) where.and(`c.skills @> ${where.value(JSON.stringify([{ code }]))}::jsonb`);
  if (scored && filter.minScore != null)
    where.and(`coalesce(s.score, 0) >= ${where.value(Math.ceil(filter.minScore * 10))}`);
  timed(where, filter, by);
  said(where, filter.words ?? '');
  placed(where, filter, by.gazetteer);
  return where;
}

function timed(where: BoardWhere, filter: BoardFilter, { now, today }: BoardNow): void {
  if (filter.overdue != null) where.and(`${not(filter.overdue)}(${isOverdue(where, today)})`);
  if (filter.dueWithinDays != null) {
    const days = Math.min(Math.max(filter.dueWithinDays, 0), 3650);
    where.and(`${isWaiting} AND a.answer_due_on <= ${where.value(addDays(today, days))}::date`);
  }
  if (filter.unread != null) where.and(`${not(filter.unread)}${hasUnread}`);
  if (filter.hasInterview != null) {
    where.and(`${not(filter.hasInterview)}EXISTS (SELECT FROM interview i WHERE i.application_id = a.id
      AND (i.status = 'PROPOSED' OR (i.status = 'AGREED' AND i.agreed_starts_at > ${where.value(now)}::timestamptz)))`);
  }
}

/** Folded words hold letters, digits, + and # only: none of them can be read as a sign of the query language. */
function said(where: BoardWhere, words: string): void {
  if (words.trim() === '') return;
  const wanted = fold(words.slice(0, most.characters))
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .slice(0, most.words);
  if (wanted.length === 0) {
    where.and('false');
    return;
  }
  const query = where.value(wanted.map((word) => `${word}:*`).join(' & '));
  where.and(
    `EXISTS (SELECT FROM application_words w WHERE w.application_id = a.id AND w.words @@ to_tsquery('simple', ${query}))`,
  );
}

function placed(where: BoardWhere, { places }: BoardFilter, gazetteer: Gazetteer): void {
  if (!places || places.length === 0) return;
  const found = resolvePlaces(gazetteer, places, ['filter', 'places']);
  if (Array.isArray(found)) throw badInput(found.map(({ text }) => `${text.fr} (${text.en})`).join(' '));
  const codes = where.value(Array.from(found.communes.keys()));
  where.and(
    `EXISTS (SELECT FROM offer_site site WHERE site.offer_id = o.id AND site.commune_code = ANY(${codes}::text[]))`,
  );
}

export const isOverdue = (where: BoardWhere, today: string): string =>
  `${isWaiting} AND a.answer_due_on < ${where.value(today)}::date`;

const not = (wanted: boolean): string => (wanted ? '' : 'NOT ');

function some<Value>(values: Value[] | null | undefined, atMost: number, name: string): Value[] | null {
  if (!values || values.length === 0) return null;
  if (values.length > atMost) throw badInput(`${name} : ${atMost} au plus. (At most ${atMost}.)`);
  return values;
}
