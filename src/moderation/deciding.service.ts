import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Mailer } from '../mail/mailer.js';
import { holdForCase } from './holding.js';
import type { ModerationCase, ModerationReport } from './moderation-case.entity.js';
import { CaseAlreadyDecided, nothingThere, wordsProblem } from './moderation-refusals.js';
import { type Decision, decisionsOf, type SuspensionReason } from './moderation-words.js';
import { objectIdOf, ModerationRepository, type Parties } from './moderation.repository.js';
import { SuspensionLetters } from './suspension-letters.js';
import { TerritoryPages } from './territory-pages.js';
import { type Suspendable, Suspensions } from './suspensions.service.js';

export interface Decided {
  decision: Decision;
  reason: SuspensionReason | null;
  words: string;
}

/** Decides cases. The caller was let in by AdminDoor. */
@Injectable()
export class DecidingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cases: ModerationRepository,
    private readonly suspensions: Suspensions,
    private readonly letters: SuspensionLetters,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly pages: TerritoryPages,
  ) {}

  /** One transaction: what is decided is done and told, or nothing is. */
  async decide(
    by: Viewer,
    id: string,
    decision: Decision,
    reason: SuspensionReason | null,
    given: string | null,
  ): Promise<ModerationCase | Refusal> {
    const words = plainText(given ?? '');
    return this.db.transaction(async (tx) => {
      const found = await this.held(tx, id);
      if (!found) return nothingThere();
      if (found.decidedAt) return new CaseAlreadyDecided();
      const problems = problemsOf(found, decision, reason, words);
      if (problems.length > 0) return new InvalidInput(problems);
      const reports = await this.cases.reportsOf(found.id, tx);
      const refused = await this.carryOut(tx, by, found, { decision, reason, words });
      if (refused) return refused;
      const decided = { decision, reason, words: words || null, decidedAt: this.clock.now(), decidedBy: by.id };
      await this.cases.decide(tx, found.id, decided);
      await this.tell(tx, found, decision, words, reports);
      await this.audit.note(tx, {
        actor: by,
        act: 'moderation.decide',
        objectType: 'ModerationCase',
        objectId: found.id,
        reason: words || null,
        details: { decision, reason, kind: found.kind, object: objectIdOf(found) },
      });
      return Object.assign(found, decided);
    });
  }

  private async held(tx: EntityManager, id: string): Promise<ModerationCase | null> {
    const seen = await this.cases.byId(id);
    if (!seen) return null;
    await holdForCase(tx, seen, await this.cases.partiesOf(tx, seen));
    return this.cases.locked(tx, id);
  }

  private async carryOut(
    tx: EntityManager,
    by: Viewer,
    found: ModerationCase,
    { decision, reason, words }: Decided,
  ): Promise<Refusal | null> {
    if (decision === 'DISMISS') return null;
    if (found.kind === 'TERRITORY') return this.carryOutOnPage(tx, by, found, { decision, reason, words });
    const parties = await this.cases.partiesOf(tx, found);
    const object = objectIdOf(found);
    if (decision === 'LIFT') return this.suspensions.liftWithin(tx, by, suspendable(found), object);
    if (decision === 'WARN') {
      const [kind, id] = warnedOf(found, parties);
      if (id === null) return nothingThere();
      await this.letters.warned(tx, kind, id, reason!, words);
      return null;
    }
    if (decision === 'SUSPEND_OBJECT') {
      return this.suspensions.suspendWithin(tx, by, suspendable(found), object, reason!, words);
    }
    const [kind, id] =
      decision === 'SUSPEND_COMPANY'
        ? (['COMPANY', parties.companyId] as const)
        : (['ACCOUNT', parties.authorId] as const);
    return id === null ? nothingThere() : this.suspensions.suspendWithin(tx, by, kind, id, reason!, words);
  }

  private async carryOutOnPage(
    tx: EntityManager,
    by: Viewer,
    found: ModerationCase,
    { decision, reason, words }: Decided,
  ): Promise<Refusal | null> {
    const id = objectIdOf(found);
    if (decision === 'LIFT') return this.pages.kept.showWithin(tx, by, id);
    if (decision === 'SUSPEND_OBJECT') return this.pages.kept.hideWithin(tx, by, id, reason!, words);
    await this.pages.kept.warn(tx, id, reason!, words);
    return null;
  }

  /** Whoever reported is told that it was looked at, and no more: what is said to others is theirs. */
  private async tell(
    tx: EntityManager,
    found: ModerationCase,
    decision: Decision,
    words: string,
    reports: ModerationReport[],
  ): Promise<void> {
    const name = await this.cases.nameOf(tx, found);
    for (const { id, origin, reporterId, email, language } of reports) {
      if (origin === 'CONCERNED' && decision === 'DISMISS') {
        await this.letters.upheld(tx, suspendable(found), objectIdOf(found), words);
      }
      if (origin !== 'VISITOR' || (!reporterId && !email)) continue;
      await this.mailer.write(tx, {
        kind: 'report-decided',
        to: reporterId ? { accountId: reporterId } : { email: email!, language },
        once: `report-decided:${id}`,
        subject: { fr: 'Votre signalement a été examiné', en: 'Your report was looked at' },
        paragraphs: [
          {
            fr: `Vous nous aviez signalé « ${name} ». Une personne de l’équipe l’a examiné.`,
            en: `You reported “${name}” to us. A person of the team looked at it.`,
          },
          decision === 'DISMISS' || decision === 'LIFT' ? nothingFound : actedUpon,
        ],
      });
    }
  }
}

const suspendable = ({ kind }: ModerationCase): Suspendable =>
  kind === 'OFFER' || kind === 'ACCOUNT' ? kind : 'COMPANY';

/** Whoever has to put it right: the company, or the candidate who wrote. */
function warnedOf(found: ModerationCase, { companyId, authorId }: Parties): [Suspendable, string | null] {
  if (found.kind === 'OFFER') return ['OFFER', objectIdOf(found)];
  return companyId === null ? ['ACCOUNT', authorId] : ['COMPANY', companyId];
}

function problemsOf(
  { kind }: ModerationCase,
  decision: Decision,
  reason: SuspensionReason | null,
  words: string,
): InputProblem[] {
  const acts = decision !== 'DISMISS' && decision !== 'LIFT';
  return [
    ...(decisionsOf[kind].includes(decision) ? [] : [new InputProblem(['decision'], notForThis)]),
    ...(acts && reason === null ? [new InputProblem(['reason'], reasonMissing)] : []),
    ...wordsProblem(words, acts && reason === 'OTHER' ? 10 : 0),
  ];
}

const notForThis = {
  fr: 'Cette décision ne s’applique pas à ce qui est signalé.',
  en: 'This decision does not apply to what is reported.',
};

const reasonMissing = { fr: 'Donnez le motif de la décision.', en: 'Give the reason of the decision.' };

const nothingFound = {
  fr: 'Rien de contraire aux règles de la plateforme n’a été trouvé. Merci de votre vigilance.',
  en: 'Nothing against the rules of the platform was found. Thank you for your attention.',
};

const actedUpon = {
  fr: 'Les mesures nécessaires ont été prises. Merci de votre vigilance.',
  en: 'What was necessary was done. Thank you for your attention.',
};
