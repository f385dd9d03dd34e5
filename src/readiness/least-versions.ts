/** The versions of the mobile app that adaptive MFA needs: the third step of Aircall's guide (aircall.md 1.1). */

export interface LeastVersion {
  /** As Apple and Google write it. */
  readonly platform: string;
  readonly version: string;
}

export const leastVersions = {
  ios: { platform: "iOS", version: "8.5.0" },
  android: { platform: "Android", version: "7.4.0" },
} as const satisfies Readonly<Record<string, LeastVersion>>;

export type MobilePlatform = keyof typeof leastVersions;
