// A browser that only follows redirects, keeps cookies by path, and fills in forms.

export interface Page {
  url: string;
  status: number;
  body: string;
  /** Sends the page's form with these fields beside its hidden ones. `stopAt`: an address that is not gone to any more. */
  submit(fields: Record<string, string>, stopAt?: string): Promise<Page>;
}

export interface Browser {
  go(url: string): Promise<Page>;
  /** The `Cookie` header that it would send there. */
  cookiesFor(url: string): string;
}

interface Cookie {
  origin: string;
  path: string;
  name: string;
  value: string;
}

const MOST_REDIRECTS = 10;

export function createBrowser(): Browser {
  let jar: Cookie[] = [];

  const cookiesFor = (url: string): string => {
    const { origin, pathname } = new URL(url);
    return jar
      .filter((cookie) => cookie.origin === origin && pathname.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  };

  function keep(url: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', ...rest] = pair.split('=');
    const of = (wanted: string): string | undefined =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const { origin, pathname } = new URL(url);
    const cookie = { origin, path: of('path') ?? pathname, name, value: rest.join('=') };
    jar = jar.filter((one) => one.origin !== origin || one.path !== cookie.path || one.name !== name);
    const expires = of('expires');
    const isOver = of('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now());
    if (!isOver) jar.push(cookie);
  }

  async function visit(url: string, init: RequestInit, stopAt: string | undefined, redirects = 0): Promise<Page> {
    const blank = { url, status: 0, body: '' };
    if (stopAt !== undefined && url.startsWith(stopAt)) return pageOf(blank);
    const headers = { ...(init.headers as Record<string, string>), cookie: cookiesFor(url), accept: 'text/html' };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(url, line);
    const location = answer.headers.get('location');
    if (location === null) return pageOf({ url, status: answer.status, body: await answer.text() });
    if (redirects === MOST_REDIRECTS) throw new Error(`sent in circles: ${url}`);
    return visit(new URL(location, url).href, {}, stopAt, redirects + 1);
  }

  const pageOf = (page: Omit<Page, 'submit'>): Page => ({
    ...page,
    submit(fields, stopAt) {
      const action = /<form[^>]*action="([^"]+)"/.exec(page.body)?.[1];
      if (action === undefined) throw new Error(`no form at ${page.url}: ${page.body.slice(0, 500)}`);
      const hidden = [...page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const form = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]));
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return visit(new URL(action, page.url).href, { method: 'POST', body: form.toString(), headers }, stopAt);
    },
  });

  return { go: (url) => visit(url, {}, undefined), cookiesFor };
}
