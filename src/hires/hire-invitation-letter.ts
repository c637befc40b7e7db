import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../common/config.js';
import { englishDate, frenchDate } from '../common/date-words.js';
import type { Language } from '../common/text.js';
import type { Company } from '../companies/company.entity.js';
import { linkPath } from '../mail/link-pages.js';
import { Mailer } from '../mail/mailer.js';
import type { Hire } from './hire.entity.js';

/** The parts of the addresses of the pages that the letter leads to. */
export const acceptPage = 'mon-embauche';
export const disownPage = 'pas-mon-embauche';

interface Invitation {
  email: string;
  language: Language;
  token: string;
  company: Pick<Company, 'name' | 'siret'>;
  hire: Pick<Hire, 'missionTitle' | 'hiredOn'>;
}

@Injectable()
export class HireInvitationLetter {
  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(tx: EntityManager, { email, language, token, company, hire }: Invitation): Promise<void> {
    const notMe = new URL(linkPath(disownPage, token), this.config.PUBLIC_URL).href;
    await this.mailer.write(tx, {
      kind: 'hire-invitation',
      to: { email, language },
      subject: {
        fr: `${company.name} déclare vous avoir embauché·e en VTE`,
        en: `${company.name} declares that it hired you for a VTE`,
      },
      paragraphs: [
        {
          fr: `L’entreprise ${company.name} (SIRET ${company.siret}) déclare sur VTE Territoires avoir signé avec vous, le ${frenchDate(hire.hiredOn)}, un contrat pour la mission « ${hire.missionTitle} ».`,
          en: `The company ${company.name} (SIRET ${company.siret}) declares on VTE Territoires that it signed a contract with you on ${englishDate(hire.hiredOn)}, for the mission “${hire.missionTitle}”.`,
        },
        {
          fr: 'Si c’est bien vous, suivez le lien ci-dessous avec un compte de candidat à cette adresse ; créez-le d’abord si vous n’en avez pas. Vous lirez puis signerez ensemble la charte du VTE. Le lien fonctionne pendant 30 jours.',
          en: 'If it is you, follow the link below with the account of a candidate at this address; make one first if you have none. You will read and sign the charter of the VTE together. The link works for 30 days.',
        },
        {
          fr: `Si ce n’est pas vous, dites-le, sans compte : ${notMe}`,
          en: `If it is not you, say so, without an account: ${notMe}`,
        },
      ],
      link: { label: { fr: 'C’est bien moi', en: 'It is me' }, path: linkPath(acceptPage, token) },
    });
  }
}
