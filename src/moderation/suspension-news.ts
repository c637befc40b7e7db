import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Text } from '../common/text.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Mailer } from '../mail/mailer.js';

export const tellApplicants = 'tell-applicants-of-suspension';

interface Waiting {
  applicationId: string;
  accountId: string;
  offerTitle: string;
}

/** Whoever waits for an answer is told that what they applied to is suspended, and that it is no more. */
@Injectable()
export class SuspensionNews implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.handlers.register(tellApplicants, ({ id, lifted }) => this.tell(String(id), lifted === true));
  }

  /** Nobody is told that it began once it has ended. One letter each, however often the job runs. */
  private async tell(id: string, lifted: boolean): Promise<void> {
    const waiting = await this.db.query<Waiting[]>(
      `SELECT a.id AS "applicationId", c.account_id AS "accountId", o.title AS "offerTitle"
         FROM suspension s JOIN offer o ON o.id = s.offer_id OR o.company_id = s.company_id
         JOIN application a ON a.offer_id = o.id JOIN candidate c ON c.id = a.candidate_id
        WHERE s.id = $1 AND (s.lifted_at IS NOT NULL) = $2 AND a.status IN ('SENT', 'SEEN', 'INTERVIEW') AND a.sent_at <= s.since
        ORDER BY a.id`,
      [id, lifted],
    );
    for (const { applicationId, accountId, offerTitle } of waiting) {
      const letter = lifted ? again(offerTitle) : suspended(offerTitle);
      await this.db.transaction((tx) =>
        this.mailer.write(tx, {
          kind: lifted ? 'offer-back' : 'offer-withheld',
          to: { accountId },
          once: `suspension:${id}:${lifted ? 'lifted' : 'begun'}:${applicationId}`,
          ...letter,
        }),
      );
    }
  }
}

/** Why is between the platform and the company: nobody is accused in a letter to others. */
const suspended = (title: string): { subject: Text; paragraphs: Text[] } => ({
  subject: { fr: `L’offre « ${title} » est suspendue`, en: `The offer “${title}” is suspended` },
  paragraphs: [
    {
      fr: `La plateforme a suspendu l’offre « ${title} », à laquelle vous avez postulé, le temps de vérifications. Elle n’est plus visible.`,
      en: `The platform suspended the offer “${title}”, to which you applied, while it is looked into. It is not shown any more.`,
    },
    {
      fr: 'Votre candidature est conservée et vous pouvez la retirer. Ne versez jamais d’argent et n’envoyez aucun document d’identité ou bancaire pour une candidature.',
      en: 'Your application is kept, and you can withdraw it. Never pay money or send identity or bank documents for an application.',
    },
  ],
});

const again = (title: string): { subject: Text; paragraphs: Text[] } => ({
  subject: { fr: `L’offre « ${title} » n’est plus suspendue`, en: `The offer “${title}” is not suspended any more` },
  paragraphs: [
    {
      fr: `Les vérifications sont terminées : l’offre « ${title} », à laquelle vous avez postulé, n’est plus suspendue. Votre candidature suit son cours.`,
      en: `It was looked into: the offer “${title}”, to which you applied, is not suspended any more. Your application goes on.`,
    },
  ],
});
