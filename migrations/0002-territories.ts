import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where things are: regions, departments, EPCI, communes, their former codes, and the Territoires d'industrie. */
export class Territories1763900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reference_load (
        name text CONSTRAINT reference_load_pk PRIMARY KEY,
        fingerprint text NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE region (
        code text CONSTRAINT region_pk PRIMARY KEY,
        name text NOT NULL,
        retired boolean NOT NULL DEFAULT false
      );
      CREATE TABLE department (
        code text CONSTRAINT department_pk PRIMARY KEY,
        name text NOT NULL,
        region_code text NOT NULL CONSTRAINT department_region_fk REFERENCES region (code),
        retired boolean NOT NULL DEFAULT false
      );
      CREATE INDEX department_region_idx ON department (region_code);
      CREATE TABLE epci (
        siren text CONSTRAINT epci_pk PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        retired boolean NOT NULL DEFAULT false
      );
      CREATE TABLE commune (
        code text CONSTRAINT commune_pk PRIMARY KEY,
        name text NOT NULL,
        folded_name text NOT NULL,
        department_code text NOT NULL CONSTRAINT commune_department_fk REFERENCES department (code),
        epci_siren text CONSTRAINT commune_epci_fk REFERENCES epci (siren),
        population integer NOT NULL CONSTRAINT commune_population_known CHECK (population >= 0),
        latitude double precision NOT NULL,
        longitude double precision NOT NULL,
        point_source text NOT NULL,
        retired boolean NOT NULL DEFAULT false,
        CONSTRAINT commune_point_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)
      );
      CREATE INDEX commune_department_idx ON commune (department_code);
      CREATE INDEX commune_epci_idx ON commune (epci_siren);
      CREATE INDEX commune_folded_name_idx ON commune (folded_name);
      CREATE TABLE postal_code (
        commune_code text NOT NULL CONSTRAINT postal_code_commune_fk REFERENCES commune (code) ON DELETE CASCADE,
        code text NOT NULL,
        CONSTRAINT postal_code_pk PRIMARY KEY (commune_code, code)
      );
      CREATE INDEX postal_code_code_idx ON postal_code (code);
      CREATE TABLE commune_alias (
        former_code text CONSTRAINT commune_alias_pk PRIMARY KEY,
        commune_code text NOT NULL CONSTRAINT commune_alias_commune_fk REFERENCES commune (code) ON DELETE CASCADE,
        kind text NOT NULL,
        name text,
        folded_name text
      );
      CREATE INDEX commune_alias_commune_idx ON commune_alias (commune_code);
    `);
    await runner.query(`
      CREATE TABLE territory (
        id text CONSTRAINT territory_pk PRIMARY KEY,
        generation text NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        slug text NOT NULL,
        in_force_from date NOT NULL,
        in_force_until date NOT NULL,
        listed_communes integer NOT NULL,
        at_launch boolean,
        known_since date NOT NULL,
        retired boolean NOT NULL DEFAULT false,
        CONSTRAINT territory_code_once_a_generation UNIQUE (generation, code),
        CONSTRAINT territory_slug_once_a_generation UNIQUE (generation, slug),
        CONSTRAINT territory_period_in_order CHECK (in_force_from <= in_force_until)
      );
      CREATE TABLE territory_member (
        territory_id text NOT NULL
          CONSTRAINT territory_member_territory_fk REFERENCES territory (id) ON DELETE CASCADE,
        code text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        CONSTRAINT territory_member_pk PRIMARY KEY (territory_id, code)
      );
      CREATE TABLE territory_commune (
        territory_id text NOT NULL
          CONSTRAINT territory_commune_territory_fk REFERENCES territory (id) ON DELETE CASCADE,
        commune_code text NOT NULL
          CONSTRAINT territory_commune_commune_fk REFERENCES commune (code) ON DELETE CASCADE,
        CONSTRAINT territory_commune_pk PRIMARY KEY (territory_id, commune_code)
      );
      CREATE INDEX territory_commune_commune_idx ON territory_commune (commune_code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE territory_commune, territory_member, territory, commune_alias, postal_code, commune, epci, department,
        region, reference_load;
    `);
  }
}
