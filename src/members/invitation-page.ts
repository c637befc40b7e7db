import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import { Refusal } from '../common/refusal.js';
import { type LinkAnswer, LinkPages } from '../mail/link-pages.js';
import { invitationPage } from './inviting-members.service.js';
import { JoiningService } from './joining.service.js';

/** What the link of an invitation leads to. Whoever is not signed in is told to, and the invitation waits. */
@Injectable()
export class InvitationPage implements OnModuleInit {
  constructor(
    private readonly pages: LinkPages,
    private readonly viewers: Viewers,
    private readonly joining: JoiningService,
  ) {}

  onModuleInit(): void {
    this.pages.register({
      kind: invitationPage,
      title: { fr: 'Rejoindre une entreprise', en: 'Join a company' },
      explain: {
        fr: 'Vous êtes invité·e à agir au nom d’une entreprise. Connectez-vous d’abord avec le compte de membre d’entreprise qui a l’adresse à laquelle ce lien vous a été envoyé. Si vous n’avez pas encore de compte, créez-le avec cette adresse, puis revenez sur ce lien : il fonctionne pendant 7 jours.',
        en: 'You are invited to act for a company. First sign in with the account of a company member that has the address this link was sent to. If you have no account yet, make one with this address, then come back to this link: it works for 7 days.',
      },
      button: { fr: 'Rejoindre l’entreprise', en: 'Join the company' },
      act: async (token, _fields, context): Promise<LinkAnswer> => {
        const viewer = await this.viewers.of(context);
        if (!viewer) return { again: signInFirst };
        const joined = await this.joining.accept(viewer, token);
        if (joined instanceof Refusal) return { again: joined.text };
        return {
          fr: `Vous faites maintenant partie des membres de ${joined.name}.`,
          en: `You are now a member of ${joined.name}.`,
        };
      },
    });
  }
}

const signInFirst = {
  fr: 'Connectez-vous d’abord, ou créez un compte de membre d’entreprise avec l’adresse à laquelle ce lien vous a été envoyé ; puis appuyez de nouveau ici.',
  en: 'First sign in, or make the account of a company member with the address this link was sent to; then press here again.',
};
