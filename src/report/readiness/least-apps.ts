/** The least versions of the mobile app, as texts write them: `iOS 8.5.0`. */
import { type LeastVersion, leastVersions, type MobilePlatform } from "../../readiness/least-versions";

const written = ({ platform, version }: LeastVersion): string => `${platform} ${version}`;

export const leastApps: Readonly<Record<MobilePlatform, string>> = {
  ios: written(leastVersions.ios),
  android: written(leastVersions.android),
};
