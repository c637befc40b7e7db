import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type EntityTarget, In } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Account } from '../accounts/account.entity.js';
import type { AccountRole } from '../permissions/account-role.js';
import { Passwords } from '../accounts/passwords.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { CONFIG, type Config } from '../common/config.js';
import type { Progress } from '../common/progress.js';
import { Company, CompanyMember } from '../companies/company.entity.js';
import { Offer, OfferSite } from '../offers/offer.entity.js';
import { Outbox } from '../outbox/outbox.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { demoAccounts } from './demo-accounts.js';
import type { DemoFacts } from './demo-facts.js';
import { writeHires } from './demo-hires.js';
import { insert } from './demo-insert.js';
import { writeLabels } from './demo-labels.js';
import { pendingCompany, writeDesk, writePeople } from './demo-people.js';
import { accountRow, candidateRow, companyRow, offerRow } from './demo-rows.js';
import { demoWorld, type DemoWorld } from './demo-world.js';
import { writeWelcome } from './demo-welcome.js';
import { Random } from './random.js';

/** Of a random password that nobody kept: most people of the demo cannot sign in. Made once, for hashing takes its time. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$KC4vnrY0s0fXOuPBgDFY6g$Sg9B0DmQ/A8NzKVHvQYJnQBVlfUSU2XlGBoLjv34510';

type Rows<Row> = (QueryDeepPartialEntity<Row> & { id: string })[];

const batch = 100;

/** Writes the demo's rows many at a time, and leaves alone what is there already. */
@Injectable()
export class DemoWriter {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly outbox: Outbox,
    private readonly places: Gazetteer,
  ) {}

  async write(tx: EntityManager, facts: DemoFacts, progress: Progress): Promise<void> {
    const world = demoWorld(facts, { candidate: emailOf('CANDIDATE'), company: emailOf('COMPANY_MEMBER') });
    const { companies, offers, candidates } = world;
    const accounts = await this.accountRows(world, facts.today);
    const total = accounts.length + companies.length + offers.length + candidates.length;
    let done = 0;
    const write = async <Row extends { id: string }>(entity: EntityTarget<Row>, rows: Rows<Row>) => {
      for (let from = 0; from < rows.length; from += batch) {
        await insert(tx, entity, rows.slice(from, from + batch));
        done += Math.min(batch, rows.length - from);
        progress('demo', Math.min(done, total), total);
      }
      return presentIds(tx, entity, rows);
    };

    const people = await write(Account, accounts);
    await this.openNamed(tx, accounts.find(({ email }) => named.includes(email))!.passwordHash);
    const known = await write(
      Company,
      companies.map((company) => companyRow(company, company !== pendingCompany(world))),
    );
    const members = companies.filter(({ id, owner }) => known.has(id) && people.has(owner.accountId));
    await insert(
      tx,
      CompanyMember,
      members.map(({ id, owner }) => ({ companyId: id, accountId: owner.accountId, role: 'owner' })),
    );
    const posted = offers.filter(({ companyId }) => known.has(companyId));
    const online = await write(Offer, posted.map(offerRow));
    const sites = posted
      .filter(({ id }) => online.has(id))
      .flatMap(({ id, sites }) => sites.map((site, place) => ({ ...site, offerId: id, position: place + 1 })));
    await insert(tx, OfferSite, sites);
    const seekers = await write(
      Candidate,
      candidates.filter(({ person }) => people.has(person.accountId)).map(candidateRow),
    );
    const present = new Set([...people, ...known, ...online, ...seekers]);
    await writePeople(tx, facts, world, present);
    await writeDesk(tx, facts, world, present, emailOf('TERRITORY_MANAGER'));
    await writeWelcome(tx, facts, world);
    await writeHires(tx, facts, world, { present, publicUrl: this.config.PUBLIC_URL, places: this.places });
    await writeLabels(tx, facts, world);
    await this.outbox.mark(tx, 'offer', ...online);
    progress('demo', total, total);
  }

  /** One hash for the four accounts that visitors use, none for the others. */
  private async accountRows({ companies, candidates }: DemoWorld, today: string) {
    const known = await this.passwords.hash(this.config.DEMO_PASSWORD);
    const hashFor = (email: string): string => (named.includes(email) ? known : nobodysHash);
    const random = new Random('accounts');
    return [
      ...demoAccounts
        .filter(({ role }) => role === 'TERRITORY_MANAGER' || role === 'ADMIN')
        .map(({ email, role }) => accountRow({ accountId: random.uuid(), email }, role, known, today)),
      ...companies.map(({ owner, createdOn }) => accountRow(owner, 'COMPANY_MEMBER', hashFor(owner.email), createdOn)),
      ...candidates.map(({ person, createdOn }) => accountRow(person, 'CANDIDATE', hashFor(person.email), createdOn)),
    ];
  }

  /** The named accounts that are there, opened with today's DEMO_PASSWORD, which may have changed since they were made. */
  async openedAccounts(): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      const there = await tx.findBy(Account, { demo: true, email: In(named) });
      const opens = ({ passwordHash, suspendedAt }: Account): Promise<boolean> =>
        this.passwords.matches(this.config.DEMO_PASSWORD, passwordHash).then((right) => right && suspendedAt === null);
      if (!(await Promise.all(there.map(opens))).every(Boolean)) {
        await this.openNamed(tx, await this.passwords.hash(this.config.DEMO_PASSWORD));
      }
      return there.map(({ email }) => email);
    });
  }

  private async openNamed(tx: EntityManager, passwordHash: string): Promise<void> {
    const update = tx.createQueryBuilder().update(Account).set({ passwordHash, suspendedAt: null });
    await update.where('demo AND email IN (:...named)', { named }).execute();
  }
}

const named = demoAccounts.map(({ email }) => email);
const emailOf = (role: AccountRole): string => demoAccounts.find((account) => account.role === role)!.email;

/** Which of the rows are there now, written just now or before. */
async function presentIds<Row extends { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: Rows<Row>,
): Promise<Set<string>> {
  const ids = rows.map(({ id }) => id);
  const found = await tx
    .createQueryBuilder(entity, 'row')
    .select('row.id', 'id')
    .whereInIds(ids)
    .getRawMany<{ id: string }>();
  return new Set(found.map(({ id }) => id));
}
