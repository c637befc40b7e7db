import { type EntityManager, In } from 'typeorm';
import { ApplicationEvent } from '../applications/application-event.entity.js';
import { Application } from '../applications/application.entity.js';
import { AnswerTemplate } from '../board/answer-template.entity.js';
import { ApplicationNote } from '../board/note.entity.js';
import { Favourite } from '../favourites/favourite.entity.js';
import { Interview, InterviewSlot } from '../interviews/interview.entity.js';
import { TerritoryManager } from '../managers/territory-manager.entity.js';
import { Message } from '../messages/message.entity.js';
import { noteReport } from '../moderation/case-book.js';
import { ModerationCase } from '../moderation/moderation-case.entity.js';
import { CompanyVerification, VerificationStep } from '../verification/verification.entity.js';
import type { DemoApplication } from './demo-applications.js';
import type { DemoCompany } from './demo-companies.js';
import type { DemoFacts } from './demo-facts.js';
import type { DemoOffer } from './demo-offers.js';
import { insert } from './demo-insert.js';
import { demoScenes, staged } from './demo-scenes.js';
import { demoSteps, type Sides } from './demo-steps.js';
import type { DemoWorld } from './demo-world.js';

const hour = 3_600_000;
const batch = 200;

/** The company that waits to be verified, whose offers nobody sees meanwhile. */
export const pendingCompany = ({ companies }: DemoWorld): DemoCompany => companies.at(-1)!;

/**
 * Applications with every step they took, and what visitors find in the middle of happening; nothing of what is there already.
 * `present` holds the ids of all accounts, companies, offers and candidates that could be written.
 */
export async function writePeople(
  tx: EntityManager,
  facts: DemoFacts,
  world: DemoWorld,
  present: ReadonlySet<string>,
): Promise<void> {
  const sides = sidesIn(world, present);
  const { of, to } = staged(facts, world);
  const replaced = new Map([of, to].map((each) => [each.id, each]));
  const withheld = new Set(offersOf(world, pendingCompany(world)).map(({ id }) => id));
  const applications = world.applications
    .filter(({ offerId, candidateId }) => present.has(offerId) && present.has(candidateId) && !withheld.has(offerId))
    .map((each) => replaced.get(each.id) ?? each);
  const known = new Set(
    (await tx.findBy(Application, { id: In(applications.map(({ id }) => id)) })).map(({ id }) => id),
  );
  const made = applications
    .map((application, place) => demoSteps(facts, application, sides(application), place))
    .filter(({ row }) => !known.has(row.id));
  for (let from = 0; from < made.length; from += batch) {
    const some = made.slice(from, from + batch);
    await insert(
      tx,
      Application,
      some.map(({ row }) => row),
    );
    await insert(
      tx,
      ApplicationEvent,
      some.flatMap(({ events }) => events),
    );
  }
  const added = new Set(made.map(({ row }) => row.id));
  const scenes = demoScenes(facts, world, sides);
  const isNew = ({ applicationId }: { applicationId: string }): boolean => added.has(applicationId);
  const interviews = scenes.interviews.filter(isNew);
  await insert(tx, Message, scenes.messages.filter(isNew));
  await insert(tx, Interview, interviews);
  await insert(
    tx,
    InterviewSlot,
    scenes.slots.filter((slot) => interviews.some(({ id }) => id === slot.interviewId)),
  );
  await insert(tx, ApplicationNote, scenes.notes.filter(isNew));
  if (added.has(of.id))
    await insert(
      tx,
      Favourite,
      scenes.favourites.filter(({ offerId }) => present.has(offerId)),
    );
  if (added.has(to.id)) await insert(tx, AnswerTemplate, scenes.templates);
}

/** What waits for administrators, and where the territory manager is at home. */
export async function writeDesk(
  tx: EntityManager,
  facts: DemoFacts,
  world: DemoWorld,
  present: ReadonlySet<string>,
  managerEmail: string,
): Promise<void> {
  const pending = pendingCompany(world);
  const since = new Date(facts.now.valueOf() - 40 * hour);
  if (present.has(pending.id) && !(await tx.existsBy(CompanyVerification, { companyId: pending.id }))) {
    const step = { companyId: pending.id, at: since, status: 'PENDING' as const, by: 'MEMBER' as const };
    await insert(tx, CompanyVerification, [
      { companyId: pending.id, since, queuedAt: since, doubts: ['REGISTER_OFF', 'DOMAIN_UNUSUAL'] },
    ]);
    await insert(tx, VerificationStep, [
      { ...step, accountId: present.has(pending.owner.accountId) ? pending.owner.accountId : null },
    ]);
  }
  const reported = offersOf(world, world.companies[1]!).find(({ status }) => status === 'OPEN')!;
  if (present.has(reported.id) && !(await tx.existsBy(ModerationCase, { offerId: reported.id }))) {
    await noteReport(tx, {
      kind: 'OFFER',
      objectId: reported.id,
      origin: 'VISITOR',
      reason: 'WRONG_INFORMATION',
      words: 'Au téléphone, on m’a annoncé un autre lieu de travail que celui de l’offre.',
      callerKey: 'demo',
      at: new Date(facts.now.valueOf() - 18 * hour),
    });
  }
  const territoryId = facts.placeOf(world.companies[0]!.communeCode).territoryId;
  const [manager] = await tx.query<{ id: string }[]>('SELECT id FROM account WHERE demo AND email = $1', [
    managerEmail,
  ]);
  if (manager && territoryId) {
    await insert(tx, TerritoryManager, [{ accountId: manager.id, territoryId, givenAt: since }]);
  }
}

const offersOf = ({ offers }: DemoWorld, { id }: DemoCompany): DemoOffer[] =>
  offers.filter(({ companyId }) => companyId === id);

function sidesIn(
  { companies, offers, candidates }: DemoWorld,
  present: ReadonlySet<string>,
): (application: DemoApplication) => Sides {
  const owners = new Map(companies.map(({ id, owner }) => [id, owner.accountId]));
  const ownerOf = new Map(offers.map(({ id, companyId }) => [id, owners.get(companyId)!]));
  const accountOf = new Map(candidates.map(({ id, person }) => [id, person.accountId]));
  return ({ offerId, candidateId }) => {
    const company = ownerOf.get(offerId)!;
    return { candidate: accountOf.get(candidateId)!, company: present.has(company) ? company : null };
  };
}
