import { Injectable } from '@nestjs/common';

/** A candidate and a company that have something to do with each other. */
export interface Pair {
  candidateId: string;
  companyId: string;
}

/** What a room knows of candidates and companies; asked for many candidates at once. */
export interface IdentityGround {
  /** The pairs of these in which the candidate made themselves known to the company. */
  known(candidateIds: readonly string[], companyIds: readonly string[]): Promise<Pair[]>;
  /** The pairs of these in which the candidate declined the company once and for all. */
  declined?(candidateIds: readonly string[], companyIds: readonly string[]): Promise<Pair[]>;
}

/** How a candidate stands to someone who acts for companies. */
export interface Standing {
  /** They made themselves known to one of the companies. */
  known: boolean;
  /** There is a company among them that they did not decline for good. */
  welcome: boolean;
}

/** Rooms in which candidates make themselves known to companies register here as they start; this room knows none of them. */
@Injectable()
export class IdentityGrounds {
  private readonly grounds: IdentityGround[] = [];

  register(ground: IdentityGround): void {
    this.grounds.push(ground);
  }

  /** In the order of the candidates. */
  async standing(candidateIds: readonly string[], companyIds: readonly string[]): Promise<Standing[]> {
    if (companyIds.length === 0) return candidateIds.map(() => ({ known: false, welcome: false }));
    const [known, declined] = await Promise.all([
      Promise.all(this.grounds.map((ground) => ground.known(candidateIds, companyIds))),
      Promise.all(this.grounds.map(async (ground) => (await ground.declined?.(candidateIds, companyIds)) ?? [])),
    ]);
    const acquainted = new Set(known.flat().map(({ candidateId }) => candidateId));
    const shut = new Set(declined.flat().map(keyOf));
    return candidateIds.map((candidateId) => ({
      known: acquainted.has(candidateId),
      welcome: companyIds.some((companyId) => !shut.has(keyOf({ candidateId, companyId }))),
    }));
  }
}

const keyOf = ({ candidateId, companyId }: Pair): string => `${candidateId} ${companyId}`;
