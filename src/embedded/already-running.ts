/** Somebody else works on this data folder; the message is for the person who typed the command. */
export class AlreadyRunning extends Error {
  constructor(
    readonly pid: number,
    readonly url?: string,
  ) {
    const where = url === undefined ? '' : `, ${url}`;
    super(
      `La plateforme tourne déjà sur ces données (processus ${pid}${where}). Arrêtez-la, ou choisissez un autre dossier avec DATA_DIR.\n` +
        `The platform already runs on these data (process ${pid}${where}). Stop it, or choose another folder with DATA_DIR.`,
    );
    this.name = 'AlreadyRunning';
  }
}
