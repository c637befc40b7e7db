import { parse } from 'csv-parse/sync';
import { aMember, aMessage, anAdministrator, anOffer, anOwner, applyTo, password, signUp } from '../support/people.js';
import { Platform } from '../support/platform.js';
import { sentMails } from '../support/sent-mails.js';

let platform: Platform;
let owner: Awaited<ReturnType<typeof anOwner>>;
let offerId: string;

beforeAll(async () => {
  platform = await Platform.start('board_answers');
  platform.travelTo('2026-09-01T08:00:00Z');
  owner = await anOwner(platform, { name: 'Forges d’Étival' });
  offerId = (await anOffer(platform, owner, { title: 'Soudage' })).id;
});
afterAll(() => platform.stop());

async function applicant(profile: object = {}, message = aMessage, to = offerId) {
  const { token, email } = await signUp(platform, 'CANDIDATE');
  await platform.ask(
    'mutation ($input: CandidateProfileInput!) { saveCandidateProfile(input: $input) { __typename } }',
    { input: { firstName: 'Camille', ...profile } },
    { token },
  );
  const { id } = await applyTo(platform, token, to, message);
  return { token, email, id: id as string };
}

const act = (token: string, query: string, variables: object): Promise<any> =>
  platform.ask(query, variables, { token }).then((data) => Object.values(data)[0]);

const OUTCOMES = `__typename ... on AnsweredApplications { answered unchanged refused
    outcomes { id outcome application { status } refusal { __typename message ... on InvalidInput { problems { path } } } } }
  ... on InvalidInput { message problems { path message } }`;
const ANSWER = `mutation ($input: AnswerApplicationsInput!) { answerApplications(input: $input) { ${OUTCOMES} } }`;
const PREVIEW = `query ($input: AnswerApplicationsInput!) { previewAnswers(input: $input) { __typename
  ... on AnswerPreviews { previews { id words refusal { __typename } } } ... on InvalidInput { problems { path message } } } }`;
const answer = (token: string, input: object) => act(token, ANSWER, { input });
const preview = (token: string, input: object) => act(token, PREVIEW, { input });

const paths = ({ problems }: any): string[] => problems.map(({ path }: any) => path.join('.'));

const TEMPLATES = `query ($id: ID!) { company(id: $id) { answerTemplates { id name answer reason body shipped } } }`;
const SAVE = `mutation ($company: ID!, $input: AnswerTemplateInput!, $id: ID) {
  saveAnswerTemplate(companyId: $company, input: $input, id: $id) { __typename
    ... on AnswerTemplate { id name body shipped } ... on InvalidInput { problems { path message } } ... on Refusal { message } } }`;
const DELETE = `mutation ($id: ID!) { deleteAnswerTemplate(id: $id) { __typename } }`;

describe('answers to many', () => {
  test('each reads their own words: by a shipped template, previewed first, told by letter and in the steps', async () => {
    const zoe = await applicant({ firstName: 'Zoé' });
    const nobody = await applicant({ firstName: null });
    const sly = await applicant({ firstName: '{offre} $& <b>' });
    const input = { ids: [zoe.id, nobody.id, sly.id, zoe.id], templateId: 'modele-competences', signedAs: 'Claude' };
    const { previews } = await preview(owner.token, input);
    expect(previews.map(({ id, refusal }: any) => [id, refusal])).toEqual(
      [zoe.id, nobody.id, sly.id].map((id) => [id, null]),
    );
    expect(previews[0].words).toMatch(/^Bonjour Zoé,\n\nMerci pour votre candidature à «\u00a0Soudage\u00a0»\./);
    expect(previews[0].words).toContain('Forges d’Étival');
    expect(previews[1].words).toMatch(/^Bonjour,\n/);
    expect(previews[2].words).toMatch(/^Bonjour \{offre\} \$&/);
    expect(await answer(owner.token, input)).toMatchObject({ answered: 3, unchanged: 0, refused: 0 });
    await platform.jobs();
    const [letter] = await sentMails(platform, zoe.email).then((mails) =>
      mails.filter(({ text }) => text.includes('Merci pour votre candidature à « Soudage »')),
    );
    expect(letter!.text).toContain('Bonjour Zoé,');
    expect(letter!.text).toContain('— Claude');
    const { node } = await platform.ask(
      'query ($id: ID!) { node(id: $id) { ... on Application { status events { to reason words signedAs } } } }',
      { id: zoe.id },
      zoe,
    );
    expect(node.status).toBe('DECLINED');
    expect(node.events.at(-1)).toEqual({
      to: 'DECLINED',
      reason: 'SKILLS',
      words: previews[0].words,
      signedAs: 'Claude',
    });
  });

  test('what cannot be answered keeps nobody else waiting, and says why', async () => {
    const fine = await applicant();
    const withdrawn = await applicant();
    await act(withdrawn.token, 'mutation ($id: ID!) { withdrawApplication(id: $id) { __typename } }', withdrawn);
    const already = await applicant();
    await answer(owner.token, { ids: [already.id], answer: 'DECLINED', reason: 'DATES' });
    const other = await anOwner(platform);
    const elsewhere = await applicant({}, aMessage, (await anOffer(platform, other)).id);
    const tooLong = await applicant({ firstName: 'Z'.repeat(50) });
    const ids = [
      withdrawn.id,
      already.id,
      elsewhere.id,
      'x',
      '8b1f4f0e-5b3a-4f6b-9d59-2f2f0a3c0000',
      tooLong.id,
      fine.id,
    ];
    const input = { ids, answer: 'DECLINED', reason: 'DATES', words: `{prénom} ${'a'.repeat(1_980)}` };
    const done = await answer(owner.token, input);
    expect(done).toMatchObject({ answered: 1, unchanged: 1, refused: 5 });
    expect(done.outcomes.map(({ outcome, refusal }: any) => [outcome, refusal?.__typename])).toEqual([
      ['REFUSED', 'IllegalApplicationMove'],
      ['UNCHANGED', undefined],
      ['REFUSED', 'NotAllowed'],
      ['REFUSED', 'NotAllowed'],
      ['REFUSED', 'NotAllowed'],
      ['REFUSED', 'InvalidInput'],
      ['ANSWERED', undefined],
    ]);
    expect(new Set(done.outcomes.slice(2, 5).map(({ refusal }: any) => refusal.message)).size).toBe(1);
    const { previews } = await preview(owner.token, input);
    expect(previews.map(({ refusal }: any) => refusal?.__typename ?? null)).toEqual([
      'IllegalApplicationMove',
      null,
      'NotAllowed',
      'NotAllowed',
      'NotAllowed',
      'InvalidInput',
      null,
    ]);
  });

  test('an answer that cannot be given to anyone is refused before anyone is looked at', async () => {
    const { id } = await applicant();
    const wrong: [object, string[]][] = [
      [{ ids: [] }, ['input.ids', 'input.answer']],
      [{ ids: Array.from({ length: 101 }, (_, n) => `${n}`), answer: 'INTERVIEW' }, ['input.ids']],
      [{ ids: [id], answer: 'DECLINED' }, ['input.reason']],
      [{ ids: [id], answer: 'DECLINED', reason: 'OTHER' }, ['input.words']],
      [{ ids: [id], answer: 'ACCEPTED', reason: 'SKILLS' }, ['input.reason']],
      [{ ids: [id], answer: 'ACCEPTED', words: 'Bonjour {prénon}' }, ['input.words']],
      [{ ids: [id], templateId: 'nothing' }, ['input.templateId', 'input.answer']],
    ];
    for (const [input, problems] of wrong) {
      expect(paths(await answer(owner.token, input))).toEqual(problems);
      expect(paths(await preview(owner.token, input))).toEqual(problems);
    }
  });

  test('of two members who answer the same at once, each application is answered by one, and told once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => applicant()));
    const colleague = await aMember(platform, owner.companyId);
    const ids = people.map(({ id }) => id);
    const [one, other] = await Promise.all([
      answer(owner.token, { ids, templateId: 'modele-poste-pourvu' }),
      answer(colleague.token, { ids: ids.toReversed(), answer: 'ACCEPTED' }),
    ]);
    expect(one.answered + other.answered).toBe(4);
    expect(one.refused + other.refused).toBe(4);
    await platform.jobs();
    for (const { email, id } of people) {
      const answers = (await sentMails(platform, email)).filter(({ subject }) => !/envoyée/.test(subject));
      expect(answers).toHaveLength(1);
      const [{ count }] = await platform.db.query(
        `SELECT count(*)::int AS count FROM application_event WHERE application_id = $1 AND to_status IN ('ACCEPTED', 'DECLINED')`,
        [id],
      );
      expect(count).toBe(1);
    }
  });

  test('a reader, a stranger and the candidate answer nothing', async () => {
    const mine = await applicant();
    const reader = await aMember(platform, owner.companyId, 'reader');
    const stranger = await anOwner(platform);
    for (const { token } of [reader, stranger, mine]) {
      const done = await answer(token, { ids: [mine.id], answer: 'ACCEPTED' });
      expect(done.outcomes).toEqual([expect.objectContaining({ outcome: 'REFUSED', application: null })]);
      expect(
        (await preview(token, { ids: [mine.id], answer: 'ACCEPTED', words: '{prénom}' })).previews[0],
      ).toMatchObject({
        words: null,
        refusal: { __typename: 'NotAllowed' },
      });
    }
    expect((await platform.send(ANSWER, { input: { ids: [mine.id] } })).errors?.[0].extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('templates', () => {
  const input = {
    name: 'Notre refus',
    answer: 'DECLINED',
    reason: 'PLACE',
    body: 'Bonjour {Prenom} {NOM}, « {offre} »',
  };

  test('a company keeps its own beside those that come with the platform, and answers with them', async () => {
    const own = await act(owner.token, SAVE, { company: owner.companyId, input });
    expect(own).toMatchObject({ __typename: 'AnswerTemplate', shipped: false });
    const { company } = await platform.ask(TEMPLATES, { id: owner.companyId }, owner);
    expect(company.answerTemplates[0]).toMatchObject({ id: own.id, name: 'Notre refus' });
    const shipped = company.answerTemplates.slice(1);
    expect(shipped).toHaveLength(7);
    for (const { body, answer: to, reason } of shipped) {
      expect(body).toMatch(/Bonjour \{prénom\},[^]*\{(offre|entreprise)\}/);
      expect(body).not.toMatch(/['"]/);
      expect(reason === null).toBe(to !== 'DECLINED');
    }
    const { id } = await applicant({ firstName: 'Ana', lastName: 'Ruiz' });
    const { previews } = await preview(owner.token, { ids: [id], templateId: own.id });
    expect(previews[0].words).toBe('Bonjour Ana Ruiz, « Soudage »');
    expect(
      await act(owner.token, SAVE, { company: owner.companyId, id: own.id, input: { ...input, body: 'Non.' } }),
    ).toMatchObject({ id: own.id, body: 'Non.' });
    expect(await answer(owner.token, { ids: [id], templateId: own.id })).toMatchObject({ answered: 1 });
    expect(await act(owner.token, DELETE, own)).toEqual({ __typename: 'Company' });
    expect(await act(owner.token, DELETE, own)).toEqual({ __typename: 'NotAllowed' });
  });

  test('all that is wrong with one is told; a name is given once, also by two at once', async () => {
    const wrong = { name: '', answer: 'ACCEPTED', reason: 'DATES', body: 'Bonjour {civilité}' };
    expect(paths(await act(owner.token, SAVE, { company: owner.companyId, input: wrong }))).toEqual([
      'input.name',
      'input.reason',
      'input.body',
    ]);
    const two = await Promise.all(
      [1, 2].map(() => act(owner.token, SAVE, { company: owner.companyId, input: { ...input, name: 'Double' } })),
    );
    expect(two.map(({ __typename }) => __typename).sort()).toEqual(['AnswerTemplate', 'InvalidInput']);
  });

  test('readers read them; strangers neither read, use, revise nor delete them', async () => {
    const own = await act(owner.token, SAVE, { company: owner.companyId, input: { ...input, name: 'À nous' } });
    const reader = await aMember(platform, owner.companyId, 'reader');
    const stranger = await anOwner(platform);
    expect((await platform.ask(TEMPLATES, { id: owner.companyId }, reader)).company.answerTemplates).not.toEqual([]);
    expect((await platform.send(TEMPLATES, { id: owner.companyId }, stranger)).errors?.[0].extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(paths(await answer(stranger.token, { ids: ['x'], templateId: own.id }))).toContain('input.templateId');
    for (const { token } of [reader, stranger]) {
      expect(await act(token, DELETE, own)).toEqual({ __typename: 'NotAllowed' });
      const saved = await act(token, SAVE, { company: owner.companyId, id: own.id, input });
      expect(saved.__typename).toBe('NotAllowed');
    }
    const moved = await act(stranger.token, SAVE, { company: stranger.companyId, id: own.id, input });
    expect(moved.__typename).toBe('NotAllowed');
  });
});

describe('notes', () => {
  const NOTES = `query ($id: ID!) { node(id: $id) { ... on Application { id notes { edges { node { id body author editedAt } } } } } }`;
  const ADD = `mutation ($id: ID!, $body: String!) { addApplicationNote(applicationId: $id, body: $body) { __typename
    ... on ApplicationNote { id body author } ... on InvalidInput { problems { path } } ... on Refusal { message } } }`;
  const REVISE = `mutation ($id: ID!, $body: String!) { reviseApplicationNote(id: $id, body: $body) { __typename
    ... on ApplicationNote { body editedAt } } }`;
  const REMOVE = `mutation ($id: ID!) { deleteApplicationNote(id: $id) { __typename } }`;
  const notes = async (token: string, id: string): Promise<any[]> =>
    (await platform.ask(NOTES, { id }, { token })).node.notes.edges.map(({ node }: any) => node);

  test('members read what members noted; the candidate neither reads, finds nor counts it', async () => {
    const candidate = await applicant();
    const reader = await aMember(platform, owner.companyId, 'reader');
    const note = await act(owner.token, ADD, { id: candidate.id, body: 'Très <b>bon</b> échange\nà rappeler' });
    expect(note).toMatchObject({ __typename: 'ApplicationNote', body: 'Très bon échange\nà rappeler' });
    expect(await notes(reader.token, candidate.id)).toEqual([{ ...note, __typename: undefined, editedAt: null }]);
    const seen = await platform.send(NOTES, { id: candidate.id }, candidate);
    expect(seen.errors?.[0].extensions.code).toBe('FORBIDDEN');
    expect(JSON.stringify(seen.data)).not.toContain('rappeler');
    for (const { token } of [candidate, reader, await anOwner(platform)]) {
      expect((await act(token, ADD, { id: candidate.id, body: 'x' })).__typename).toBe('NotAllowed');
      expect((await act(token, REVISE, { id: note.id, body: 'x' })).__typename).toBe('NotAllowed');
      expect((await act(token, REMOVE, { id: note.id })).__typename).toBe('NotAllowed');
      expect(
        (await platform.ask('query ($id: ID!) { node(id: $id) { __typename } }', note, { token })).node,
      ).toBeNull();
    }
    await platform.jobs();
    expect((await sentMails(platform, candidate.email)).filter(({ raw }) => raw.includes('rappeler'))).toEqual([]);
    expect(paths(await act(owner.token, ADD, { id: candidate.id, body: ' ' }))).toEqual(['body']);
    const { company } = await platform.ask(
      'query ($id: ID!, $filter: BoardFilter) { company(id: $id) { board(filter: $filter) { total } } }',
      { id: owner.companyId, filter: { words: 'echange rappeler' } },
      owner,
    );
    expect(company.board.total).toBe(1);
  });

  test('one revises one’s own; owners delete anyone’s; who leaves the company revises nothing', async () => {
    const { id } = await applicant();
    const recruiter = await aMember(platform, owner.companyId);
    const note = await act(recruiter.token, ADD, { id, body: 'Premier jet' });
    expect((await act(owner.token, REVISE, { id: note.id, body: 'Autre' })).__typename).toBe('NotAllowed');
    expect(await act(recruiter.token, REVISE, { id: note.id, body: 'Au propre' })).toMatchObject({
      body: 'Au propre',
      editedAt: expect.any(String),
    });
    await platform.db.query(
      'DELETE FROM company_member WHERE account_id = (SELECT author_id FROM application_note WHERE id = $1)',
      [note.id],
    );
    expect((await act(recruiter.token, REVISE, { id: note.id, body: 'Vengeance' })).__typename).toBe('NotAllowed');
    expect((await act(recruiter.token, REMOVE, { id: note.id })).__typename).toBe('NotAllowed');
    expect((await act(owner.token, REMOVE, { id: note.id })).__typename).toBe('Application');
    expect(await notes(owner.token, id)).toEqual([]);
  });

  test('notes, words and scores go with the candidate; those of a member who goes stay without a name', async () => {
    const candidate = await applicant({ firstName: 'Quetzalcoatlus' });
    const author = await aMember(platform, owner.companyId);
    const kept = await applicant();
    await act(author.token, ADD, { id: kept.id, body: 'Reste' });
    await act(owner.token, ADD, { id: candidate.id, body: 'canari-note' });
    const ERASE = `mutation { eraseMyAccount(password: "${password}") { __typename } }`;
    await act(author.token, ERASE, {});
    await act(candidate.token, ERASE, {});
    expect(await notes(owner.token, kept.id)).toEqual([expect.objectContaining({ body: 'Reste', author: null })]);
    for (const table of ['application_note', 'application_words', 'application_score']) {
      const [{ found }] = await platform.db.query(
        `SELECT count(*)::int AS found FROM ${table} t WHERE t.application_id = $1 OR t::text ILIKE '%quetzal%'`,
        [candidate.id],
      );
      expect([table, found]).toEqual([table, 0]);
    }
  });
});

describe('a suspended company', () => {
  const ONE = `mutation ($input: AnswerApplicationInput!) { answerApplication(input: $input) { __typename
    ... on Application { status } ... on Refusal { message } } }`;
  const FILL = `mutation ($id: ID!, $words: String) { fillOffer(id: $id, reason: POSITION_FILLED, words: $words) { __typename } }`;
  const TAKE = 'mutation ($id: ID!) { exportApplications(companyId: $id) { __typename } }';

  test('says no without words of its own, and nothing else that reaches candidates', async () => {
    const company = await anOwner(platform);
    const { id: offer } = await anOffer(platform, company);
    const [one, two, three] = [
      await applicant({}, aMessage, offer),
      await applicant({}, aMessage, offer),
      await applicant({}, aMessage, offer),
    ];
    await platform.db.query('UPDATE company SET suspended_at = now() WHERE id = $1', [company.companyId]);
    const no = { answer: 'DECLINED', reason: 'SKILLS' };
    const says = (id: string, said: object) => act(company.token, ONE, { input: { id, ...said } });
    const forbidden = [{ answer: 'INTERVIEW' }, { answer: 'ACCEPTED' }, { ...no, words: 'Écrivez-moi.' }];
    for (const said of [...forbidden, { ...no, signedAs: '06 12 34 56 78' }]) {
      expect(await says(one.id, said)).toEqual({
        __typename: 'CompanySuspended',
        message: expect.stringMatching(/suspendue.*contester/),
      });
      const batch = { ids: [two.id, three.id], ...said };
      expect((await preview(company.token, batch)).previews[0].refusal.__typename).toBe('CompanySuspended');
      const { outcomes, refused } = await answer(company.token, batch);
      expect([refused, outcomes[1].refusal.__typename]).toEqual([2, 'CompanySuspended']);
    }
    const fill = (words: string | null) => act(company.token, FILL, { id: offer, words });
    expect((await fill('Appelez-nous.')).__typename).toBe('CompanySuspended');
    expect((await act(company.token, TAKE, { id: company.companyId })).__typename).toBe('CompanySuspended');
    const { token: administrator } = await anAdministrator(platform);
    expect((await act(administrator, TAKE, { id: company.companyId })).__typename).toBe('ApplicationsCsv');

    expect((await says(one.id, no)).status).toBe('DECLINED');
    expect((await preview(company.token, { ids: [two.id], ...no })).previews[0].refusal).toBeNull();
    expect(await answer(company.token, { ids: [two.id], ...no })).toMatchObject({ answered: 1 });
    expect((await fill(null)).__typename).toBe('Offer');
    await platform.jobs();
    for (const { email, id } of [one, two, three]) {
      const [row] = await platform.db.query('SELECT status FROM application WHERE id = $1', [id]);
      expect(row.status).toBe('DECLINED');
      const letters = await sentMails(platform, email);
      expect(letters.filter(({ text }) => /Écrivez-moi|06 12|Appelez/.test(text))).toEqual([]);
      expect(letters.at(-1)!.text).toContain(id === three.id ? 'pourvu' : 'ne correspondent pas assez');
    }
  });
});

describe('the file for spreadsheets', () => {
  const EXPORT = `mutation ($id: ID!, $filter: BoardFilter) { exportApplications(companyId: $id, filter: $filter) { __typename
    ... on ApplicationsCsv { name content rows } ... on Refusal { message } } }`;
  const take = (token: string, id: string, filter: object = {}) => act(token, EXPORT, { id, filter });

  test('no cell can be computed, whatever applicants wrote, and every cell says what was written', async () => {
    const company = await anOwner(platform);
    const offer = await anOffer(platform, company, { title: '=SOMME(A1;A9) chez nous' });
    const names = [
      `=cmd|' /C calc'!A0`,
      '+33 6 12 34 56 78',
      '-2+3',
      '@SUM(1;1)',
      '＝HYPERLINK("x")',
      ' =1+1',
      '"=1+1"',
      'Dupont; "=1"; Durand',
      'O’Brien “ok”',
    ];
    const messages = ['\t=1+1', '=1\n+2', 'Bonjour;\n"=2"\r\n-3', 'Bonjour'].map((text) => `${text} ${aMessage}`);
    for (const [at, lastName] of names.entries())
      await applicant({ firstName: 'Al', lastName }, messages[at] ?? aMessage, offer.id);
    const file = await take(company.token, company.companyId);
    expect(file).toMatchObject({ rows: names.length, name: 'candidatures-2026-09-01.csv' });
    expect(file.content.startsWith('\uFEFF"Offre";"État";"Prénom";"Nom"')).toBe(true);
    expect(file.content.endsWith('"\r\n')).toBe(true);
    const rows = parse<Record<string, string>>(file.content, { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(names.length);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r\n]/);
    const stored = await platform.db.query('SELECT last_name AS name FROM candidate WHERE first_name = $1', ['Al']);
    expect(rows.map(({ Nom }) => Nom!.replace(/^'/, '')).sort()).toEqual(stored.map(({ name }: any) => name).sort());
    expect(new Set(rows.map(({ Offre }) => Offre))).toEqual(new Set([`'=SOMME(A1;A9) chez nous`]));
    expect(rows[0]).toMatchObject({
      État: 'Reçue',
      'Réponse attendue le': '2026-09-16',
      'Envoyée le': '2026-09-01 10:00',
    });
    expect(file.content).not.toContain('@example.com');
  });

  test('owners, recruiters and administrators take it, by filter; each taking is in the audit log, nobody else takes any', async () => {
    const recruiter = await aMember(platform, owner.companyId);
    const reader = await aMember(platform, owner.companyId, 'reader');
    const administrator = await anAdministrator(platform);
    const candidate = await applicant();
    const stranger = await anOwner(platform);
    const some = await take(recruiter.token, owner.companyId, { statuses: ['DECLINED'] });
    expect(some.rows).toBeGreaterThan(0);
    expect(some.content).not.toContain('Reçue');
    expect((await take(administrator.token, owner.companyId)).__typename).toBe('ApplicationsCsv');
    for (const { token } of [reader, candidate, stranger])
      expect((await take(token, owner.companyId)).__typename).toBe('NotAllowed');
    expect((await take(owner.token, 'nothing')).__typename).toBe('NotAllowed');
    const noted = await platform.db.query(
      `SELECT a.role, e.details FROM audit_entry e JOIN account a ON a.id = e.actor_id
        WHERE act = 'application.export' AND object_id = $1`,
      [owner.companyId],
    );
    expect(noted).toHaveLength(2);
    expect(noted.map(({ details }: any) => details)).toContainEqual({ applications: some.rows });
  });
});
