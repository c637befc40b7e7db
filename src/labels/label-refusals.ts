import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NotAllowed, Refusal } from '../common/refusal.js';
import { CivilDate } from '../common/scalars.js';
import { Aid, aidLabels } from '../offers/aid-names.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';
import { whoMustAct } from './label-moves.js';
import { nextWords } from './label-next-words.js';
import type { LabelView } from './label-view.js';
import { LabelSide, labelSideWords, LabelState, labelStateWords } from './label-words.js';

@ObjectType('IllegalLabelMove', {
  implements: () => Refusal,
  description:
    'The label is in a state in which this cannot be done; the message says what comes next and when. Nothing was changed.',
})
export class IllegalLabelMove extends Refusal {
  @Field(() => LabelState, { description: 'The state the label is in.' })
  readonly state: LabelState;

  @Field(() => LabelSide, { nullable: true, description: 'Who must act now; null when nobody has to.' })
  readonly whoMustAct: LabelSide | null;

  constructor(view: LabelView) {
    const { state } = view;
    const next = nextWords(view);
    const who = whoMustAct[state];
    const [fr, en] = who
      ? [` C’est à ${labelSideWords[who].fr} d’agir.`, ` It is for ${labelSideWords[who].en} to act.`]
      : ['', ''];
    super({
      fr: `Ce label en est à l’étape « ${labelStateWords[state].fr} » : cela n’y est pas possible.${fr}${next ? ` ${next.fr}` : ''}`,
      en: `This label stands at “${labelStateWords[state].en}”: this is not possible there.${en}${next ? ` ${next.en}` : ''}`,
    });
    this.state = state;
    this.whoMustAct = who;
  }
}

@ObjectType('LabelRequestTooLate', {
  implements: () => Refusal,
  description: 'The label can no longer be requested: its delay from the day of the hire is over.',
})
export class LabelRequestTooLate extends Refusal {
  @Field(() => CivilDate, { description: 'The last day on which it could be requested.' })
  readonly requestBy: string;

  constructor(requestBy: string) {
    super({
      fr: `Le label devait être demandé au plus tard le ${frenchDate(requestBy)} et ne peut plus l’être. Le contrat de travail n’en dépend pas, ni les aides qui se demandent sans label.`,
      en: `The label was to be requested by ${englishDate(requestBy)} and no longer can be. The contract of employment does not depend on it, nor do the aids that are requested without a label.`,
    });
    this.requestBy = requestBy;
  }
}

@ObjectType('LabelDocumentsMissing', {
  implements: () => Refusal,
  description: 'Documents that were asked for are not there yet; nothing was sent.',
})
export class LabelDocumentsMissing extends Refusal {
  @Field(() => Int, { description: 'How many are missing.' })
  readonly count: number;

  constructor(count: number) {
    super({
      fr: `Il manque encore ${count} document${count > 1 ? 's' : ''} : joignez-les avant d’envoyer.`,
      en: `${count} document${count > 1 ? 's are' : ' is'} still missing: add them before you send.`,
    });
    this.count = count;
  }
}

@ObjectType('AidLimitReached', {
  implements: () => Refusal,
  description: 'The company holds as many labels with this aid as the rules allow; nothing was changed.',
})
export class AidLimitReached extends Refusal {
  @Field(() => Aid, { description: 'The aid.' })
  readonly aid: Aid;

  @Field(() => Int, { description: 'How many are allowed.' })
  readonly most: number;

  constructor(aid: Aid, most: number, of: 'SIRET' | 'SIREN') {
    super({
      fr: `${aidLabels[aid].fr} : ${most} au plus par ${of}, et ce nombre est atteint.`,
      en: `${aidLabels[aid].en}: ${most} at the most for a ${of}, and there are as many.`,
    });
    this.aid = aid;
    this.most = most;
  }
}

@ObjectType('CheckInNotOpen', {
  implements: () => Refusal,
  description: 'There is no such check-in to answer: it was not asked yet, was answered otherwise, or does not exist.',
})
export class CheckInNotOpen extends Refusal {
  @Field(() => CivilDate, { nullable: true, description: 'The day on which it is asked; null when there is none.' })
  readonly askedOn: string | null;

  constructor(askedOn: string | null, isAnswered: boolean) {
    super(
      isAnswered
        ? { fr: 'Vous avez déjà répondu à ce point d’étape.', en: 'You have answered this check-in already.' }
        : askedOn === null
          ? { fr: 'Ce point d’étape n’existe pas.', en: 'There is no such check-in.' }
          : {
              fr: `Ce point d’étape s’ouvre le ${frenchDate(askedOn)}.`,
              en: `This check-in opens on ${englishDate(askedOn)}.`,
            },
    );
    this.askedOn = askedOn;
  }
}

@ObjectType('RemindedLately', {
  implements: () => Refusal,
  description:
    'Whoever must act was reminded by the territory less than a week ago, or nobody has to; nothing was written.',
})
export class RemindedLately extends Refusal {
  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day from which it is possible again; null for nobody to remind.',
  })
  readonly againOn: string | null;

  constructor(againOn: string | null) {
    super(
      againOn === null
        ? { fr: 'Personne n’a rien à faire en ce moment.', en: 'Nobody has anything to do at the moment.' }
        : {
            fr: `Un rappel est déjà parti : le prochain est possible le ${frenchDate(againOn)}.`,
            en: `A reminder has gone out: the next is possible on ${englishDate(againOn)}.`,
          },
    );
    this.againOn = againOn;
  }
}

/** The same for what does not exist and for what the caller may not touch. */
export const noSuchLabel = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce label n’existe pas, ou votre compte ne peut pas faire cela.',
    en: 'There is no such label, or your account may not do this.',
  });
