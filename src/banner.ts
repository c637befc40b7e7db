import type { Config } from './common/config.js';
import { demoAccounts } from './demo/demo-accounts.js';

/** What a person needs once the platform runs: where to go, and as whom; `named` are the demo accounts that are there. */
export function banner(url: string, config: Config, named: string[]): string {
  const accounts = demoAccounts
    .filter(({ email }) => named.includes(email))
    .map(({ email, says }) => `    ${email.padEnd(26)} ${says.fr}`);
  const demo =
    accounts.length > 0
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
    ...(config.SMTP_URL === undefined ? [`  Courrier         ${url}/mail   (ce qui serait parti par e-mail)`] : []),
    ...demo,
    '',
    '  Ctrl-C pour arrêter ; les données restent dans ' + config.DATA_DIR,
    '',
  ].join('\n');
}
