import { type DataSource, MoreThan } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import type { Progress } from '../common/progress.js';
import type { OffersRepository } from '../offers/offers.repository.js';
import { profileOf } from '../scoring/facts-of.js';
import type { MatchCheck, Profile } from '../scoring/match-check.js';
import type { OfferFactsReader } from '../scoring/offer-facts-reader.js';
import { type Weights, weights } from '../scoring/weights.js';
import { type Lift, liftsOf } from './compare-causes.js';
import { compareLists, type ListChange, overtaken } from './compare-lists.js';
import { type Comparison, Tally } from './compare-report.js';
import type { Ranked } from './ranked.js';
import type { Ranking } from './ranking.service.js';

/** What a comparison asks; it writes nothing. */
export interface Compares {
  db: DataSource;
  ranking: Pick<Ranking, 'offersFor'>;
  offers: OffersRepository;
  facts: OfferFactsReader;
  check: MatchCheck;
}

export class UnknownScoringVersion extends Error {
  constructor(
    readonly version: string,
    readonly known: readonly string[],
  ) {
    super(
      `Version de score inconnue : ${version} ; connues : ${known.join(', ')}. (Unknown scoring version; the others are known.)`,
    );
  }
}

const listLength = 20;
const batch = 500;
const everything = { said: {}, places: null };

/** The first 20 offers of each of so many candidates, in order of their ids, by one version of the weights and by another. */
export async function compareScoring(
  compares: Compares,
  versions: { one: string; other: string },
  most: number,
  progress: Progress,
): Promise<Comparison> {
  const [one, other] = [knownWeights(versions.one), knownWeights(versions.other)];
  const total = Math.min(most, await compares.db.getRepository(Candidate).count());
  const tally = new Tally();
  let done = 0;
  for await (const candidate of candidatesInOrder(compares.db, most)) {
    const profile = profileOf(candidate);
    const change = compareLists(await listOf(compares, profile, one), await listOf(compares, profile, other));
    const lifts = change.kind === 'EQUAL' ? [] : await causesOf(compares, profile, change, [one, other]);
    tally.add({ ...change, candidateId: candidate.id, lifts });
    done += 1;
    progress('comparison', Math.min(done, total), total);
  }
  return tally.report();
}

function knownWeights(version: string): Weights {
  const known = Object.hasOwn(weights, version) ? weights[version] : undefined;
  if (!known) throw new UnknownScoringVersion(version, Object.keys(weights));
  return known;
}

async function* candidatesInOrder(db: DataSource, most: number): AsyncGenerator<Candidate> {
  const candidates = db.getRepository(Candidate);
  let after: string | null = null;
  for (let left = most; left > 0; left -= batch) {
    const found: Candidate[] = await candidates.find({
      ...(after !== null && { where: { id: MoreThan(after) } }),
      order: { id: 'ASC' },
      take: Math.min(left, batch),
    });
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < batch) return;
    after = last.id;
  }
}

async function listOf({ ranking }: Compares, profile: Profile, by: Weights): Promise<Ranked[]> {
  const { entries } = await ranking.offersFor(profile, everything, { first: listLength }, by);
  return entries.map(({ ranked }) => ranked);
}

/** An offer that was taken away meanwhile explains nothing. */
async function causesOf(
  { offers, facts, check }: Compares,
  profile: Profile,
  change: ListChange,
  [one, other]: [Weights, Weights],
): Promise<Lift[]> {
  const { rose, fell } = overtaken(change);
  const seen = await facts.of([...(await offers.byIds([...rose, ...fell])).values()]);
  const [before, after] = [check.of(profile, one), check.of(profile, other)];
  const scoredTwice = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const offer = seen.get(id);
      return offer ? [{ before: before(offer).scored, after: after(offer).scored }] : [];
    });
  return liftsOf(scoredTwice(rose), scoredTwice(fell));
}
