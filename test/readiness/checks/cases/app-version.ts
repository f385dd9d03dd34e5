/** Cases of the check app-version. */
import { deviceOf, userOf } from "../../people";
import type { CheckCase } from "./check-case";

const ios = (version: string, line = 2) => deviceOf({ version }, line);
const android = (version: string, line = 2) =>
  deviceOf({ platform: "android", platformText: "Android", version }, line);
const browser = deviceOf({ platform: "browser", platformText: "browser", version: "" }, 4);
const computer = deviceOf({ platform: "desktop", platformText: "Windows", version: "3.1.0" }, 5);
const listed = (usesMobileApp: boolean | undefined) => ({ entries: [userOf({ usesMobileApp })] });

const alone = (version: string, reason: CheckCase["reason"], platform = ios): CheckCase => ({
  title: `${platform === ios ? "iOS" : "Android"} "${version}"`,
  person: { devices: [platform(version)] },
  reason,
});

export const appVersionCases: readonly CheckCase[] = [
  ...["8.4.9", "8.4.99", "8.4", "v8.4.0", "7.99.0", "8.4.0 (9999)", "8.4.9-beta", "8.4.9.999", "0.0"].map(
    (version) => alone(version, "app-too-old"),
  ),
  ...["7.3.9", "7.3.10", "6.9"].map((version) => alone(version, "app-too-old", android)),
  ...["8.5.0-beta", "8.5-rc.1", "8.5.0 beta 2", "8.5.0b3", "8.5.0 (beta)", "8.5.0.77-beta", "8.5.0-412"].map(
    (version) => alone(version, "app-version-preview"),
  ),
  alone("7.4.0-beta", "app-version-preview", android),
  ...["", "latest", "8.5.x", "8.x", "Varies with device", "build 8412", "8412", "9", "8,5,0", ">=8.5.0"].map(
    (version) => alone(version, "app-version-unreadable"),
  ),
  ...["20260315.1", "8.5.0 and 8.4.0", "8..5", ".8.5", "8.5.", "٨.٥.٠", `8.${"9".repeat(100_000)}`].map(
    (version) => ({
      ...alone(version, "app-version-unreadable"),
      title: `iOS ${version.slice(0, 20)} (${version.length} characters)`,
    }),
  ),
  ...[
    "8.5.0",
    "8.5",
    "8.10.0",
    "8.10.0 (412)",
    "v8.5.0",
    "8.5.0.123",
    "8.5.1-beta",
    " 8.5.0 ",
    "9.0",
    "08.05.00",
  ].map((version) => alone(version, "app-new-enough")),
  ...[
    "8.5.0+412",
    "8.5.0 (build 412)",
    "8.5.0 build 412",
    "Version 8.5.0",
    "8.99999999999999999999999.0",
  ].map((version) => alone(version, "app-new-enough")),
  ...["7.4.0", "7.4", "7.10.2", "8.0.0-rc1"].map((version) => alone(version, "app-new-enough", android)),
  {
    title: "one old device among new ones, named with its place",
    person: {
      devices: [
        ios("8.10.0"),
        deviceOf({ version: "8.4.0", device: "Vera's phone" }, 3),
        deviceOf({ platform: "android", version: "7.3.0" }, 4),
      ],
    },
    reason: "app-too-old",
    details: {
      apps: "iOS 8.4.0 (Vera's phone, devices.csv:3), Android 7.3.0 (devices.csv:4)",
      least: "iOS 8.5.0, Android 7.4.0",
    },
    evidence: ["devices.csv:3", "devices.csv:4"],
  },
  {
    title: "a device alone is named without its place",
    person: { devices: [deviceOf({ version: "8.4.0", device: "iPhone 12" })] },
    reason: "app-too-old",
    details: { apps: "iOS 8.4.0 (iPhone 12)", least: "iOS 8.5.0" },
  },
  {
    title: "of many old devices ten are named",
    person: { devices: Array.from({ length: 12 }, (_, at) => ios("8.4.0", at + 2)) },
    reason: "app-too-old",
    details: {
      apps: `${Array.from({ length: 10 }, (_, at) => `iOS 8.4.0 (devices.csv:${at + 2})`).join(", ")}, …`,
      least: "iOS 8.5.0",
    },
  },
  {
    title: "an old device outweighs one that cannot be read",
    person: { devices: [ios("latest"), android("7.3.9", 3)] },
    reason: "app-too-old",
    evidence: ["devices.csv:3"],
  },
  {
    title: "a device that cannot be read outweighs new ones",
    person: { devices: [ios("8.10.0"), ios("", 3), browser] },
    reason: "app-version-unreadable",
    evidence: ["devices.csv:3"],
  },
  {
    title: "a platform that is not known here",
    person: { devices: [deviceOf({ platform: "other", platformText: "HarmonyOS", version: "9.0.0" })] },
    reason: "app-platform-unknown",
    details: { apps: "HarmonyOS 9.0.0" },
  },
  {
    title: "a note of a browser only does not outweigh an old phone",
    person: { devices: [browser, ios("8.4.0", 6)], ...listed(false) },
    reason: "app-too-old",
    evidence: ["devices.csv:6"],
  },
  {
    title: "nobody of the device list, whose phone may be private",
    person: { devices: [] },
    reason: "app-device-unknown",
    evidence: ["users.csv:2"],
  },
  {
    title: "a phone that the list tells of and device management does not see",
    person: { devices: [computer], ...listed(true) },
    reason: "app-device-unknown",
  },
  { title: "no device list", person: { devices: undefined }, reason: "app-devices-not-read" },
  {
    title: "no device list for somebody with a phone",
    person: { devices: undefined, ...listed(true) },
    reason: "app-devices-not-read",
  },
  {
    title: "two lines that contradict each other about the phone",
    person: {
      devices: [],
      entries: [userOf({ usesMobileApp: false }), userOf({ usesMobileApp: true }, 3)],
    },
    reason: "app-device-unknown",
  },
  {
    title: "every device is new enough",
    person: { devices: [ios("8.10.0 (412)"), android("7.4.0", 3), computer] },
    reason: "app-new-enough",
    details: { apps: "iOS 8.10.0 (412) (devices.csv:2), Android 7.4.0 (devices.csv:3)" },
    evidence: ["devices.csv:2", "devices.csv:3"],
  },
  {
    title: "a browser and a computer need no mobile app",
    person: { devices: [browser, computer] },
    reason: "app-not-used",
    evidence: ["devices.csv:4", "devices.csv:5"],
  },
  {
    title: "no phone, as the list says, and none in the device list",
    person: { devices: [], ...listed(false) },
    reason: "app-not-used",
    evidence: ["users.csv:2"],
  },
  {
    title: "no phone, as the list says, without a device list",
    person: { devices: undefined, ...listed(false) },
    reason: "app-not-used",
  },
];
