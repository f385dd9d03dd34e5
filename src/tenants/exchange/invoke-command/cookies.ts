/** Keeps the affinity cookies of the service, each for the host that set it (exchange-online.md 1.2). */

export interface CookieJar {
  /** The `Cookie` header for an address, or `undefined` where no cookie is kept. */
  readonly header: (address: string) => string | undefined;
  /** Keeps what a reply from this address sets. */
  readonly keep: (address: string, headers: Headers) => void;
}

/** A jar that forgets with the client: attributes such as expiry do not matter within one run. */
export const createCookieJar = (): CookieJar => {
  const byHost = new Map<string, Map<string, string>>();
  return {
    header: (address) => {
      const cookies = byHost.get(new URL(address).host);
      return cookies === undefined
        ? undefined
        : [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    },
    keep: (address, headers) => {
      const host = new URL(address).host;
      for (const line of headers.getSetCookie()) {
        const match = /^\s*([^=;\s]+)=([^;]*)/.exec(line);
        if (match?.[1] !== undefined && match[2] !== undefined) {
          const cookies = byHost.get(host) ?? new Map<string, string>();
          byHost.set(host, cookies.set(match[1], match[2]));
        }
      }
    },
  };
};
