export interface Page {
  url: URL;
  status: number;
  html: string;
  location: URL | null;
}

/** What a browser does: keeps cookies of each site, follows redirects, sends forms. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Addresses below the first are fetched below the second. */
  constructor(private readonly moved: readonly [from: string, to: string]) {}

  cookie(site: string, name: string): string | undefined {
    return this.jar(new URL(site)).get(name);
  }

  setCookie(site: string, name: string, value: string): void {
    this.jar(new URL(site)).set(name, value);
  }

  /** One request, whose redirect is not followed. */
  async step(address: URL | string, form?: Record<string, string>): Promise<Page> {
    const url = new URL(address);
    const jar = this.jar(url);
    const [from, to] = this.moved;
    const response = await fetch(url.href.replace(from, to), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'fr' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    const location = response.headers.get('location');
    return {
      url,
      status: response.status,
      html: await response.text(),
      location: location ? new URL(location, url) : null,
    };
  }

  /** Follows redirects until there is none, or until one leads to `stop`. */
  async go(
    address: URL | string,
    { form, stop }: { form?: Record<string, string>; stop?: (url: URL) => boolean } = {},
  ): Promise<Page> {
    let page = await this.step(address, form);
    while (page.location && !stop?.(page.location)) page = await this.step(page.location);
    return page;
  }

  private jar({ host }: URL): Map<string, string> {
    let jar = this.cookies.get(host);
    if (!jar) this.cookies.set(host, (jar = new Map()));
    return jar;
  }
}
