import type { Platform } from '../support/platform.js';

/** Rows of a small world, written by hand so that every figure of it is known. */
export class StatisticsWorld {
  private count = 0;

  constructor(private readonly platform: Platform) {}

  private sql<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.platform.db.query<Row[]>(sql, values);
  }

  private async id(sql: string, values: unknown[]): Promise<string> {
    return (await this.sql<{ id: string }>(`${sql} RETURNING id`, values))[0]!.id;
  }

  async company(communeCode = '01283'): Promise<string> {
    const siret = String(10_000_000_000_000 + (this.count += 1));
    return this.id(
      `INSERT INTO company (siret, siren, name, commune_code, verified_at) VALUES ($1, left($1, 9), $2, $3, now())`,
      [siret, `Entreprise ${this.count}`, communeCode],
    );
  }

  /** Open from a moment on, or until another with what became of it. */
  async offer(
    companyId: string,
    sites: readonly string[],
    opened: string,
    { closed = null, as = 'CLOSED', ...more }: { closed?: string | null; as?: string; [column: string]: unknown } = {},
  ): Promise<string> {
    const columns = { openings: 1, contract_type: 'CDI', mission_category: 'OTHER', ...more };
    const names = Object.keys(columns);
    const id = await this.id(
      `INSERT INTO offer (slug, company_id, status, title, description, published_at, ${names.join(', ')})
       VALUES ($1, $2, $3, 'Offre', 'Texte', $4, ${names.map((_, index) => `$${index + 5}`).join(', ')})`,
      [`offre-${(this.count += 1)}`, companyId, closed === null ? 'OPEN' : as, opened, ...Object.values(columns)],
    );
    await this.sql(
      `INSERT INTO offer_site (offer_id, position, commune_code)
       SELECT $1, position, code FROM unnest($2::text[]) WITH ORDINALITY AS site (code, position)`,
      [id, sites],
    );
    await this.sql('DELETE FROM offer_open_span WHERE offer_id = $1', [id]);
    await this.span(id, opened, closed, as);
    return id;
  }

  async span(offerId: string, opened: string, closed: string | null, as = 'CLOSED'): Promise<void> {
    await this.sql('INSERT INTO offer_open_span (offer_id, opened_at, closed_at, ended_as) VALUES ($1, $2, $3, $4)', [
      offerId,
      opened,
      closed,
      closed === null ? null : as,
    ]);
  }

  async candidate(places: readonly object[] = [], skills: readonly string[] = []): Promise<string> {
    const account = await this.id(`INSERT INTO account (email, password_hash, role) VALUES ($1, 'x', 'CANDIDATE')`, [
      `figure${(this.count += 1)}@example.com`,
    ]);
    return this.id('INSERT INTO candidate (account_id, places, skills) VALUES ($1, $2, $3)', [
      account,
      JSON.stringify(places),
      JSON.stringify(skills.map((code) => ({ code, level: 'PRACTISED' }))),
    ]);
  }

  async application(
    offerId: string,
    sent: string,
    {
      answered = null,
      due,
      withdrawn = null,
    }: { answered?: string | null; due?: string; withdrawn?: string | null } = {},
  ): Promise<string> {
    const status = withdrawn !== null ? 'WITHDRAWN' : answered === null ? 'SENT' : 'DECLINED';
    return this.id(
      `INSERT INTO application (offer_id, candidate_id, status, sent_at, answer_due_on, answered_at, withdrawn_at)
       VALUES ($1, $2, $3, $4, coalesce($5::date, ($4::timestamptz AT TIME ZONE 'Europe/Paris')::date + 15), $6, $7)`,
      [offerId, await this.candidate(), status, sent, due ?? null, answered, withdrawn],
    );
  }

  async hire(
    companyId: string,
    communeCode: string,
    hiredOn: string,
    declared: string,
    more: object = {},
  ): Promise<string> {
    const columns = { status: 'SIGNED', signed_at: declared, ...more };
    const names = Object.keys(columns);
    return this.id(
      `INSERT INTO hire (company_id, commune_code, hired_on, starts_on, contract_type, mission_title, created_at, ${names.join(', ')})
       VALUES ($1, $2, $3, $3, 'CDI', 'Mission', $4, ${names.map((_, index) => `$${index + 5}`).join(', ')})`,
      [companyId, communeCode, hiredOn, declared, ...Object.values(columns)],
    );
  }
}
