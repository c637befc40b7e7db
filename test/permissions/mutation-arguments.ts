import type { Thing } from './callers.js';
import type { World } from './world.js';

interface Row {
  /** As in a document, with names of the world’s objects in `{}` for their ids. */
  args: string;
  /** What it is done to; 'own' for the caller’s account. */
  thing: Thing | 'own';
  /** It would take away from those who may what the other mutations are tried on: tried as those who may not. */
  ends?: true;
}

const row = (thing: Row['thing'], args = ''): Row => ({ args: args && `(${args})`, thing });
const ending = (thing: Row['thing'], args = ''): Row => ({ ...row(thing, args), ends: true });
const id = (name: string): string => `id: "{${name}}"`;

const words = 'words: "Nous vous remercions de votre patience."';
const because = 'reason: "Une raison assez longue."';
const reason = 'reason: OTHER, words: "Une raison assez longue pour être dite."';

/** How each mutation is tried. One that asks for more than being anyone needs a row. */
const rows: Readonly<Record<string, Row>> = {
  acceptHire: row('platform', 'token: "x"'),
  acceptInterview: row('application', 'slotId: "{slot}"'),
  acceptJoinRequest: ending('company', `${id('joinRequest')}, role: READER`),
  acceptMemberInvitation: row('platform', 'token: "x"'),
  addApplicationNote: row('application', 'applicationId: "{application}", body: "Une note."'),
  answerApplication: row('application', `input: { ${id('application')}, answer: INTERVIEW, ${words} }`),
  answerApplications: row('application', `input: { ids: ["{application}"], answer: INTERVIEW, ${words} }`),
  answerCheckIn: row('label', `${id('label')}, answer: { month: 1, rating: 3, asAgreed: true, tutorPresent: true }`),
  answerInvitation: row('invitation', `${id('invitation')}, accept: false`),
  applyToOffer: row('platform', 'offerId: "{openOffer}", message: "Bonjour, votre offre me plaît beaucoup."'),
  askMoreDocuments: row('platform', `${id('label')}, documents: [{ kind: CONTRACT }]`),
  askMoreProofs: row('platform', `${id('label')}, documents: [{ kind: SPENDING }]`),
  askToJoin: row('platform', 'siret: "x", message: "Je travaille ici."'),
  assignTerritories: row('platform', 'accountId: "{accountOfManager}", territoryIds: ["{territory}"]'),
  cancelInterview: row('application', `${id('interview')}, ${words}`),
  changeEmail: ending('own', 'newEmail: "autre@example.com"'),
  changeMemberRole: row('company', 'companyId: "{company}", accountId: "{accountOfReader}", role: READER'),
  changePassword: ending('own', 'oldPassword: "x", newPassword: "y"'),
  changeRuleBook: row('platform', `name: "aids", content: "[]", basedOn: 0, ${because}`),
  closeOffer: ending('openOffer', id('openOffer')),
  confirmPurge: row('platform', id('platform')),
  confirmSecondFactor: ending('own', 'code: "000000"'),
  decideCase: ending('platform', `${id('case')}, decision: DISMISS`),
  declineInterview: row('application', `${id('interview')}, ${words}`),
  declineJoinRequest: row('company', id('joinRequest')),
  declareHire: row('application', 'applicationId: "{application}", input: {}'),
  declareOutsideHire: row('company', 'companyId: "{company}", email: "y@example.com", input: {}'),
  deleteAnswerTemplate: ending('company', id('template')),
  deleteApplicationNote: ending('note', id('note')),
  deleteFile: ending('candidate', id('file')),
  deleteSavedSearch: ending('candidate', id('savedSearch')),
  endHire: ending('application', `${id('hire')}, input: { reason: OTHER }`),
  endMissionEarly: ending('label', `${id('label')}, reason: RESIGNED, on: "2026-09-01"`),
  endSession: ending('own', id('platform')),
  eraseMyAccount: ending('own', 'password: "x"'),
  exportApplications: row('company', 'companyId: "{company}"'),
  exportMyData: ending('own'),
  fillOffer: ending('openOffer', id('openOffer')),
  grantLabel: row('platform', id('label')),
  hideTerritoryWelcome: ending(
    'platform',
    'territoryId: "{territory}", reason: OTHER, words: "Une raison assez longue."',
  ),
  inviteCandidate: row(
    'openOffer',
    'offerId: "{openOffer}", candidateId: "{otherCandidate}", message: "Votre profil nous intéresse beaucoup."',
  ),
  inviteMember: row('company', 'companyId: "{company}", email: "x@example.com", role: READER'),
  keepFavourite: row('platform', 'offerId: "{openOffer}"'),
  leaveCompany: ending('company', 'companyId: "{company}"'),
  liftAccountSuspension: row('platform', id('account')),
  liftCompanySuspension: row('platform', id('company')),
  liftOfferSuspension: row('platform', id('openOffer')),
  markAlertsSeen: row('platform'),
  markSeen: row('application', id('application')),
  openCharter: row('application', 'hireId: "{hire}"'),
  pauseOffer: ending('openOffer', id('openOffer')),
  postOffer: row(
    'company',
    `input: { companyId: "{company}", title: "Ingénieur qualité", publish: false, contractType: CDI,
      description: "Construire le système qualité de l’atelier.", missionCategory: OTHER, sites: [{ communeCode: "01283" }] }`,
  ),
  proposeInterview: row(
    'application',
    'applicationId: "{application}", input: { slots: ["2026-09-20T09:00:00Z"], place: "Ici", durationMinutes: 30 }',
  ),
  publishOffer: row('openOffer', id('openOffer')),
  publishTerritoryWelcome: row('territory', 'territoryId: "{territory}", version: 1'),
  readMessages: row('application', 'applicationId: "{application}"'),
  recordPayment: row('platform', `${id('label')}, amountEuros: 100, on: "2026-09-01"`),
  refuseCompany: ending('platform', `${id('company')}, ${reason}`),
  refuseLabel: row('platform', `${id('label')}, reason: INCOMPLETE`),
  registerCompany: row('platform', 'input: { siret: "x", name: "Autre", communeCode: "01283" }'),
  remindLabel: row('label', id('label')),
  removeFavourite: row('platform', 'offerId: "{openOffer}"'),
  removeLabelDocument: ending('label', id('labelDocument')),
  removeMember: ending('company', 'companyId: "{company}", accountId: "{accountOfReader}"'),
  removeSecondFactor: ending('own', 'code: "000000"'),
  renameSavedSearch: row('candidate', `${id('savedSearch')}, name: "Autrement"`),
  requestCompanyVerification: row('company', id('company')),
  requestLabel: row('label', id('label')),
  revertRuleBook: row('platform', `name: "aids", number: 0, basedOn: 0, ${because}`),
  reviseApplicationNote: row('note', `${id('note')}, body: "Autrement."`),
  reviseCompany: row('company', `${id('company')}, changes: { headcount: 12 }`),
  reviseHire: row('application', `${id('hire')}, input: { salary: 30000 }`),
  reviseOffer: row('openOffer', `${id('openOffer')}, changes: { openings: 2 }`),
  saveAnswerTemplate: row(
    'company',
    'companyId: "{company}", input: { name: "Autre", answer: DECLINED, reason: LEVEL, body: "Bonjour." }',
  ),
  saveCandidateProfile: row('platform', 'input: {}'),
  saveSearch: row('platform', 'name: "Une autre"'),
  saveTerritoryWelcome: row('territory', 'input: { territoryId: "{territory}", version: 1 }'),
  seeAs: row('platform', 'accountId: "{account}", reason: "Pour voir ce qui est vu."'),
  sendLabelDocuments: row('label', id('label')),
  sendMessage: row('application', 'applicationId: "{application}", body: "Bonjour à vous."'),
  sendProofs: row('label', id('label')),
  setAnswerDelay: row('company', 'companyId: "{company}", days: 10'),
  setLanguage: ending('own', 'language: FR'),
  setPauseAtWaiting: row('openOffer', 'offerId: "{openOffer}", pauseAtWaiting: 40'),
  setProfileAlerts: row('platform', 'on: true'),
  showTerritoryWelcome: row('platform', 'territoryId: "{territory}"'),
  signCharter: row('application', 'hireId: "{hire}", input: { sha256: "x", password: "x" }'),
  signOutEverywhere: ending('own'),
  startSecondFactor: ending('own', 'password: "x"'),
  suspendAccount: ending('platform', `${id('account')}, ${reason}`),
  suspendCompany: ending('platform', `${id('company')}, ${reason}`),
  suspendOffer: ending('platform', `${id('openOffer')}, ${reason}`),
  undoDecline: row('platform', 'companyId: "{company}"'),
  verifyCompany: row('platform', id('company')),
  withdrawApplication: ending('application', id('application')),
  withdrawInvitation: ending('openOffer', id('invitation')),
  withdrawLabel: ending('label', id('label')),
  withdrawMemberInvitation: ending('company', id('memberInvitation')),
};

const nowhere = '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000';

/** Null for a mutation without a row; `without` is asked of objects that do not exist. */
export function mutationArguments(name: string, { ids, accounts }: World): (Row & { without: string | null }) | null {
  const found = rows[name];
  if (!found) return null;
  const all: Record<string, string | undefined> = {
    ...Object.fromEntries(Object.entries(ids).map(([key, { id: value }]) => [key, value])),
    accountOfReader: accounts.reader,
    accountOfManager: accounts.manager,
  };
  return {
    ...found,
    args: found.args.replace(/\{(\w+)\}/g, (_, key: string) => all[key] ?? nowhere),
    without: /\{\w+\}/.test(found.args) ? found.args.replace(/\{\w+\}/g, nowhere) : null,
  };
}
