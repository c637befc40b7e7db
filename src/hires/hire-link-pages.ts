import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type LinkAnswer, type LinkPage, LinkPages } from '../mail/link-pages.js';
import { acceptPage, disownPage } from './hire-invitation-letter.js';
import { OutsideHiresService } from './outside-hires.service.js';

/** What the links of the letter to somebody hired elsewhere lead to. */
@Injectable()
export class HireLinkPages implements OnModuleInit {
  constructor(
    private readonly pages: LinkPages,
    private readonly viewers: Viewers,
    private readonly outside: OutsideHiresService,
  ) {}

  onModuleInit(): void {
    const check = async (token: string) => (await this.outside.invited(token)) !== null;
    this.pages.register({
      kind: acceptPage,
      title: { fr: 'C’est bien vous ?', en: 'Is it you?' },
      explain: signedIn,
      button: { fr: 'C’est bien moi', en: 'It is me' },
      check,
      shown: (token) => this.shown(token, signedIn),
      act: (token, _fields, context) => this.accept(token, context),
    });
    this.pages.register({
      kind: disownPage,
      title: { fr: 'Ce n’est pas vous ?', en: 'Is it not you?' },
      explain: withoutAccount,
      button: { fr: 'Ce n’est pas moi', en: 'It is not me' },
      check,
      shown: (token) => this.shown(token, withoutAccount),
      act: (token) => this.disown(token),
    });
  }

  private async shown(token: string, how: Text): Promise<Partial<LinkPage>> {
    const invited = await this.outside.invited(token);
    if (!invited) return {};
    const { companyName, siret, hire } = invited;
    return {
      explain: {
        fr: `L’entreprise « ${companyName} » (SIRET ${siret}) déclare vous avoir embauché·e : « ${hire.missionTitle} ».\n${how.fr}`,
        en: `The company “${companyName}” (SIRET ${siret}) declares that it hired you: “${hire.missionTitle}”.\n${how.en}`,
      },
    };
  }

  private async accept(token: string, context: RequestContext): Promise<LinkAnswer> {
    const viewer = await this.viewers.of(context);
    if (!viewer) return { again: signedIn };
    const accepted = await this.outside.accept(viewer, token);
    if (accepted instanceof Refusal) return { again: accepted.text };
    return {
      fr: 'C’est noté. L’entreprise prépare la charte ; vous serez prévenu·e quand elle sera à lire et à signer.',
      en: 'That is noted. The company prepares the charter; you will be told when it is to be read and signed.',
    };
  }

  private async disown(token: string): Promise<LinkAnswer> {
    if (!(await this.outside.disown(token))) return null;
    return {
      fr: 'C’est noté : l’embauche est annulée, et votre adresse n’est plus conservée pour elle.',
      en: 'That is noted: the hire is called off, and your address is not kept for it any more.',
    };
  }
}

const signedIn: Text = {
  fr: 'Connectez-vous d’abord avec le compte de candidat qui a l’adresse à laquelle ce lien vous a été envoyé, ou créez-le, puis revenez sur ce lien.',
  en: 'First sign in with the account of a candidate that has the address this link was sent to, or make one, then come back to this link.',
};

const withoutAccount: Text = {
  fr: 'Si ce n’est pas vous, appuyez sur le bouton : l’embauche déclarée est annulée. Aucun compte n’est nécessaire.',
  en: 'If it is not you, press the button: the hire is called off. No account is needed.',
};
