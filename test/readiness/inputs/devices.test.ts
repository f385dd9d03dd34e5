/** Aircall apps on devices, from each export that is read. */
import assert from "node:assert/strict";
import type { DeviceEntry, Platform } from "../../../src/readiness/facts";
import { deviceFormats } from "../../../src/readiness/inputs/devices/formats";
import { readGamApplication } from "../../../src/readiness/inputs/devices/gam-application";
import { readPlatform } from "../../../src/readiness/inputs/devices/platform";
import { readDevices } from "../../../src/readiness/inputs/devices/read-devices";
import { lineOf, reading, refusal, sample, told } from "./written-file";

const read = (text: string) => reading((file) => readDevices(file), text);

const short = ({ email, platform, platformText, app, version, device, source }: DeviceEntry) => [
  lineOf(source),
  email.replace("@contoso.example", ""),
  platform,
  platformText,
  app,
  version,
  device,
];

describe("devices", () => {
  it("are read from the template; a browser says that no app is used", async () => {
    const { devices, notices, unusable } = await readDevices(sample("devices.csv"));
    assert.deepEqual(devices.map(short), [
      [2, "vera.lindqvist", "ios", "iOS", "Aircall", "8.10.0 (412)", "iPhone 15"],
      [3, "tomas.okafor", "android", "Android", "Aircall", "7.3.1", "Pixel 8"],
      [4, "tomas.okafor", "ios", "iPadOS", "Aircall", "8.5.0", "iPad Air"],
      [5, "ines.marchetti", "browser", "Browser", "", "", ""],
      [6, "olga.ferrand", "desktop", "Windows", "Aircall Workspace", "1.9.0", ""],
      [7, "hugo.brandt", "other", "None", "", "", ""],
    ]);
    assert.deepEqual([notices, unusable], [[], []]);
  });

  it("are read from Intune's discovered apps; the short version counts, a build number is called one", async () => {
    const { devices, notices, unusable } = await readDevices(sample("intune-discovered-apps.csv"));
    assert.deepEqual(devices.map(short), [
      [2, "vera.lindqvist", "ios", "iOS", "Aircall", "8.10.0", "iPhone of Vera"],
      [4, "tomas.okafor", "android", "androidWorkProfile", "Aircall", "7.3.1", "Pixel of Tomas"],
      [5, "ines.marchetti", "ios", "ios", "Aircall", "build 8290", "iPad of Ines"],
      [6, "olga.ferrand", "desktop", "windows", "Aircall Workspace", "2.1.0", "LAPTOP-OLGA"],
    ]);
    assert.deepEqual(told(notices), [
      ["version-is-build", 5, { column: "ApplicationVersion", value: "8290" }],
      ["row-unusable", 7, { column: "EmailAddress", found: "nothing" }],
      ["apps-left-out", 1, { number: "1" }],
    ]);
    assert.deepEqual(
      unusable.map(({ source, found }) => [lineOf(source), found]),
      [[7, "nothing"]],
    );
  });

  it("are read from Graph's detected apps joined with their devices", async () => {
    const { devices } = await read(
      "DisplayName,Version,Platform,DeviceName,UserPrincipalName\nAircall,8.5.0,ios,iPhone,vera@contoso.example\n",
    );
    assert.deepEqual(devices.map(short), [[2, "vera", "ios", "ios", "Aircall", "8.5.0", "iPhone"]]);
  });

  it("take Intune's localised platform where the other is a code", async () => {
    const { devices } = await read(
      "ApplicationName,ApplicationShortVersion,Platform,Platform_loc,DeviceName,EmailAddress\nAircall,8.5.0,5,iOS/iPadOS,iPhone,vera@contoso.example\n",
    );
    assert.deepEqual(devices.map(short), [[2, "vera", "ios", "iOS/iPadOS", "Aircall", "8.5.0", "iPhone"]]);
  });

  it("are read from Jamf Pro; every version but the short one is a build (aircall.md 3)", async () => {
    const { devices, notices } = await readDevices(sample("jamf-mobile-apps.csv"));
    assert.deepEqual(devices.map(short), [
      [2, "vera.lindqvist", "ios", "iOS", "Aircall Phone", "8.10.0", "Vera's iPhone"],
      [4, "ines.marchetti", "ios", "iOS", "Phone", "8.4.2", "Ines's iPad"],
      [5, "tomas.okafor", "ios", "iOS", "Aircall Phone", "build 8290", "Tomas's iPhone"],
    ]);
    assert.deepEqual(told(notices), [
      ["version-is-build", 5, { column: "App Version", value: "8290" }],
      ["apps-left-out", 1, { number: "1" }],
    ]);
    const dotted = await read(
      "Email Address,App Name,App Identifier,App Version\na@b.example,Aircall,x.y,24.1.3\n",
    );
    assert.equal(dotted.devices[0]?.version, "build 24.1.3");
  });

  it("are read from GAM, which joins an app's facts with hyphens", async () => {
    const { devices, notices } = await readDevices(sample("gam-mobile.csv"));
    assert.deepEqual(devices.map(short), [
      [2, "vera.lindqvist", "android", "Android 15", "Aircall - Phone", "7.10.0", "Pixel 8"],
      [4, "tomas.okafor", "android", "Android 14", "Aircall", "7.4.0-beta", "Galaxy S24"],
    ]);
    assert.deepEqual(told(notices), [["apps-left-out", 1, { number: "2" }]]);
  });

  it("are read from Google's devices with a column for each of an app's facts", async () => {
    const { devices, notices } = await readDevices(sample("google-mobile-columns.csv"));
    assert.deepEqual(devices.map(short), [
      [2, "vera.lindqvist", "android", "Android 15", "Aircall", "7.10.0", "Pixel 8"],
      [4, "olga.ferrand", "android", "Android 13", "Phone", "7.2.9", "Galaxy A54"],
    ]);
    assert.deepEqual(told(notices), [["apps-left-out", 1, { number: "1" }]]);
  });

  it("keep an Aircall app that GAM joined in another way, without a version", async () => {
    const { devices, notices } = await read(
      "email,os,applications\na@contoso.example,Android 15,Aircall-8.9.9\nb@contoso.example,Android 15,Other-8.9.9\n",
    );
    assert.deepEqual(devices.map(short), [[2, "a", "android", "Android 15", "Aircall-8.9.9", "", ""]]);
    assert.deepEqual(told(notices), [
      ["application-unreadable", 2, { column: "applications" }],
      ["apps-left-out", 1, { number: "1" }],
    ]);
  });

  it("take a plain version for the app's beside an app only: else it may be the system's", async () => {
    const header = "Email,OS,Version";
    const alone = await read(`${header}\na@contoso.example,iOS,17.5\n`);
    assert.deepEqual(alone.devices.map(short), [[2, "a", "ios", "iOS", "", "", ""]]);
    assert.deepEqual(told(alone.notices), [["columns-ignored", 1, { columns: "Version" }]]);
    const beside = await read(`${header},App\na@contoso.example,iOS,8.5.0,Aircall\n`);
    assert.equal(beside.devices[0]?.version, "8.5.0");
  });

  it("keep a version without an app's name, and leave other apps out whatever their address", async () => {
    const { devices, notices, unusable } = await read(
      "Email,Platform,App,App version\na@contoso.example,iOS,,8.5.0\nnobody,iOS,Maps,1\nb@contoso.example,Android,AIRCALL phone,7.4\n",
    );
    assert.deepEqual(
      devices.map(({ app, version }) => [app, version]),
      [
        ["", "8.5.0"],
        ["AIRCALL phone", "7.4"],
      ],
    );
    assert.deepEqual([told(notices), unusable], [[["apps-left-out", 1, { number: "1" }]], []]);
  });

  it("find every spelling of the template's columns", async () => {
    const template = deviceFormats.find(({ isTemplate }) => isTemplate);
    for (const [field, spellings] of Object.entries(template?.headers ?? {}))
      for (const spelling of spellings) {
        const [name, value] = (
          {
            email: ["Email", "a@b.example"],
            signInName: ["Email", "a@b.example"],
            platform: ["Platform", "iOS"],
            app: ["App", "Aircall"],
            version: ["App version", "8.5.0"],
            plainVersion: ["App version", "8.5.0"],
            device: ["Device", "Phone"],
          } as Readonly<Record<string, readonly [string, string]>>
        )[field] ?? ["", ""];
        const cells: Readonly<Record<string, string>> = {
          Email: "a@b.example",
          Platform: "iOS",
          App: "Aircall",
          "App version": "8.5.0",
          Device: "Phone",
        };
        assert.equal(cells[name], value);
        const header = Object.keys(cells).map((one) => (one === name ? spelling : one));
        const { devices } = await read(`${header.join(";")}\n${Object.values(cells).join(";")}\n`);
        assert.deepEqual(
          devices.map(short),
          [[2, "a@b.example", "ios", "iOS", "Aircall", "8.5.0", "Phone"]],
          spelling,
        );
      }
  });

  it("of a report that names nobody are refused with what is lacking", async () => {
    assert.match(
      await refusal(
        (file) => readDevices(file),
        "ApplicationKey,ApplicationName,ApplicationPublisher,ApplicationShortVersion,ApplicationVersion,DeviceCount,Platform\nk,Aircall,A,8.5.0,8,3,iOS\n",
      ),
      /line 1: found the columns ApplicationKey, .*; expected also .*Email/u,
    );
    assert.match(
      await refusal((file) => readDevices(file), "Email,Platform,App,App version\n-,iOS,Aircall,8.5.0\n"),
      /line 2: found no e-mail address where an address belongs, as in all 1 rows/u,
    );
  });
});

describe("a platform", () => {
  const platforms: Readonly<Record<Platform, readonly string[]>> = {
    ios: [
      "iOS",
      "IOS 18.1",
      "iPhone",
      "iPad",
      "iPadOS",
      "iOS/iPadOS",
      "ios17",
      "Apple iOS",
      "iPhone OS",
      "IOS_SYNC",
    ],
    android: [
      ...["Android", "ANDROID", "Android 15", "androidWorkProfile", "androidDedicatedAndFullyManaged"],
      ...[
        "androidDeviceAdministrator",
        "androidOSP",
        "Android (personally owned)",
        "Android Enterprise",
        "AOSP",
      ],
    ],
    browser: ["Browser", "Web", "web browser", "Navigateur", "Navegador web", "Webbrowser", "nur Browser"],
    desktop: [
      "Windows",
      "Windows 11",
      "macOS",
      "Mac OS X",
      "mac",
      "Desktop",
      "PC",
      "Ordinateur",
      "Linux",
      "Rechner",
    ],
    other: ["", "-", "None", "Aucun", "iOS/Android", "Symbian", "Studios", "web phone", "PCs and Macs"],
  };
  for (const [platform, texts] of Object.entries(platforms))
    it(`is ${platform} by its words`, () => {
      for (const text of texts) assert.equal(readPlatform(text), platform, text);
    });
});

describe("an application as GAM prints it", () => {
  it("is taken apart where names and versions hold hyphens", () => {
    const cases: readonly (readonly [string, readonly [string, string, string] | undefined])[] = [
      ["Aircall-io.x.phone-7.4.0-74-<None>", ["Aircall", "io.x.phone", "7.4.0"]],
      ["Air-call - x-io.x.phone-7.4.0-20-beta-74-a.b.C/d.e", ["Air-call - x", "io.x.phone", "7.4.0-20-beta"]],
      ["<None>-io.x.phone-<None>-<None>-<None>", ["", "io.x.phone", ""]],
      ["Aircall-<None>-7.4.0-74-<None>", ["Aircall", "", "7.4.0"]],
      ["Aircall 7.4.0", undefined],
      ["Aircall-7.4.0", undefined],
      ...[",", " ", "|", ";", "/"].map(
        (between) =>
          [`Aircall-io.x.phone-7.4.0-74-<None>${between}Mail-io.x.mail-9-9-a.b`, undefined] as const,
      ),
      ["Aircall-io.x.phone-7.4.0-74-a.b Mail-io.x.mail-9-9-a.b", undefined],
      ["", undefined],
    ];
    for (const [text, expected] of cases) {
      const read = readGamApplication(text);
      assert.deepEqual(read && [read.name, read.packageName, read.version], expected, text);
    }
  });
});
