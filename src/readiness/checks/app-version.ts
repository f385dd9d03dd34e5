/** Compliant: every mobile app of the user is new enough, or the user has none (guide 3, aircall.md 3). */

import { remembering } from "../../tenants/remembering";
import type { Answer, Check, Person } from "../check";
import { mostEvidence, placeOf, plainAnswer, sourcesOf } from "../evidence";
import type { DeviceEntry } from "../facts";
import { leastVersions, type MobilePlatform } from "../least-versions";
import { rememberedByList } from "../remembered-by-list";
import { compareVersions, readVersion, type Version } from "../version";

/** What one device alone would be answered. */
type DeviceAnswer =
  | "app-new-enough"
  | "app-too-old"
  | "app-version-preview"
  | "app-version-unreadable"
  | "app-platform-unknown";

/** What is wrong before what is not known; that before what is right. */
const worstFirst: readonly DeviceAnswer[] = [
  "app-too-old",
  "app-version-unreadable",
  "app-version-preview",
  "app-platform-unknown",
  "app-new-enough",
];

const versionOf = (platform: MobilePlatform): Version => {
  const version = readVersion(leastVersions[platform].version);
  if (version === undefined) throw new Error(`${platform} has no readable least version`);
  return version;
};

const least: Readonly<Record<MobilePlatform, Version>> = {
  ios: versionOf("ios"),
  android: versionOf("android"),
};

const isMobile = (platform: DeviceEntry["platform"]): platform is MobilePlatform =>
  platform === "ios" || platform === "android";

/** A preview of exactly the least version may lack what the release has; its build says nothing of that. */
const answerFor = (version: Version | undefined, needed: Version): DeviceAnswer => {
  if (version === undefined) return "app-version-unreadable";
  const { parts, isPreview } = version;
  const order = compareVersions(isPreview ? { parts: parts.slice(0, needed.parts.length) } : version, needed);
  if (order < 0) return "app-too-old";
  return isPreview && order === 0 ? "app-version-preview" : "app-new-enough";
};

/** Versions repeat from phone to phone. */
const answers: Readonly<Record<MobilePlatform, (version: string) => DeviceAnswer>> = {
  ios: remembering((version) => answerFor(readVersion(version), least.ios)),
  android: remembering((version) => answerFor(readVersion(version), least.android)),
};

/** `undefined` for a browser or a computer, which need no mobile app. */
const answerOf = ({ platform, version }: DeviceEntry): DeviceAnswer | undefined => {
  if (platform === "browser" || platform === "desktop") return undefined;
  return isMobile(platform) ? answers[platform](version) : "app-platform-unknown";
};

/** Most devices that a text names. */
const mostNamed = 10;

/** `iOS 8.4.0 (Vera's phone)`; among several devices the place tells which. */
const nameOf = (
  { platform, platformText, version, device, source }: DeviceEntry,
  isAlone: boolean,
): string => {
  const name = isMobile(platform) ? leastVersions[platform].platform : platformText;
  const app = name === "" || version === "" ? `${name}${version}` : `${name} ${version}`;
  if (isAlone) return device === "" ? app : `${app} (${device})`;
  return `${app} (${device === "" ? "" : `${device}, `}${placeOf(source)})`;
};

const namesOf = (devices: readonly DeviceEntry[]): string => {
  const names = devices.slice(0, mostNamed).map((device) => nameOf(device, devices.length === 1));
  return [...new Set(names), ...(devices.length > mostNamed ? ["…"] : [])].join(", ");
};

const leastFor = (devices: readonly DeviceEntry[]): string =>
  (Object.keys(leastVersions) as readonly MobilePlatform[])
    .filter((platform) => devices.some((device) => device.platform === platform))
    .map((platform) => `${leastVersions[platform].platform} ${leastVersions[platform].version}`)
    .join(", ");

const worstOf = (devices: readonly DeviceEntry[]): DeviceAnswer | undefined => {
  const answered = devices.map(answerOf);
  return worstFirst.find((answer) => answered.includes(answer));
};

/** Of the devices with the worst answer; `undefined` where none is a mobile one. */
const ofDevices = rememberedByList((all: readonly DeviceEntry[]): Answer | undefined => {
  const worst = worstOf(all);
  if (worst === undefined) return undefined;
  const devices = all.filter((device) => answerOf(device) === worst);
  const apps = namesOf(devices);
  const hasLeast = worst !== "app-new-enough" && worst !== "app-platform-unknown";
  return {
    reason: worst,
    details: hasLeast ? { apps, least: leastFor(devices) } : { apps },
    evidence: sourcesOf(devices.slice(0, mostEvidence)),
  };
});

/** What the list says of phones: one line that tells of one outweighs others. */
const usesMobileApp = ({ entries }: Person): boolean | undefined => {
  if (entries.some((entry) => entry.usesMobileApp === true)) return true;
  return entries.some((entry) => entry.usesMobileApp === false) ? false : undefined;
};

export const appVersion: Check = (person) => {
  const { devices } = person;
  const ofMobile = devices === undefined ? undefined : ofDevices(devices);
  if (ofMobile !== undefined) return ofMobile;
  const uses = usesMobileApp(person);
  if (uses === false) return plainAnswer("app-not-used", person.ownLines);
  if (devices === undefined) return plainAnswer("app-devices-not-read", person.ownLines);
  // A private phone does not show in device management (aircall.md 3): where the list tells of one, its version is not known.
  return uses === true || devices.length === 0
    ? plainAnswer("app-device-unknown", person.ownLines)
    : plainAnswer("app-not-used", sourcesOf(devices.slice(0, mostEvidence)));
};
