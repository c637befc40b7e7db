import { domainToASCII } from 'node:url';

/** Mailboxes that anyone can have, in France above all. */
const publicMailboxes = new Set(
  `gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.be live.com live.fr msn.com windowslive.com
  yahoo.com yahoo.fr ymail.com rocketmail.com aol.com aol.fr icloud.com me.com mac.com orange.fr wanadoo.fr voila.fr free.fr
  aliceadsl.fr libertysurf.fr online.fr laposte.net sfr.fr neuf.fr cegetel.net club-internet.fr 9online.fr numericable.fr
  noos.fr bbox.fr bouyguestelecom.fr protonmail.com proton.me pm.me tutanota.com tuta.io tuta.com gmx.com gmx.fr gmx.net gmx.de
  mail.com mail.fr email.com zoho.com zohomail.eu yandex.com yandex.ru mail.ru inbox.com fastmail.com hushmail.com caramail.com
  caramail.fr netcourrier.com mailo.com mailo.fr net-c.com ovh.fr sudouest.fr dbmail.com web.de t-online.de skynet.be
  telenet.be bluewin.ch yopmail.com yopmail.fr mailinator.com guerrillamail.com temp-mail.org 10minutemail.com trashmail.com
  jetable.org sharklasers.com maildrop.cc`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names under which everyone registers, beside those of one label: a domain must be longer than one of them to be anybody’s. */
const sharedEndings = new Set(
  `asso.fr com.fr gouv.fr nom.fr prd.fr tm.fr presse.fr cci.fr notaires.fr avocat.fr medecin.fr pharmacien.fr veterinaire.fr
  geometre-expert.fr expert-comptable.fr experts-comptables.fr huissier-justice.fr chambagri.fr aeroport.fr port.fr greta.fr
  co.uk org.uk ac.uk gov.uk com.au co.jp com.br co.nz eu.org uk.com fr.eu.org github.io gitlab.io netlify.app vercel.app
  web.app firebaseapp.com herokuapp.com pages.dev workers.dev wordpress.com blogspot.com blogspot.fr wixsite.com
  wixstudio.com squarespace.com webflow.io jimdosite.com jimdofree.com weebly.com business.site site-solocal.com
  pagesperso-orange.fr e-monsite.com over-blog.com overblog.com shopify.com myshopify.com free.fr canalblog.com
  sites.google.com google.com facebook.com linkedin.com instagram.com`
    .split(/\s+/)
    .filter(Boolean),
);

/** The domain of an address, in the letters of the network; null when there is none. */
export function domainOf(email: string): string | null {
  const domain = domainToASCII(email.slice(email.lastIndexOf('@') + 1).trim()).toLowerCase();
  return isDomain(domain) ? domain : null;
}

/** The host of a website without its “www.”; null without one, and for a number or a name of one label. */
export function hostOf(website: string | null): string | null {
  if (!website || !URL.canParse(website)) return null;
  const host = new URL(website).hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  return isDomain(host) ? host : null;
}

export function isPublicMailbox(email: string): boolean {
  const domain = domainOf(email);
  return domain === null || [...publicMailboxes].some((shared) => isWithin(domain, shared));
}

/** The domain that address and website share: one of both is the other or lies below it, and nobody else can lie there too. */
export function sharedDomain(email: string, host: string): string | null {
  const domain = domainOf(email);
  if (domain === null) return null;
  const [shorter, longer] = domain.length < host.length ? [domain, host] : [host, domain];
  return isWithin(longer, shorter) && !sharedEndings.has(shorter) && !publicMailboxes.has(shorter) ? shorter : null;
}

/** Whether both hosts are one site: the same, or one below the other where nobody else can be too. */
export const isSameSite = (host: string, other: string): boolean => sharedDomain(`@${host}`, other) !== null;

/** Endings that cost something, or ask who one is: under others a domain with the name of a company is had at once, for little. */
const usualEndings = new Set(
  'fr com eu net org bzh alsace paris corsica re gp mq gf yt coop com.fr asso.fr'.split(' '),
);

/** Whether the domain was registered under an ending that companies in France have as a rule. */
export const hasUsualEnding = (domain: string): boolean => usualEndings.has(endingOf(domain));

/** What somebody chose of a domain when they registered it: “acme” of shop.acme.fr and of acme.co.uk. */
export function chosenLabel(domain: string): string {
  return (
    domain
      .slice(0, -endingOf(domain).length - 1)
      .split('.')
      .at(-1) ?? ''
  );
}

function endingOf(domain: string): string {
  const lastTwo = domain.split('.').slice(-2);
  return sharedEndings.has(lastTwo.join('.')) ? lastTwo.join('.') : lastTwo[1]!;
}

const isWithin = (domain: string, other: string): boolean => domain === other || domain.endsWith(`.${other}`);

const isDomain = (name: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(name);
