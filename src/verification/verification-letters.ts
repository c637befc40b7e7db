import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import { Company } from '../companies/company.entity.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import { VerificationStep } from './verification.entity.js';
import { refusalSaid } from './verification-words.js';

const job = 'verification-letter';

/** Tells all members of a company what became of it: by a job, for whoever is being erased holds the account a letter needs. */
@Injectable()
export class VerificationLetters implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, ({ step }) => this.write(String(step)));
  }

  /** What members did themselves they know. */
  async note(tx: EntityManager, { seq, status, by }: VerificationStep): Promise<void> {
    if (status !== 'PENDING' || by !== 'MEMBER') await this.jobs.add(tx, job, { step: seq });
  }

  private async write(seq: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const step = await tx.findOneBy(VerificationStep, { seq });
      const company = step && (await tx.findOneBy(Company, { id: step.companyId }));
      if (!company) return;
      const members = await tx.query<{ id: string }[]>(
        'SELECT account_id AS id FROM company_member WHERE company_id = $1 ORDER BY account_id',
        [company.id],
      );
      const words = wordsOf(step, company.name);
      for (const { id } of members) {
        const once = `verification:${step.seq}:${id}`;
        await this.mailer.write(tx, { kind: `company-${step.status}`, to: { accountId: id }, ...words, once });
      }
    });
  }
}

function wordsOf({ status, reason, words }: VerificationStep, name: string): { subject: Text; paragraphs: Text[] } {
  if (status === 'VERIFIED') {
    return {
      subject: { fr: `${name} est vérifiée`, en: `${name} is verified` },
      paragraphs: [
        {
          fr: `L’entreprise ${name} a été vérifiée. Ses offres ouvertes sont maintenant publiques : les candidats les trouvent et peuvent y répondre.`,
          en: `The company ${name} was verified. Its open offers are public now: candidates find them and can apply.`,
        },
      ],
    };
  }
  if (status === 'PENDING') {
    return {
      subject: { fr: `${name} est à nouveau en cours de vérification`, en: `${name} is being verified again` },
      paragraphs: [
        {
          fr: `Le nom de l’entreprise a changé et ne ressemble plus à celui qui avait été vérifié. En attendant une nouvelle vérification, ses offres (${name}) sont enregistrées mais ne sont plus publiques.`,
          en: `The name of the company was changed and is no longer like the one that was verified. Until it is verified again, its offers (${name}) are saved but no longer public.`,
        },
      ],
    };
  }
  const { why, whatToDo } = refusalSaid[reason ?? 'OTHER'];
  return {
    subject: { fr: `${name} n’a pas pu être vérifiée`, en: `${name} could not be verified` },
    paragraphs: [
      {
        fr: `L’entreprise ${name} n’a pas pu être vérifiée : ses offres sont enregistrées mais ne sont pas publiques.`,
        en: `The company ${name} could not be verified: its offers are saved but not public.`,
      },
      why,
      ...(words ? [{ fr: words, en: words }] : []),
      whatToDo,
    ],
  };
}
