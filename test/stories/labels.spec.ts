import { act, aCast, aHire, type Cast, read, sendPaper, stateOf } from '../labels/labelling.js';
import { anAdministrator, anOwner, aSiret, registerCompany } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

/** The label of a hire from the charter to the payment of the aid, and all the ways in which it ends before. */
let platform: Platform;

beforeAll(async () => {
  platform = await Platform.start('labels');
}, 60_000);
beforeEach(() => {
  platform.travelTo('2023-01-20T10:00:00Z');
});
afterAll(() => platform.stop());

/** Two runs an hour apart, as if two workers did each: whatever is done is done once. */
async function on(day: string): Promise<void> {
  for (const hour of ['08', '09']) {
    platform.travelTo(`${day}T${hour}:00:00Z`);
    await platform.tick('label-calendar');
  }
}

const subjects = async (email: string): Promise<string[]> =>
  (await sentMails(platform, email))
    .map(({ subject }) => subject)
    .filter((one) => /label|point d’étape|aide|mission/i.test(one));
const again = async ({ owner, candidate, admin, reader }: Cast): Promise<void> => {
  // Sessions end after a month: the story takes a year.
  await platform.db.query(`UPDATE session SET expires_at = '2030-01-01', last_used_at = '2029-12-31'`);
  expect([owner, candidate, admin, reader]).toHaveLength(4);
};
const checkIn = (month: number, more: object = {}) => ({
  month,
  ...{ rating: 4, asAgreed: true, tutorPresent: true, words: `Tout va bien après ${month} mois.` },
  ...more,
});

test('from hiring to payment, with every reminder once', async () => {
  const cast = await aCast(platform);
  const { owner, candidate, admin } = cast;
  await again(cast);
  const { hireId, id } = await aHire(platform, cast, { signed: false });
  expect(await read(platform, owner.token, id)).toMatchObject({ state: 'CHARTER', requestBy: '2023-07-15' });
  expect(await act(platform, owner.token, 'requestLabel', { id })).toMatchObject({
    __typename: 'IllegalLabelMove',
    state: 'CHARTER',
    whoMustAct: 'COMPANY',
  });
  await platform.db.query(
    `UPDATE hire SET status = 'SIGNED', signed_at = '2023-01-20T10:00:00Z', updated_at = '2023-01-20T10:00:00Z' WHERE id = $1`,
    [hireId],
  );
  await platform.jobs();
  const company: string[] = ['Charte signée : demandez le label VTE'];
  const person: string[] = [];
  const told = async () => {
    await platform.jobs();
    // Letters of one moment come in any order.
    const got = [await subjects(owner.email), await subjects(candidate.email)];
    expect(got.map((each) => each.sort())).toEqual([company, person].map((each) => each.toSorted()));
  };
  await told();

  await on('2023-05-15');
  await told();
  await on('2023-05-16');
  company.push('Label VTE à demander jusqu’au 15 juillet 2023');
  await told();
  await on('2023-06-15');
  company.push('Label VTE à demander jusqu’au 15 juillet 2023');
  await told();
  await on('2023-07-08');
  company.push('Label VTE à demander jusqu’au 15 juillet 2023');
  await told();

  platform.travelTo('2023-07-15T20:00:00Z');
  for (let time = 0; time < 2; time += 1)
    expect(await act(platform, owner.token, 'requestLabel', { id })).toMatchObject({ state: 'REQUESTED' });
  person.push('Votre label VTE est demandé');
  await told();
  const requested = await read(platform, candidate.token, id);
  expect(requested.aids.map(({ aid }: any) => aid)).toEqual(['VTE_TERRITOIRE_INDUSTRIE', 'VTE_VERT']);
  expect(requested.missing).toEqual([
    { who: 'INSTRUCTOR', what: 'Étudier la demande de label', by: null, late: false },
  ]);

  platform.travelTo('2023-07-20T10:00:00Z');
  const documents = [{ kind: 'CONTRACT' }, { kind: 'OTHER', words: 'Organigramme' }];
  const asked = await act(platform, admin.token, 'askMoreDocuments', { id, documents });
  expect(asked).toMatchObject({ state: 'MORE_DOCUMENTS' });
  company.push('Label VTE : des pièces sont demandées');
  await told();
  expect(await act(platform, owner.token, 'sendLabelDocuments', { id })).toMatchObject({
    __typename: 'LabelDocumentsMissing',
  });
  for (const { id: document } of (await read(platform, owner.token, id)).documents)
    expect(await sendPaper(platform, owner.token, id, `?document=${document}`)).toMatchObject({ status: 201 });
  expect(await act(platform, owner.token, 'sendLabelDocuments', { id })).toMatchObject({ state: 'REQUESTED' });

  const aids = [{ aid: 'VTE_TERRITOIRE_INDUSTRIE', amountEuros: 4000 }];
  expect(
    await act(platform, admin.token, 'grantLabel', { id, aids: [{ aid: 'VTE_VERT', amountEuros: 8000 }] }),
  ).toMatchObject({
    __typename: 'InvalidInput',
  });
  expect(await act(platform, admin.token, 'grantLabel', { id, aids })).toMatchObject({
    state: 'GRANTED',
    amountEuros: 4000,
  });
  expect(await act(platform, admin.token, 'grantLabel', { id, aids })).toMatchObject({
    state: 'GRANTED',
    amountEuros: 4000,
  });
  company.push('Le label VTE est accordé');
  person.push('Le label VTE est accordé');
  await told();

  // The mission began in February: the check-in of the first month is long over, and asked for once.
  await on('2023-07-21');
  expect(await stateOf(platform, id)).toBe('MISSION');
  company.push('Rappel : point d’étape à 1 mois');
  person.push('Rappel : point d’étape à 1 mois');
  await told();
  for (const [token, month] of [
    [owner.token, 1],
    [candidate.token, 1],
  ] as const)
    expect(await act(platform, token, 'answerCheckIn', { id, answer: checkIn(month) })).toMatchObject({
      state: 'MISSION',
    });
  expect(await act(platform, candidate.token, 'answerCheckIn', { id, answer: checkIn(6) })).toMatchObject({
    __typename: 'CheckInNotOpen',
  });
  await on('2023-08-01');
  company.push('Point d’étape à 6 mois');
  person.push('Point d’étape à 6 mois');
  await told();
  await act(platform, owner.token, 'answerCheckIn', { id, answer: checkIn(6) });
  await on('2023-08-08');
  person.push('Rappel : point d’étape à 6 mois');
  await told();
  await on('2023-08-21');
  person.push('Rappel : point d’étape à 6 mois');
  await told();
  const hidden = checkIn(6, { rating: 2, words: 'Je n’ai pas de tuteur.', confidential: true });
  await act(platform, candidate.token, 'answerCheckIn', { id, answer: hidden });
  await act(platform, candidate.token, 'answerCheckIn', { id, answer: hidden });
  const answers = async (token: string) =>
    (await read(platform, token, id)).checkIns.find(({ month, side }: any) => month === 6 && side === 'CANDIDATE');
  expect(await answers(owner.token)).toMatchObject({ rating: null, words: null, answeredAt: expect.any(String) });
  expect(await answers(candidate.token)).toMatchObject({ rating: 2, words: 'Je n’ai pas de tuteur.' });
  expect(await read(platform, admin.token, id)).toMatchObject({ needsATalk: true });

  await on('2024-01-31');
  await told();
  await on('2024-02-01');
  expect(await stateOf(platform, id)).toBe('PROOFS_DUE');
  company.push('Label VTE : envoyez vos justificatifs', 'Point d’étape à 12 mois');
  person.push('Point d’étape à 12 mois');
  await told();
  for (const token of [owner.token, candidate.token])
    await act(platform, token, 'answerCheckIn', { id, answer: checkIn(12) });
  await on('2024-03-02');
  company.push('Label VTE : justificatifs attendus jusqu’au 1er avril 2024');
  await told();
  expect((await read(platform, owner.token, id)).missing).toEqual([
    { who: 'COMPANY', what: 'Joindre\u00a0: justificatif de dépenses', by: '2024-04-01', late: false },
  ]);

  platform.travelTo('2024-03-05T10:00:00Z');
  expect(await act(platform, owner.token, 'sendProofs', { id })).toMatchObject({ __typename: 'LabelDocumentsMissing' });
  const [proof] = (await read(platform, owner.token, id)).documents.filter(({ stage }: any) => stage === 'PROOFS');
  await sendPaper(platform, owner.token, id, `?document=${proof.id}`);
  expect(await act(platform, owner.token, 'sendProofs', { id })).toMatchObject({ state: 'PROOFS_SENT' });
  expect(await act(platform, admin.token, 'askMoreProofs', { id, documents: [{ kind: 'PAYSLIPS' }] })).toMatchObject({
    state: 'PROOFS_INCOMPLETE',
  });
  company.push('Label VTE : justificatifs à compléter');
  const more = (await read(platform, owner.token, id)).documents.find(({ kind }: any) => kind === 'PAYSLIPS');
  await sendPaper(platform, owner.token, id, `?document=${more.id}`);
  expect(await act(platform, owner.token, 'sendProofs', { id })).toMatchObject({ state: 'PROOFS_SENT' });

  const pay = { id, amountEuros: 4000, on: '2024-03-05' };
  expect(await act(platform, admin.token, 'recordPayment', { ...pay, amountEuros: 4001 })).toMatchObject({
    __typename: 'InvalidInput',
  });
  const [other] = [await anAdministrator(platform)];
  const payments = await Promise.all([admin, other].map(({ token }) => act(platform, token, 'recordPayment', pay)));
  expect(payments.map(({ state }) => state)).toEqual(['PAID', 'PAID']);
  expect(await act(platform, admin.token, 'recordPayment', { ...pay, amountEuros: 100 })).toMatchObject({
    __typename: 'IllegalLabelMove',
    state: 'PAID',
  });
  company.push('L’aide VTE est versée');
  await told();
  await on('2024-06-01');
  await told();
  const done = await read(platform, owner.token, id);
  expect(done.steps.every(({ standing }: any) => standing === 'DONE')).toBe(true);
  expect(done.missing).toEqual([]);
  expect(done.events.filter(({ to }: any) => to === 'PAID')).toHaveLength(1);
  const notes = await platform.db.query(
    `SELECT FROM audit_entry WHERE act = 'label.decide' AND outcome = 'DONE' AND object_id = $1`,
    [id],
  );
  expect(notes.length).toBeGreaterThanOrEqual(4);
}, 60_000);

test('a label that was not requested lapses at six months and a day, also from the end of August', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { id } = await aHire(platform, cast, { hiredOn: '2022-08-31', startsOn: '2022-09-01' });
  expect((await read(platform, cast.owner.token, id)).requestBy).toBe('2023-02-28');
  await on('2023-02-28');
  expect(await stateOf(platform, id)).toBe('TO_REQUEST');
  await on('2023-03-01');
  expect(await stateOf(platform, id)).toBe('LAPSED');
  expect((await subjects(cast.candidate.email)).at(-1)).toBe('Le label VTE n’a pas été demandé à temps');
  expect(await act(platform, cast.owner.token, 'requestLabel', { id })).toMatchObject({
    __typename: 'IllegalLabelMove',
    state: 'LAPSED',
  });

  // The day counts, not the hour at which the platform looks.
  const late = await aHire(platform, cast, { hiredOn: '2022-08-31', startsOn: '2022-09-01' });
  expect(await act(platform, cast.owner.token, 'requestLabel', { id: late.id })).toMatchObject({
    __typename: 'LabelRequestTooLate',
    requestBy: '2023-02-28',
  });
});

test('two administrators who decide at once: one decides, the other is told so', async () => {
  const cast = await aCast(platform);
  const other = await anAdministrator(platform);
  const { id } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id });
  const answers = await Promise.all([
    act(platform, cast.admin.token, 'grantLabel', { id, aids: [] }),
    act(platform, other.token, 'refuseLabel', { id, reason: 'INCOMPLETE' }),
  ]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['IllegalLabelMove', 'Label']);
  const queue = '{ labelsToDecide(first: 50) { nodes { id } } labelCounts { state count } }';
  const { labelsToDecide } = await platform.ask(queue, {}, cast.admin);
  expect(labelsToDecide.nodes.map((one: any) => one.id)).not.toContain(id);
});

test('refused, requested again within the delay, granted without aid: nothing is proved', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { owner, admin, candidate } = cast;
  const { id } = await aHire(platform, cast, { contract: 'APPRENTICESHIP' });
  await act(platform, owner.token, 'requestLabel', { id });
  expect(await act(platform, admin.token, 'refuseLabel', { id, reason: 'OTHER' })).toMatchObject({
    __typename: 'InvalidInput',
  });
  expect(await act(platform, admin.token, 'refuseLabel', { id, reason: 'INCOMPLETE' })).toMatchObject({
    state: 'REFUSED',
  });
  const { events, missing } = await read(platform, candidate.token, id);
  expect(events.at(-1)).toMatchObject({ to: 'REFUSED', side: 'INSTRUCTOR', reason: 'Le dossier est incomplet.' });
  expect(missing).toMatchObject([{ who: 'COMPANY', by: '2023-07-15', late: false }]);
  expect(await act(platform, owner.token, 'requestLabel', { id })).toMatchObject({ state: 'REQUESTED' });
  expect(await act(platform, admin.token, 'grantLabel', { id })).toMatchObject({ state: 'GRANTED', amountEuros: 0 });
  await on('2023-02-01');
  expect(await stateOf(platform, id)).toBe('MISSION');
  const { checkIns } = await read(platform, owner.token, id);
  expect(
    checkIns.map(({ month, askedOn }: any) => [month, askedOn]).filter((_: any, index: number) => index % 2 === 0),
  ).toEqual([
    [1, '2023-03-01'],
    [5, '2023-07-01'],
    [10, '2023-12-01'],
  ]);
  await on('2023-12-01');
  expect(await stateOf(platform, id)).toBe('NO_AID');
  expect(await act(platform, owner.token, 'sendProofs', { id })).toMatchObject({
    __typename: 'IllegalLabelMove',
    state: 'NO_AID',
  });
});

test('a mission that is broken off ends hire and label at once, said by either side', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { id, hireId } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id });
  await act(platform, cast.admin.token, 'grantLabel', { id, aids: [] });
  await on('2023-03-01');
  expect(await act(platform, cast.candidate.token, 'answerCheckIn', { id, answer: checkIn(1) })).toMatchObject({
    __typename: 'Label',
  });
  const end = { id, reason: 'RESIGNED', on: '2023-02-28' };
  expect(await act(platform, cast.candidate.token, 'endMissionEarly', { ...end, on: '2023-03-02' })).toMatchObject({
    __typename: 'InvalidInput',
  });
  for (let time = 0; time < 2; time += 1)
    expect(await act(platform, cast.candidate.token, 'endMissionEarly', end)).toMatchObject({ state: 'ENDED_EARLY' });
  expect(await act(platform, cast.owner.token, 'endMissionEarly', end)).toMatchObject({
    __typename: 'IllegalLabelMove',
  });
  await platform.jobs();
  // One letter, to the other side, by the hire; the label has nothing to add when no aid was granted.
  const letters = async (email: string) => (await sentMails(platform, email)).map(({ subject }) => subject);
  const ended = (all: string[]) => all.filter((one) => /pris fin|interrompue/.test(one));
  expect(ended(await letters(cast.owner.email))).toEqual([expect.stringContaining('L’embauche a pris fin')]);
  expect(ended(await letters(cast.candidate.email))).toEqual([]);
  const [hire] = await platform.db.query('SELECT status, ended_by FROM hire WHERE id = $1', [hireId]);
  expect(hire).toEqual({ status: 'ENDED_EARLY', ended_by: 'CANDIDATE' });
  const { steps, missing } = await read(platform, cast.owner.token, id);
  expect(missing).toEqual([]);
  expect(steps.at(-1)).toMatchObject({ standing: 'DROPPED' });
});

test('a company that was granted an aid is told what its early end means for it; a hire called off tells so itself', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { id } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id });
  const aids = [{ aid: 'VTE_TERRITOIRE_INDUSTRIE', amountEuros: 4000 }];
  await act(platform, cast.admin.token, 'grantLabel', { id, aids });
  await on('2023-03-01');
  const end = { id, reason: 'DISMISSED', on: '2023-02-28' };
  expect(await act(platform, cast.owner.token, 'endMissionEarly', end)).toMatchObject({ state: 'ENDED_EARLY' });
  const { id: draft, hireId } = await aHire(platform, cast, { signed: false });
  await platform.db.query(
    `UPDATE hire SET status = 'CANCELLED', ended_by = 'CANDIDATE', ended_on = hired_on,
    end_reason = 'RENOUNCED' WHERE id = $1`,
    [hireId],
  );
  await platform.jobs();
  expect(await stateOf(platform, draft)).toBe('WITHDRAWN');
  expect(await subjects(cast.owner.email)).toContain('Aide VTE : mission interrompue');
  expect(await subjects(cast.candidate.email)).not.toContain('Aide VTE : mission interrompue');
  expect(await subjects(cast.candidate.email)).not.toContain('Le label VTE ne sera pas demandé');
});

test('a young person who erases their account midway: the label goes on, and nobody is asked about them any more', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { id } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id });
  await act(platform, cast.admin.token, 'grantLabel', { id, aids: [] });
  await on('2023-03-01');
  await act(platform, cast.owner.token, 'answerCheckIn', { id, answer: checkIn(1) });
  await platform.db.query(`UPDATE hire SET candidate_id = NULL WHERE id = (SELECT hire_id FROM label WHERE id = $1)`, [
    id,
  ]);
  const before = await subjects(cast.owner.email);
  await on('2023-03-10');
  await on('2023-08-02');
  expect(await subjects(cast.owner.email)).toEqual(before);
  expect(await act(platform, cast.owner.token, 'answerCheckIn', { id, answer: checkIn(1) })).toMatchObject({
    __typename: 'IllegalLabelMove',
  });
  expect(await read(platform, cast.owner.token, id)).toMatchObject({ state: 'MISSION', missing: [], checkIns: [] });
  await on('2024-02-01');
  expect(await stateOf(platform, id)).toBe('NO_AID');
});

test('a suspended company is not asked for what it would be refused; the day of the request stays the same for it', async () => {
  const cast = await aCast(platform);
  const { id } = await aHire(platform, cast);
  await platform.jobs();
  const before = await subjects(cast.owner.email);
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [cast.owner.companyId]);
  await on('2023-05-16');
  await on('2023-06-15');
  expect(await subjects(cast.owner.email)).toEqual(before);
  await on('2023-07-16');
  expect(await stateOf(platform, id)).toBe('LAPSED');
});

test('a suspended company answers no check-in; the young person does', async () => {
  const cast = await aCast(platform);
  await again(cast);
  const { id } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id });
  await act(platform, cast.admin.token, 'grantLabel', { id, aids: [] });
  await on('2023-03-01');
  await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [cast.owner.companyId]);
  const answer = (token: string) => act(platform, token, 'answerCheckIn', { id, answer: checkIn(1) });
  expect(await answer(cast.owner.token)).toMatchObject({ __typename: 'CompanySuspended' });
  expect(await answer(cast.candidate.token)).toMatchObject({ __typename: 'Label' });
});

test('a worker that slept for weeks writes the newest reminder alone', async () => {
  const cast = await aCast(platform);
  await aHire(platform, cast);
  await platform.jobs();
  await on('2023-07-10');
  const reminders = (await subjects(cast.owner.email)).filter((one) => one.includes('à demander jusqu’au'));
  expect(reminders).toHaveLength(1);
});

test('documents that another administrator asks for at the same time are not lost in silence', async () => {
  const cast = await aCast(platform);
  const { id } = await aHire(platform, cast);
  expect(await act(platform, cast.admin.token, 'grantLabel', { id, aids: [{ aid: 'VTE_VERT' }] })).toMatchObject({
    __typename: 'IllegalLabelMove',
    state: 'TO_REQUEST',
  });
  await act(platform, cast.owner.token, 'requestLabel', { id });
  const asked = await Promise.all(
    ['CONTRACT', 'DIPLOMA'].map((kind) =>
      act(platform, cast.admin.token, 'askMoreDocuments', { id, documents: [{ kind }] }),
    ),
  );
  expect(asked.map(({ __typename }) => __typename).sort()).toEqual(['IllegalLabelMove', 'Label']);
  const { documents } = await read(platform, cast.admin.token, id);
  const again = { id, documents: [{ kind: documents[0].kind }] };
  expect(await act(platform, cast.admin.token, 'askMoreDocuments', again)).toMatchObject({ state: 'MORE_DOCUMENTS' });
  expect((await read(platform, cast.admin.token, id)).documents).toHaveLength(1);
  // What the company added is not replaced by the young person.
  await sendPaper(platform, cast.owner.token, id, `?document=${documents[0].id}`);
  expect(await sendPaper(platform, cast.candidate.token, id, `?document=${documents[0].id}`)).toMatchObject({
    status: 404,
  });
});

test('one VTE Vert for a SIRET, five for a SIREN, also when granted at once', async () => {
  const cast = await aCast(platform);
  const { owner, admin } = cast;
  const labels: string[] = [];
  const green = { green: true };
  for (let made = 0; made < 2; made += 1) labels.push((await aHire(platform, cast, green)).id);
  for (const id of labels) await act(platform, owner.token, 'requestLabel', { id });
  const aids = [{ aid: 'VTE_VERT', amountEuros: 8000 }];
  const answers = await Promise.all(labels.map((id) => act(platform, admin.token, 'grantLabel', { id, aids })));
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['AidLimitReached', 'Label']);

  // Five more establishments of the same company: four of them make five in all, one is one too many.
  const grant = (id: string) => act(platform, admin.token, 'grantLabel', { id, aids });
  const elsewhere: string[] = [];
  for (let place = 1; place <= 5; place += 1) {
    const { id: companyId } = await registerCompany(platform, owner.token, { siret: aSiret() });
    await platform.db.query(
      `UPDATE company SET siren = own.siren, siret = own.siren || $3 FROM company AS own WHERE company.id = $1 AND own.id = $2`,
      [companyId, owner.companyId, `9000${place}`],
    );
    elsewhere.push((await aHire(platform, cast, { ...green, companyId })).id);
  }
  for (const id of elsewhere) await act(platform, owner.token, 'requestLabel', { id });
  for (const id of elsewhere.slice(0, 3)) expect(await grant(id)).toMatchObject({ state: 'GRANTED' });
  const last = await Promise.all(elsewhere.slice(3).map(grant));
  expect(last.map(({ __typename }) => __typename).sort()).toEqual(['AidLimitReached', 'Label']);
  expect(last.find(({ __typename }) => __typename === 'AidLimitReached').message).toContain('SIREN');
  // One that was given up leaves its place.
  expect(await act(platform, owner.token, 'withdrawLabel', { id: elsewhere[0] })).toMatchObject({ state: 'WITHDRAWN' });
  expect(await grant(elsewhere[last[0].__typename === 'Label' ? 4 : 3]!)).toMatchObject({ state: 'GRANTED' });
});

test('papers: by content, within their time, for company and administrators, and of the young person only their own', async () => {
  const cast = await aCast(platform);
  const { owner, candidate, admin, reader } = cast;
  const { id } = await aHire(platform, cast);
  const stranger = await anOwner(platform);
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.alloc(20),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
  const ours = await sendPaper(platform, owner.token, id, '?kind=CONTRACT', {
    bytes: png,
    type: 'image/png',
    name: 'Contrat.png',
  });
  expect(ours).toMatchObject({ status: 201, body: { kind: 'PNG', name: 'Contrat.png' } });
  const theirs = await sendPaper(platform, candidate.token, id, '?kind=DIPLOMA', { name: 'Diplôme.pdf' });
  expect(theirs.status).toBe(201);
  const html = { bytes: Buffer.from('<script>1</script>'), type: 'application/pdf' };
  expect(await sendPaper(platform, owner.token, id, '', html)).toMatchObject({
    status: 415,
    body: { code: 'UNSUPPORTED_PAPER' },
  });
  for (const [token, status] of [
    [undefined, 401],
    [stranger.token, 404],
    [reader.token, 404],
    [admin.token, 404],
  ] as const)
    expect(await sendPaper(platform, token, id)).toMatchObject({ status });

  const got = async (token: string, fileId: string) =>
    (await fetch(`${platform.url}/files/${fileId}`, { headers: { authorization: `Bearer ${token}` } })).status;
  for (const { token } of [owner, reader, admin]) {
    expect([await got(token, ours.body.id), await got(token, theirs.body.id)]).toEqual([200, 200]);
    expect((await read(platform, token, id)).documents).toHaveLength(2);
  }
  expect([await got(candidate.token, ours.body.id), await got(candidate.token, theirs.body.id)]).toEqual([404, 200]);
  expect((await read(platform, candidate.token, id)).documents.map(({ fileName }: any) => fileName)).toEqual([
    'Diplôme.pdf',
  ]);
  expect(await got(stranger.token, theirs.body.id)).toBe(404);

  const [mine] = (await read(platform, candidate.token, id)).documents;
  const other = (await read(platform, owner.token, id)).documents.find(({ kind }: any) => kind === 'CONTRACT');
  expect(await act(platform, candidate.token, 'removeLabelDocument', { id: other.id })).toMatchObject({
    __typename: 'NotAllowed',
  });
  expect(await act(platform, candidate.token, 'removeLabelDocument', { id: mine.id })).toMatchObject({
    __typename: 'Label',
  });
  await act(platform, owner.token, 'requestLabel', { id });
  expect(await sendPaper(platform, owner.token, id)).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } });

  const [{ path }] = await platform.db.query(`SELECT disk_name AS path FROM stored_file WHERE label_id = $1`, [id]);
  await platform.db.query(`UPDATE hire SET candidate_id = NULL WHERE id = (SELECT hire_id FROM label WHERE id = $1)`, [
    id,
  ]);
  await platform.jobs();
  expect(await platform.db.query('SELECT FROM stored_file WHERE label_id = $1', [id])).toEqual([]);
  expect(path).toMatch(/^[0-9a-f]{48}$/);
  expect(await stateOf(platform, id)).toBe('REQUESTED');
});

test('the manager of the territory reads progress and recalls it, once a week, without papers, names and words in confidence', async () => {
  const cast = await aCast(platform);
  const { token } = await anOwner(platform);
  const { commune } = await platform.ask('{ commune(code: "01283") { territories { id } } }');
  const territoryId = commune.territories[0].id;
  const { viewer } = await platform.ask('{ viewer { id } }', {}, { token });
  await platform.db.query(`UPDATE account SET role = 'TERRITORY_MANAGER' WHERE id = $1`, [viewer.id]);
  await platform.db.query('INSERT INTO territory_manager (account_id, territory_id, given_at) VALUES ($1, $2, now())', [
    viewer.id,
    territoryId,
  ]);
  const { id } = await aHire(platform, cast);
  await act(platform, cast.owner.token, 'requestLabel', { id, words: 'Voici notre demande.' });
  const shown = await read(platform, token, id);
  expect(shown).toMatchObject({
    state: 'REQUESTED',
    firstName: null,
    hire: null,
    documents: [],
    missionTitle: 'Ingénieure qualité',
    needsATalk: false,
  });
  expect(shown.events.map(({ words }: any) => words)).toEqual([null, null, null]);
  expect(await act(platform, token, 'remindLabel', { id })).toMatchObject({ __typename: 'RemindedLately' });
  expect(await act(platform, token, 'requestLabel', { id })).toMatchObject({ __typename: 'NotAllowed' });
  const { id: open } = await aHire(platform, cast);
  expect(await act(platform, token, 'remindLabel', { id: open })).toMatchObject({ __typename: 'Label' });
  expect(await act(platform, token, 'remindLabel', { id: open })).toMatchObject({ __typename: 'RemindedLately' });
  await platform.jobs();
  expect(await subjects(cast.owner.email)).toContain('Label VTE : le territoire vous rappelle une étape');
  const LISTS = `query ($code: String!, $company: ID!) { territory(code: $code) { labels(first: 5) { nodes { id state } } labelCounts { state count } }
    company(id: $company) { name } }`;
  const { territory } = await platform.ask(
    LISTS,
    { code: territoryId.split(':').at(-1), company: cast.owner.companyId },
    { token },
  );
  expect(territory.labels.nodes.length).toBeGreaterThanOrEqual(2);
  const OWN = `query ($id: ID!) { company(id: $id) { labels(first: 5, filter: { states: [TO_REQUEST] }) { nodes { id } } labelCounts { state count } } }`;
  const { company } = await platform.ask(OWN, { id: cast.owner.companyId }, { token: cast.owner.token });
  expect(company.labels.nodes).toEqual([{ id: open }]);
  expect(company.labelCounts).toEqual([
    { state: 'REQUESTED', count: 1 },
    { state: 'TO_REQUEST', count: 1 },
  ]);
  await platform.db.query('UPDATE territory SET retired = true WHERE id = $1', [territoryId]);
  try {
    expect(await read(platform, token, id)).toBeNull();
    expect(await act(platform, token, 'remindLabel', { id: open })).not.toMatchObject({ __typename: 'RemindedLately' });
    const { territory: former } = await platform.ask(
      LISTS,
      { code: territoryId.split(':').at(-1), company: cast.owner.companyId },
      { token },
    );
    expect(former.labels.nodes).toEqual([]);
  } finally {
    await platform.db.query('UPDATE territory SET retired = false WHERE id = $1', [territoryId]);
  }
});
