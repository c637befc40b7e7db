import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { applicationPath, companyApplicationPath } from '../applications/application-letters.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { ApplicationParties, type Parties } from '../applications/application-parties.js';
import { Clock } from '../common/clock.js';
import { same, type Text } from '../common/text.js';
import { eachByItself } from '../jobs/each-by-itself.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';
import { minutesBetweenLetters } from './conversation-rules.js';
import { MessageBridge } from './message-bridge.js';
import type { Message, TalkingSide } from './message.entity.js';
import { tellOfMessages } from './messages.service.js';

type Told = Pick<Message, 'id' | 'body' | 'signedAs'>;

/**
 * Tells each side by letter what the other wrote and it has not read: the first message at once, what follows within ten
 * minutes together. What is answered to the letter becomes a message; neither side learns an address of the other.
 */
@Injectable()
export class MessageLetters implements OnModuleInit {
  private readonly logger = new Logger('Messages');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly moves: ApplicationMoves,
    private readonly parties: ApplicationParties,
    private readonly mailer: Mailer,
    private readonly bridge: MessageBridge,
    private readonly jobs: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(tellOfMessages, ({ applicationId }) => this.tell(String(applicationId)));
    this.jobs.schedule({ name: 'tell-of-held-messages', cron: '* * * * *', work: () => this.tellAll() });
  }

  async tellAll(): Promise<void> {
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT DISTINCT application_id AS id FROM message WHERE read_at IS NULL AND told_at IS NULL',
    );
    await eachByItself(
      this.logger,
      rows.map(({ id }) => id),
      (id) => this.tell(id),
    );
  }

  /** Holds the application, so that two at once do not tell the same. */
  async tell(applicationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await this.moves.locked(tx, applicationId))) return;
      const between = (await this.parties.of(tx, [applicationId])).get(applicationId);
      if (!between) return;
      for (const writer of ['CANDIDATE', 'COMPANY'] as const) {
        const untold = await this.untold(tx, applicationId, writer);
        if (untold.length === 0) continue;
        if (writer === 'CANDIDATE') await this.toCompany(tx, between, untold);
        else await this.toCandidate(tx, between, untold);
        await tx.query('UPDATE message SET told_at = $2 WHERE id = ANY($1)', [
          untold.map(({ id }) => id),
          this.clock.now(),
        ]);
      }
    });
  }

  /** Nothing while the last letter about this writer is younger than ten minutes. */
  private untold(tx: EntityManager, applicationId: string, writer: TalkingSide): Promise<Told[]> {
    const since = new Date(this.clock.now().valueOf() - minutesBetweenLetters * 60_000);
    return tx.query<Told[]>(
      `SELECT id, body, signed_as AS "signedAs" FROM message
        WHERE application_id = $1 AND side = $2 AND read_at IS NULL AND told_at IS NULL
          AND NOT EXISTS (SELECT FROM message told WHERE told.application_id = $1 AND told.side = $2 AND told.told_at > $3)
        ORDER BY sent_at, id`,
      [applicationId, writer, since],
    );
  }

  private async toCandidate(tx: EntityManager, between: Parties, untold: readonly Told[]): Promise<void> {
    const { applicationId, candidateAccountId, companyName, offerTitle } = between;
    const replyTo = await this.bridge.addressFor(tx, applicationId, candidateAccountId);
    await this.mailer.write(tx, {
      kind: 'message',
      to: { accountId: candidateAccountId },
      subject: { fr: `${companyName} vous a écrit`, en: `${companyName} wrote to you` },
      paragraphs: [
        {
          fr: `${companyName} vous a écrit au sujet de votre candidature à « ${offerTitle} ».`,
          en: `${companyName} wrote to you about your application to “${offerTitle}”.`,
        },
        ...untold.flatMap(quoted),
        answerHere(replyTo),
      ],
      link: { label: { fr: 'Lire et répondre', en: 'Read and answer' }, path: applicationPath(applicationId) },
      ...(replyTo && { replyTo }),
    });
  }

  private async toCompany(tx: EntityManager, between: Parties, untold: readonly Told[]): Promise<void> {
    const { applicationId, memberAccountIds, candidateAccountId, offerTitle } = between;
    for (const accountId of memberAccountIds) {
      const replyTo = await this.bridge.addressFor(tx, applicationId, accountId);
      await this.mailer.write(tx, {
        kind: 'message',
        to: { accountId },
        about: candidateAccountId,
        subject: { fr: `Message d’un candidat : ${offerTitle}`, en: `Message of a candidate: ${offerTitle}` },
        paragraphs: [
          {
            fr: `Une personne qui candidate à « ${offerTitle} » vous a écrit.`,
            en: `Someone who applied to “${offerTitle}” wrote to you.`,
          },
          ...untold.flatMap(quoted),
          answerHere(replyTo),
        ],
        link: { label: { fr: 'Lire et répondre', en: 'Read and answer' }, path: companyApplicationPath(applicationId) },
        ...(replyTo && { replyTo }),
      });
    }
  }
}

const quoted = ({ body, signedAs }: Told): Text[] => [
  { fr: `« ${body} »`, en: `“${body}”` },
  ...(signedAs ? [same(`— ${signedAs}`)] : []),
];

const answerHere = (replyTo: string | null): Text =>
  replyTo === null
    ? { fr: 'Pour répondre, ouvrez la conversation.', en: 'To answer, open the conversation.' }
    : {
        fr: 'Vous pouvez répondre à ce courriel : votre réponse sera transmise, sans votre adresse.',
        en: 'You can answer this e-mail: your answer is passed on, without your address.',
      };
