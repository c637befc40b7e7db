import { same, type Text } from '../common/text.js';
import type { Letter } from '../mail/letter.js';
import type { TalkingSide } from '../messages/message.entity.js';
import type { Interview, InterviewSlot } from './interview.entity.js';
import { moment, type Zone } from './time-zones.js';

/** What happened to a meeting. */
export type InterviewNews =
  'PROPOSED' | 'AGREED' | 'DECLINED' | 'POSTPONED' | 'CANCELLED' | 'REMINDER' | 'CANDIDATE_GONE';

export interface Told {
  interview: Interview;
  slots: readonly InterviewSlot[];
  companyName: string;
  offerTitle: string;
  /** The clocks of the workplace. */
  zone: Zone;
  /** What was written with it. */
  words: string | null;
}

type Words = Pick<Letter, 'subject' | 'paragraphs'>;

/** What a side is told; the candidate is told who it is about, the company for which offer. */
export function newsFor(reader: TalkingSide, news: InterviewNews, told: Told): Words {
  const { subject, paragraph } = lines[news](reader, told);
  return {
    subject,
    paragraphs: [
      paragraph,
      ...(news === 'PROPOSED' ? [times(told)] : []),
      ...(news === 'DECLINED' || news === 'POSTPONED' || news === 'CANCELLED' || news === 'CANDIDATE_GONE'
        ? []
        : [meeting(told.interview)]),
      ...(told.words ? [{ fr: `« ${told.words} »`, en: `“${told.words}”` }] : []),
    ],
  };
}

interface Lines {
  subject: Text;
  paragraph: Text;
}

const other = (reader: TalkingSide, { companyName }: Told): Text =>
  reader === 'CANDIDATE' ? same(companyName) : { fr: 'La personne qui candidate', en: 'The candidate' };

const about = ({ offerTitle }: Told): Text => ({ fr: `« ${offerTitle} »`, en: `“${offerTitle}”` });

const when = ({ interview, zone }: Told): Text => moment(interview.agreedStartsAt ?? interview.proposedAt, zone);

const lines: Record<InterviewNews, (reader: TalkingSide, told: Told) => Lines> = {
  PROPOSED: (reader, told) => ({
    subject: { fr: `Entretien proposé : ${told.offerTitle}`, en: `Interview proposed: ${told.offerTitle}` },
    paragraph: {
      fr: `${other(reader, told).fr} vous propose un entretien au sujet de ${about(told).fr}. Choisissez le moment qui vous convient, ou dites qu’aucun ne convient.`,
      en: `${other(reader, told).en} proposes an interview about ${about(told).en}. Choose the time that suits you, or say that none does.`,
    },
  }),
  AGREED: (_reader, told) => ({
    subject: { fr: `Entretien fixé : ${when(told).fr}`, en: `Interview agreed: ${when(told).en}` },
    paragraph: {
      fr: `L’entretien au sujet de ${about(told).fr} aura lieu le ${when(told).fr}. L’invitation jointe l’inscrit dans votre agenda.`,
      en: `The interview about ${about(told).en} will take place on ${when(told).en}. The attached invitation puts it into your calendar.`,
    },
  }),
  DECLINED: (reader, told) => ({
    subject: { fr: `Aucun moment ne convient : ${told.offerTitle}`, en: `No time suits: ${told.offerTitle}` },
    paragraph: {
      fr: `${other(reader, told).fr} ne peut venir à aucun des moments proposés pour ${about(told).fr}. Vous pouvez en proposer d’autres.`,
      en: `${other(reader, told).en} cannot come at any of the times proposed for ${about(told).en}. You can propose others.`,
    },
  }),
  POSTPONED: (_reader, told) => ({
    subject: { fr: `Entretien reporté : ${told.offerTitle}`, en: `Interview postponed: ${told.offerTitle}` },
    paragraph: {
      fr: `L’entretien prévu le ${when(told).fr} au sujet de ${about(told).fr} n’a plus lieu à ce moment : d’autres moments sont proposés.`,
      en: `The interview of ${when(told).en} about ${about(told).en} does not take place at that time any more: other times are proposed.`,
    },
  }),
  CANCELLED: (_reader, told) => ({
    subject: { fr: `Entretien annulé : ${told.offerTitle}`, en: `Interview called off: ${told.offerTitle}` },
    paragraph: told.interview.agreedStartsAt
      ? {
          fr: `L’entretien prévu le ${when(told).fr} au sujet de ${about(told).fr} est annulé.`,
          en: `The interview of ${when(told).en} about ${about(told).en} is called off.`,
        }
      : {
          fr: `La proposition d’entretien au sujet de ${about(told).fr} est annulée.`,
          en: `The proposal of an interview about ${about(told).en} is called off.`,
        },
  }),
  CANDIDATE_GONE: (_reader, told) => ({
    subject: { fr: `Entretien annulé : ${told.offerTitle}`, en: `Interview called off: ${told.offerTitle}` },
    paragraph: told.interview.agreedStartsAt
      ? {
          fr: `L’entretien prévu le ${when(told).fr} au sujet de ${about(told).fr} est annulé : la candidature n’existe plus.`,
          en: `The interview of ${when(told).en} about ${about(told).en} is called off: the application is no more.`,
        }
      : {
          fr: `La proposition d’entretien au sujet de ${about(told).fr} est annulée : la candidature n’existe plus.`,
          en: `The proposal of an interview about ${about(told).en} is called off: the application is no more.`,
        },
  }),
  REMINDER: (_reader, told) => ({
    subject: { fr: `Rappel : entretien le ${when(told).fr}`, en: `Reminder: interview on ${when(told).en}` },
    paragraph: {
      fr: `Demain, vous avez un entretien au sujet de ${about(told).fr} : ${when(told).fr}.`,
      en: `Tomorrow you have an interview about ${about(told).en}: ${when(told).en}.`,
    },
  }),
};

const times = ({ slots, zone }: Told): Text => ({
  fr: slots.map(({ startsAt }) => `• ${moment(startsAt, zone).fr}`).join('\n'),
  en: slots.map(({ startsAt }) => `• ${moment(startsAt, zone).en}`).join('\n'),
});

const meeting = ({ place, videoUrl, durationMinutes }: Interview): Text => ({
  fr: `Durée : ${durationMinutes} minutes.\n${place === null ? `En visioconférence : ${videoUrl ?? ''}` : `Lieu : ${place}`}`,
  en: `Length: ${durationMinutes} minutes.\n${place === null ? `By video: ${videoUrl ?? ''}` : `Place: ${place}`}`,
});
