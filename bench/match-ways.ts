import type { EntityManager } from 'typeorm';
import type { Candidate } from '../src/candidates/candidate.entity.js';
import { SearchEngine } from '../src/indexing/search-engine.js';
import { Clock } from '../src/common/clock.js';
import { offersOf } from '../src/matcher/read-rows.js';
import { farAway, topOf } from '../src/ranking/ranked.js';
import { SqlRanking } from '../src/ranking/sql-offers.js';
import { profileOf } from '../src/scoring/facts-of.js';
import { MatchCheck } from '../src/scoring/match-check.js';
import { SkillKnowledge } from '../src/scoring/skill-knowledge.js';
import { currentWeights } from '../src/scoring/weights.js';
import { Wishes } from '../src/scoring/wishes.js';
import { Gazetteer } from '../src/territories/gazetteer.js';
import type { Trial } from './trial.js';

export const shown = 20;

/** One answer: the ids in order, with their scores where the way knows them. */
export type Way = (candidate: Candidate) => Promise<string[]>;

const everything = { said: {}, places: null };

/** PostgreSQL alone: the same formula in one query. It is the truth that the others are held against. */
export function inSql({ app }: Trial): (candidate: Candidate) => Promise<{ id: string; tenths: number }[]> {
  const ranking = app.get(SqlRanking, { strict: false });
  return async (candidate) => [...(await ranking.offersFor(profileOf(candidate), everything, shown, null)).ranked];
}

/** What the SQL is itself held against: every open offer read and scored one by one, at sizes where that ends. */
export async function byBruteForce({ app, db }: Trial): Promise<Way> {
  const check = app.get(MatchCheck, { strict: false });
  const today = app.get(Clock).today();
  const ids = await db.query<{ id: string }[]>('SELECT id FROM offer');
  const offers = (
    await offersOf(
      db.manager,
      ids.map(({ id }) => id),
    )
  ).filter(({ expiresOn }) => expiresOn === null || expiresOn >= today);
  return (candidate) => {
    const of = check.of(profileOf(candidate));
    const ranked = offers.flatMap((offer) => {
      const { failures, scored } = of(offer);
      return failures.length > 0
        ? []
        : [
            {
              id: offer.id,
              tenths: Math.round(scored.score * 10),
              evidence: scored.evidence,
              km: scored.rankKm ?? farAway,
            },
          ];
    });
    return Promise.resolve(topOf(ranked, shown, null).ranked.map(({ id }) => id));
  };
}

const index = 'bench_match';
const batch = 20_000;

/** The engine alone: the rarest skills as words, contract and communes as filters, in the order of its relevance. */
export function byTheEngine({ app, engine }: Trial): Way {
  const [knowledge, gazetteer] = [app.get(SkillKnowledge, { strict: false }), app.get(Gazetteer, { strict: false })];
  return async (candidate) => {
    const words = [...candidate.skills]
      .sort((one, other) => knowledge.rarity(other.code) - knowledge.rarity(one.code))
      .slice(0, 10)
      .map(({ code }) => word(code));
    const wishes = new Wishes(gazetteer, candidate.places, currentWeights);
    const filter = [
      ...(candidate.contractTypes.length > 0 ? [`contract IN [${candidate.contractTypes.join(',')}]`] : []),
      ...(wishes.everywhere ? [] : [`(remote = FULL OR communes IN [${wishes.communeCodes().join(',')}])`]),
    ];
    const found = await engine(`/indexes/${index}/search`, {
      q: words.join(' '),
      filter: filter.join(' AND '),
      limit: shown,
      attributesToRetrieve: ['id'],
      matchingStrategy: 'frequency',
    });
    return found.hits.map(({ id }: { id: string }) => id);
  };
}

/** Letters only, so that a code stays one word. */
const word = (code: string): string =>
  `s${Array.from(code, (letter) =>
    letter
      .charCodeAt(0)
      .toString(26)
      .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!),
  ).join('')}`;

export async function buildEngineIndex({ app, db }: Trial, told: (done: number) => void): Promise<void> {
  const engine = app.get(SearchEngine, { strict: false });
  await engine.drop(index);
  await engine.create(index, settings);
  let rows = await page(db.manager, null);
  for (let done = 0; rows.length > 0; rows = await page(db.manager, rows.at(-1)!.id)) {
    const documents = rows.map((row) => ({ ...row, skills: row.skills.map(word).join(' ') }));
    await engine.write(index, documents as never, []);
    told((done += rows.length));
  }
}

const settings = {
  searchableAttributes: ['skills'],
  filterableAttributes: ['contract', 'communes', 'remote'],
  displayedAttributes: ['id'],
  typoTolerance: { enabled: false },
  proximityPrecision: 'byAttribute' as const,
  facetSearch: false,
};

interface Row {
  id: string;
  skills: string[];
  contract: string;
  remote: string;
  communes: string[];
}

const page = (tx: EntityManager, after: string | null): Promise<Row[]> =>
  tx.query(
    `SELECT id, required_skill_codes || desired_skill_codes AS skills, contract_type AS contract, remote_work AS remote,
            ARRAY(SELECT commune_code FROM offer_site WHERE offer_id = o.id) AS communes
       FROM offer o WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    [after, batch],
  );
