import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the register knows of an establishment, as far as tests vary it. */
export interface Registered {
  siret: string;
  /** nom_raison_sociale */
  name: string | null;
  fullName?: string;
  acronym?: string | null;
  tradeName?: string | null;
  signs?: string[] | null;
  /** A or F, of the establishment; A or C, of the legal unit. */
  establishment?: 'A' | 'F';
  unit?: 'A' | 'C';
  closedOn?: string | null;
  /** Whether another establishment is the seat. */
  branch?: boolean;
  /** O: all is published; P: in part. */
  published?: 'O' | 'P';
}

type Fault = (response: ServerResponse) => void;

/** The public register (API Recherche d’entreprises) on this machine: GET /search?q=<SIRET>, in the shapes of the real one. */
export class RegisterPeer {
  /** The requests so far: what was searched for. */
  readonly asked: string[] = [];
  readonly agents: (string | undefined)[] = [];
  private readonly known = new Map<string, Registered>();
  private faults: Fault[] = [];
  private lasting: Fault | null = null;
  private server: Server | null = null;

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      this.answer(request, response);
    });
    await new Promise<void>((listening) => this.server!.listen(0, '127.0.0.1', listening));
    return this;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed));
  }

  knows(registered: Registered): void {
    this.known.set(registered.siret, registered);
  }

  forgets(siret: string): void {
    this.known.delete(siret);
  }

  /** The next request is answered so. */
  fails(status: number, body: string, headers: Record<string, string> = {}): void {
    this.faults.push(answering(status, body, headers));
  }

  /** The next request is heard and never answered. */
  hangs(): void {
    this.faults.push(() => undefined);
  }

  /** The next request waits until the function that comes back is called, and is answered as ever. */
  waits(): () => void {
    let letGo = (): void => undefined;
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    this.faults.push((response) => {
      const siret = this.asked.at(-1)!;
      void gone.then(() => {
        this.tell(siret, response);
      });
    });
    return letGo;
  }

  /** Every request is answered so until `recovers`. */
  isDown(status = 503): void {
    this.lasting = answering(status, '<html>Service Unavailable</html>');
  }

  recovers(): void {
    this.lasting = null;
    this.faults = [];
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url!, 'http://register');
    this.asked.push(searchParams.get('q') ?? '');
    this.agents.push(request.headers['user-agent']);
    const fault = this.faults.shift() ?? this.lasting;
    if (fault) {
      fault(response);
    } else if (pathname !== '/search' || !searchParams.get('q')) {
      answering(400, JSON.stringify({ erreur: 'Veuillez indiquer au moins un paramètre de recherche.' }))(response);
    } else {
      this.tell(searchParams.get('q')!, response);
    }
  }

  private tell(siret: string, response: ServerResponse): void {
    const registered = this.known.get(siret);
    answering(200, JSON.stringify(searchAnswer(registered ? [registered] : [])))(response);
  }
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

export const searchAnswer = (registered: readonly Registered[]): object => ({
  results: registered.map(unitOf),
  total_results: registered.length,
  page: 1,
  per_page: 5,
  total_pages: registered.length,
});

function unitOf(registered: Registered): object {
  const { siret, name, fullName, acronym = null, unit = 'A', branch = false, published = 'O' } = registered;
  const own = establishmentOf(registered);
  const seat = branch ? { ...own, siret: `${siret.slice(0, 9)}99999`, etat_administratif: 'A', est_siege: true } : own;
  return {
    siren: siret.slice(0, 9),
    nom_complet: fullName ?? (name && acronym ? `${name} (${acronym})` : name),
    nom_raison_sociale: name,
    sigle: acronym,
    nombre_etablissements: branch ? 2 : 1,
    nombre_etablissements_ouverts: 1,
    siege: { ...seat, activite_principale_registre_metier: null, coordonnees: '46.2567,5.6553', geo_adresse: null },
    activite_principale: '22.29A',
    categorie_entreprise: 'PME',
    caractere_employeur: null,
    annee_categorie_entreprise: '2023',
    date_creation: '1998-04-01',
    date_fermeture: null,
    date_mise_a_jour: '2026-06-14T10:00:10',
    dirigeants: [],
    etat_administratif: unit,
    nature_juridique: '5710',
    section_activite_principale: 'C',
    tranche_effectif_salarie: '21',
    annee_tranche_effectif_salarie: '2023',
    statut_diffusion: published,
    matching_etablissements: [own],
    finances: {},
    complements: {
      est_association: false,
      est_entrepreneur_individuel: false,
      est_ess: false,
      est_service_public: false,
    },
  };
}

function establishmentOf({
  siret,
  tradeName = null,
  signs = null,
  establishment = 'A',
  closedOn = null,
  ...rest
}: Registered) {
  const hidden = rest.published === 'P' ? '[NON-DIFFUSIBLE]' : null;
  return {
    activite_principale: '22.29A',
    annee_tranche_effectif_salarie: '2023',
    adresse: hidden ?? '12 RUE DE L INDUSTRIE 01100 OYONNAX',
    caractere_employeur: 'O',
    code_postal: '01100',
    commune: '01283',
    date_creation: '1998-04-01',
    date_debut_activite: '2008-01-01',
    date_fermeture: closedOn,
    epci: '200042935',
    est_siege: !rest.branch,
    etat_administratif: establishment,
    geo_id: null,
    latitude: hidden ?? '46.2567',
    libelle_commune: 'OYONNAX',
    liste_enseignes: signs,
    liste_finess: null,
    liste_id_bio: null,
    liste_idcc: ['0292'],
    liste_rge: null,
    liste_uai: null,
    longitude: hidden ?? '5.6553',
    nom_commercial: tradeName,
    region: '84',
    siret,
    statut_diffusion_etablissement: rest.published ?? 'O',
    tranche_effectif_salarie: '21',
  };
}
