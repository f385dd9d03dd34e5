/** The exports of device management that are read, and the template, by their columns (aircall.md 3; docs/readiness-inputs.md). */
import { emailHeaders, signInNameHeaders } from "../../../tenants/csv/address-headers";
import type { TableFormat } from "../table-format";

export type DeviceField =
  | "email"
  | "signInName"
  | "userName"
  | "platform"
  | "secondPlatform"
  | "app"
  | "appId"
  | "shortVersion"
  | "version"
  | "plainVersion"
  | "device"
  | "model"
  | "applications";

export interface DeviceFormat extends TableFormat<DeviceField> {
  /** Where no column names the platform. */
  readonly platform?: string;
  /** Whether the column `version` holds builds, besides the short version that people know (aircall.md 3). */
  readonly versionIsBuild?: "always" | "where-bare";
}

export const deviceTemplate = ["Email", "Platform", "App", "App version"] as const;
export const deviceTemplateOptional = ["Device"] as const;

/** Graph's export job AppInvRawData, and `detectedApps` with their devices. */
const intune: DeviceFormat = {
  name: "an export of Intune's discovered apps for each device (AppInvRawData)",
  required: [
    ["app"],
    ["version", "shortVersion"],
    ["platform"],
    ["email", "signInName", "userName"],
    ["device"],
  ],
  addresses: ["email", "signInName", "userName"],
  versionIsBuild: "where-bare",
  headers: {
    email: ["EmailAddress", "Email", "User email", "Primary user email address"],
    signInName: [...signInNameHeaders, "Primary user UPN"],
    userName: ["UserName", "User name"],
    platform: ["Platform"],
    // Added by the export job's localizationType LocalizedValuesAsAdditionalColumn.
    secondPlatform: ["Platform_loc"],
    app: ["ApplicationName", "DisplayName", "Application name"],
    shortVersion: ["ApplicationShortVersion", "Application short version"],
    version: ["ApplicationVersion", "Application version", "Version"],
    device: ["DeviceName", "Device name"],
  },
};

/** One row for each device and app; devices of Apple's only. */
const jamf: DeviceFormat = {
  name: "an export of Jamf Pro's mobile devices with their apps",
  platform: "iOS",
  versionIsBuild: "always",
  required: [["appId"], ["version", "shortVersion"], ["email", "userName"]],
  addresses: ["email", "userName"],
  headers: {
    email: ["Email Address", "Email"],
    userName: ["Username"],
    app: ["App Name", "Application Name"],
    appId: ["App Identifier", "Identifier", "Bundle Identifier", "Bundle ID"],
    shortVersion: ["App Short Version", "Short Version"],
    version: ["App Version"],
    device: ["Device Name", "Display Name", "Mobile Device Name"],
    model: ["Model"],
  },
};

/** `gam print mobile`: newer versions of GAM join an app's facts in one column, other tools give each its own. */
const google: DeviceFormat = {
  name: "gam print mobile with appslimit 0 and oneappperrow",
  required: [["email"], ["platform", "secondPlatform"], ["applications", "version"]],
  addresses: ["email"],
  headers: {
    email: ["email"],
    platform: ["os"],
    secondPlatform: ["type"],
    app: ["applications.displayName"],
    appId: ["applications.packageName"],
    version: ["applications.versionName"],
    applications: ["applications"],
    model: ["model"],
  },
};

const template: DeviceFormat = {
  name: `a list of devices with the columns ${deviceTemplate.join(", ")}`,
  isTemplate: true,
  required: [["email", "signInName"], ["platform"]],
  addresses: ["email", "signInName"],
  headers: {
    email: emailHeaders,
    signInName: signInNameHeaders,
    platform: [
      ...["Platform", "OS", "Operating system", "Plateforme", "Système", "Système d'exploitation"],
      ...["Plataforma", "Sistema operativo", "Plattform", "Betriebssystem"],
    ],
    app: [
      ...["App", "App name", "Application", "Application name", "Nom de l'application"],
      ...["Aplicación", "Nombre de la aplicación", "Anwendung", "Name der App"],
    ],
    version: [
      ...["App version", "Application version", "Version de l'application", "Version de l'app"],
      ...["Versión de la aplicación", "Versión de la app", "Anwendungsversion", "Version der App"],
    ],
    // Beside no app this would rather be the version of the system.
    plainVersion: ["Version", "Versión"],
    device: [
      ...["Device", "Device name", "Device model", "Model", "Appareil", "Nom de l'appareil", "Modèle"],
      ...["Dispositivo", "Nombre del dispositivo", "Modelo", "Gerät", "Gerätename", "Modell"],
    ],
  },
};

/** The most telling first. */
export const deviceFormats: readonly DeviceFormat[] = [google, jamf, intune, template];
