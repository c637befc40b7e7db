import type { Config } from './common/config.js';
import { demoAccounts } from './demo/demo-accounts.js';

/** What a person needs once the platform runs: where to go, and as whom. */
export function banner(url: string, config: Config): string {
  const accounts = demoAccounts.map(({ email, says }) => `    ${email.padEnd(26)} ${says.fr}`);
  const demo =
    config.DEMO_DATA === 'on' && config.NODE_ENV !== 'production'
      ? ['', `  Comptes de démonstration, mot de passe « ${config.DEMO_PASSWORD} »`, ...accounts]
      : [];
  return [
    '',
    '  VTE et Territoires d’industrie : la plateforme est prête.',
    '',
    `  API GraphQL      ${url}/graphql`,
    `  Bac à sable      ${url}/graphql   (dans un navigateur)`,
    `  Schéma           ${url}/schema.graphql`,
    `  État             ${url}/health/ready`,
    ...demo,
    '',
    '  Ctrl-C pour arrêter ; les données restent dans ' + config.DATA_DIR,
    '',
  ].join('\n');
}
