import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { administratorWords } from './administrator-words.js';
import { Administrators } from './credentials/administrators.js';
import { configuration } from './environment.js';
import { Clock } from './common/clock.js';
import type { Progress } from './common/progress.js';
import { migrate, withDatabase } from './database.js';
import { DemoData } from './demo/demo-data.js';
import { type ConnectedConfig, withEngines } from './engines.js';
import { loadReferenceData } from './reference.js';
import { Drift } from './indexing/drift.js';
import { Reindex } from './indexing/reindex.js';
import { startBuilding } from './maps/map-builder.js';
import { Matcher } from './matcher/matcher.js';
import { OffersRepository } from './offers/offers.repository.js';
import { ReplayErasures } from './privacy/replay-erasures.js';
import { compareScoring } from './ranking/compare-scoring.js';
import { comparisonLines } from './ranking/compare-words.js';
import { Ranking } from './ranking/ranking.service.js';
import { MatchCheck } from './scoring/match-check.js';
import { OfferFactsReader } from './scoring/offer-facts-reader.js';
import { buildCloseness, ensureCloseness } from './scoring/closeness-build.js';
import { importRome } from './skills/import-rome.js';
import { terminalProgress } from './terminal.js';
import { importTerritoryList, type ListCommand } from './territories/list-command.js';

/** Against the configured engines, those of the running platform, or ones started for the command; on a migrated schema. */
async function onEngines(
  work: (config: ConnectedConfig, progress: Progress, migrated: string[]) => Promise<void>,
): Promise<void> {
  const { progress, close } = terminalProgress(process.stderr);
  const notice = (text: string): void => {
    console.error(`  ${text}`);
  };
  try {
    await withEngines(configuration(), notice, async (config) => {
      await work(config, progress, await migrate(config.DATABASE_URL));
    });
  } finally {
    close();
  }
}

const inApplication = (work: (app: INestApplicationContext, progress: Progress) => Promise<void>): Promise<void> =>
  onEngines(async (config, progress) => {
    const app = await NestFactory.createApplicationContext(AppModule.with(config, { graphql: false }), {
      logger: ['warn', 'error'],
      abortOnError: false,
    });
    try {
      await work(app, progress);
    } finally {
      await app.close();
    }
  });

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Un nombre entier positif est attendu. (A whole number above 0 is expected.)');
}

const program = new Command('npm run cli --').description(
  'Commandes de l’exploitant (operator’s commands). They use DATABASE_URL and MEILI_URL, or the platform’s own engines.',
);

program
  .command('migrate')
  .description('Met le schéma à jour. Runs the migrations that are still to run.')
  .action(() =>
    onEngines((_config, _progress, migrated) => {
      console.log(migrated.length > 0 ? migrated.join('\n') : 'Le schéma est à jour. (The schema is up to date.)');
      return Promise.resolve();
    }),
  );

program
  .command('import-reference')
  .description('Charge communes, territoires, compétences et métiers livrés avec le produit. Loads the shipped facts.')
  .action(() =>
    onEngines(async (config, progress) => {
      await loadReferenceData(config.DATABASE_URL, progress);
    }),
  );

program
  .command('import-rome')
  .argument('<source>', 'a folder or a zip of the official ROME 4.0 files, by path or URL')
  .description('Importe le ROME officiel. Imports the official ROME; a malformed row is reported and left out.')
  .action((source: string) =>
    onEngines(async (config, progress) => {
      await loadReferenceData(config.DATABASE_URL, progress);
      const report = await withDatabase(config.DATABASE_URL, async (db) => {
        const imported = await importRome(db, source, progress);
        return { ...imported, closeness: await ensureCloseness(db, progress) };
      });
      console.log(JSON.stringify(report, null, 2));
    }),
  );

program
  .command('import-territories')
  .argument('[source]', 'an official list commune by commune (CSV, .gz too), by path or URL')
  .requiredOption('--generation <generation>', 'LAUNCH_2018_2022 or CURRENT_2023_2027')
  .option('--from <day>', 'the day from which what is new in it counts; without it the list mends how it always was')
  .option('--until <day>', 'the last day on which it counts')
  .option('--leave-out <lines>', 'lines that cannot be used, by their numbers: 12,57')
  .option('--by <email>', 'the administrator in whose name it is done')
  .option('--revert', 'take the list in force back, to the one before it or the shipped one')
  .option('--apply', 'write it; without it the changes are only shown')
  .description(
    'Importe une liste officielle de Territoires d’industrie ; dit ce qui change, et ne l’applique qu’avec --apply. Imports an official list.',
  )
  .action((source: string | undefined, command: ListCommand) =>
    onEngines(async (config, progress) => {
      await loadReferenceData(config.DATABASE_URL, progress);
      const lines = await withDatabase(config.DATABASE_URL, (db) =>
        importTerritoryList(db, new Clock(), source, command, progress),
      );
      console.log(lines.join('\n'));
    }),
  );

program
  .command('build-closeness')
  .description(
    'Recalcule la proximité et la rareté des compétences. Computes closeness and rarity of skills from occupations.',
  )
  .action(() =>
    onEngines(async (config, progress) => {
      const report = await withDatabase(config.DATABASE_URL, (db) => buildCloseness(db, progress));
      console.log(JSON.stringify(report, null, 2));
    }),
  );

program
  .command('build-maps')
  .description('Recalcule les contours indicatifs des cartes. Builds the indicative outlines of maps.')
  .action(() =>
    onEngines(async (config, progress) => {
      await loadReferenceData(config.DATABASE_URL, progress);
      const files = await startBuilding(config.DATABASE_URL, progress).done;
      console.log(`${files} fichiers de contours. (${files} files of outlines.)`);
    }),
  );

program
  .command('compare-scoring')
  .argument('<one>', 'a scoring version, such as 2026-11')
  .argument('<other>', 'the version to compare it with')
  .option('--candidates <count>', 'how many candidates, in order of their ids', wholeNumber, 1_000)
  .description(
    'Compare les vingt premières offres de chacun par deux versions du score. Compares everyone’s first 20 offers by two scoring versions.',
  )
  .action((one: string, other: string, { candidates }: { candidates: number }) =>
    inApplication(async (app, progress) => {
      await app.get(Matcher, { strict: false }).prepare(progress);
      const compares = {
        db: app.get(DataSource, { strict: false }),
        ranking: app.get(Ranking, { strict: false }),
        offers: app.get(OffersRepository, { strict: false }),
        facts: app.get(OfferFactsReader, { strict: false }),
        check: app.get(MatchCheck, { strict: false }),
      };
      const report = await compareScoring(compares, { one, other }, candidates, progress);
      console.log(comparisonLines(one, other, report).join('\n'));
    }),
  );

program
  .command('reindex')
  .description(
    'Reconstruit l’index de recherche à côté, puis l’échange. Builds the search index afresh and swaps it in.',
  )
  .action(() =>
    inApplication(async (app, progress) => {
      const count = await app.get(Reindex).run(progress);
      console.log(`${count} offres dans l’index. (${count} offers in the index.)`);
    }),
  );

program
  .command('drift')
  .option('--mend', 'mark the differences, so that the worker mends them')
  .description(
    'Compare base et index, et nomme les écarts. Compares database and index; exits with 1 when they differ.',
  )
  .action(({ mend }: { mend?: boolean }) =>
    inApplication(async (app) => {
      const drift = app.get(Drift);
      const report = await drift.report();
      console.log(JSON.stringify(report, null, 2));
      const differences = report.missing.length + report.stale.length + report.orphaned.length;
      if (mend) await drift.mend(report);
      else if (differences > 0) process.exitCode = 1;
    }),
  );

program
  .command('demo')
  .addArgument(new Argument('<act>', 'load or remove').choices(['load', 'remove']))
  .description('Charge ou enlève les données de démonstration. Loads or removes the demo data.')
  .action((act: string) =>
    inApplication(async (app, progress) => {
      const demo = app.get(DemoData);
      if (act === 'load') await demo.load(progress);
      else await demo.remove();
    }),
  );

program
  .command('admin')
  .argument('<email>', 'the address of the account')
  .option('--existing', 'for the account that a candidate or a member of a company has already')
  .option('--forget-second-factor', 'for one who lost the application and the recovery codes')
  .description(
    'Ouvre un compte d’administration, ou (--existing) en fait un d’un compte qui existe ; un message lui est envoyé. Makes an administrator.',
  )
  .action((email: string, options: { existing?: boolean; forgetSecondFactor?: boolean }) =>
    inApplication(async (app) => {
      const outcome = await app.get(Administrators, { strict: false }).make(email, options);
      console.log(administratorWords[outcome]);
    }),
  );

program
  .command('replay-erasures')
  .option('--list <file>', 'another list of erasures, such as a copy of erasures.log kept apart')
  .description(
    'Après une restauration : efface de nouveau les comptes effacés depuis la sauvegarde. Erases again, after a restore, before anyone is let in.',
  )
  .action(({ list }: { list?: string }) =>
    inApplication(async (app, progress) => {
      const count = await app.get(ReplayErasures, { strict: false }).run(list, progress);
      console.log(`${count} comptes effacés de nouveau. (${count} accounts erased again.)`);
    }),
  );

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
