import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { remove, writeWhole } from './small-files.js';
import { userCan, type RunAs } from './unprivileged.js';

const SHARED = '/var/lib/vte-territoires';

/** Made so that everybody may pass, whatever the umask of the one who starts. */
export function openFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

/**
 * Where the unprivileged user of the engines keeps what it could not reach in the data folder: under root, a checkout
 * often lies in a folder that only root may enter. One place for each data folder, whose path it carries as `owner`.
 */
export function sharedPlace(dataDir: string): string {
  const place = join(SHARED, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  openFolder(SHARED);
  openFolder(place);
  if (!existsSync(join(place, 'owner'))) writeWhole(join(place, 'owner'), dataDir);
  return place;
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function followedLink(dataDir: string, link: string): string {
  const home = readlinkSync(link);
  const ownerFile = join(dirname(home), 'owner');
  const owner = existsSync(ownerFile) ? readFileSync(ownerFile, 'utf8') : dataDir;
  if (owner === dataDir) return home;
  const other = join(owner, link.slice(dataDir.length + 1));
  if (isLink(other) && readlinkSync(other) === home) {
    throw new Error(
      `${link} mène aux données de ${owner}, dont ce dossier est une copie : supprimez ce lien pour repartir de zéro. ` +
        `(${link} leads to the data of ${owner}, of which this folder is a copy: remove the link to start afresh.)`,
    );
  }
  writeWhole(ownerFile, dataDir);
  return home;
}

/** The folder of one engine's data: `<dataDir>/<name>`, or where that name links to. It may not exist yet; its parent does. */
export function engineHome(
  dataDir: string,
  name: string,
  user: RunAs | undefined,
  notice: (text: string) => void,
): string {
  const here = join(dataDir, name);
  if (isLink(here)) return followedLink(dataDir, here);
  if (user === undefined || userCan(user, '-x', dataDir)) return here;
  if (existsSync(here)) {
    throw new Error(
      `Le compte sans privilèges des moteurs ne peut pas entrer dans ${dataDir} : ouvrez le passage (chmod o+x sur chaque dossier parent) ou changez DATA_DIR. ` +
        `(The engines' unprivileged user cannot enter ${dataDir}: open the way with chmod o+x on each parent folder, or change DATA_DIR.)`,
    );
  }
  const home = join(sharedPlace(dataDir), name);
  if (existsSync(home)) renameSync(home, `${home}.before-${Date.now()}`);
  remove(here);
  symlinkSync(home, here);
  notice(
    `${here} n'est pas accessible au compte des moteurs : les données sont dans ${home} ` +
      `(${here} is out of reach for the engines' user: the data are in ${home}).`,
  );
  return home;
}
