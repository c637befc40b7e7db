import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../accounts/accounts.service.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { SecondFactorNeeded, SecondFactorToEnrol } from '../credentials/sign-in-refusals.js';
import { SignInService } from '../credentials/sign-in.service.js';
import { type LinkAnswer, type LinkPage, LinkPages } from '../mail/link-pages.js';
import { invitationPage } from './inviting-members.service.js';
import { JoiningService } from './joining.service.js';
import { MemberInvitationNotValid } from './member-refusals.js';
import { asRole } from './member-role.js';

/** What the link of an invitation leads to. Whoever is not signed in with its address gives the password of that account. */
@Injectable()
export class InvitationPage implements OnModuleInit {
  constructor(
    private readonly pages: LinkPages,
    private readonly viewers: Viewers,
    private readonly accounts: Accounts,
    private readonly signsIn: SignInService,
    private readonly joining: JoiningService,
  ) {}

  onModuleInit(): void {
    this.pages.register({
      kind: invitationPage,
      title: { fr: 'Rejoindre une entreprise', en: 'Join a company' },
      explain: withPassword,
      button: { fr: 'Rejoindre l’entreprise', en: 'Join the company' },
      fields: [
        {
          name: 'password',
          label: { fr: 'Mot de passe de votre compte', en: 'Password of your account' },
          type: 'password',
          isKnown: true,
        },
      ],
      check: async (token) => (await this.joining.invited(token)) !== null,
      shown: (token, context) => this.shown(token, context),
      act: (token, { password = '' }, context) => this.join(token, password, context),
    });
  }

  private async shown(token: string, context: RequestContext): Promise<Partial<LinkPage>> {
    const invited = await this.joining.invited(token);
    if (!invited) return {};
    const { name, siret } = invited.company;
    const who: Text = {
      fr: `Vous êtes invité·e à agir au nom de l’entreprise « ${name} » (SIRET ${siret}), en tant que ${asRole[invited.role].fr}.`,
      en: `You are invited to act for the company “${name}” (SIRET ${siret}), as ${asRole[invited.role].en}.`,
    };
    const viewer = await this.viewers.of(context);
    if (viewer?.email === invited.email) return { explain: who, fields: [] };
    return { explain: { fr: `${who.fr}\n${withPassword.fr}`, en: `${who.en}\n${withPassword.en}` } };
  }

  private async join(token: string, password: string, context: RequestContext): Promise<LinkAnswer> {
    const invited = await this.joining.invited(token);
    if (!invited) return null;
    const viewer = await this.viewerOf(invited.email, password, context);
    if (viewer instanceof Refusal) {
      const needsCode = viewer instanceof SecondFactorNeeded || viewer instanceof SecondFactorToEnrol;
      return { again: needsCode ? codeFirst : viewer.text };
    }
    if (!viewer) return { again: signInFirst };
    const joined = await this.joining.accept(viewer, token);
    if (joined instanceof MemberInvitationNotValid) return null;
    if (joined instanceof Refusal) return { again: joined.text };
    return {
      fr: `Vous faites maintenant partie des membres de ${joined.name}.`,
      en: `You are now a member of ${joined.name}.`,
    };
  }

  /** Null when neither the session nor a password says who it is. Throws RATE_LIMITED, like every sign-in. */
  private async viewerOf(email: string, password: string, context: RequestContext): Promise<Viewer | Refusal | null> {
    const viewer = await this.viewers.of(context);
    if (viewer?.email === email) return viewer;
    if (password === '') return null;
    const opened = await this.signsIn.signIn({ email, password }, context);
    if (opened instanceof Refusal) return opened;
    this.accounts.handOver(context, opened);
    return opened.viewer;
  }
}

const withPassword: Text = {
  fr: 'Donnez le mot de passe de votre compte de membre d’entreprise, celui qui a l’adresse à laquelle ce lien vous a été envoyé. Si vous n’avez pas encore de compte, créez-le avec cette adresse, puis revenez sur ce lien : il fonctionne pendant 7 jours.',
  en: 'Give the password of your account of a company member, the one that has the address this link was sent to. If you have no account yet, make one with this address, then come back to this link: it works for 7 days.',
};

const signInFirst: Text = {
  fr: 'Connectez-vous d’abord, ou donnez ici le mot de passe du compte qui a l’adresse à laquelle ce lien vous a été envoyé.',
  en: 'First sign in, or give here the password of the account that has the address this link was sent to.',
};

const codeFirst: Text = {
  fr: 'Ce compte demande aussi un code : connectez-vous d’abord sur la plateforme, puis revenez sur ce lien.',
  en: 'This account asks for a code too: first sign in on the platform, then come back to this link.',
};
