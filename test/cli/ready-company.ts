/** A company of a few users as files: each test takes what it needs. */
import { readFileSync } from "node:fs";
import { allowedExample, exampleFile } from "./example-tenant";
import type { temporaryFiles } from "./run-cli";

const csv = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

export const users = csv(
  "First name,Last name,Email,Role,Status",
  "Vera,Lindqvist,vera.lindqvist@contoso.example,owner,Active",
  "Tomas,Okafor,tomas.okafor@contoso.example,admin,Active",
);

export const iosDevices = csv(
  "Email,Platform,App,App version",
  "vera.lindqvist@contoso.example,iOS,Aircall,8.10.0",
);

export const androidDevices = csv(
  "Email,Platform,App,App version",
  "tomas.okafor@contoso.example,Android,Aircall,7.4.0",
);

export const oldDevices = csv(
  "Email,Platform,App,App version",
  "vera.lindqvist@contoso.example,iOS,Aircall,8.4.9",
  "tomas.okafor@contoso.example,Android,Aircall,7.4.0",
);

export const mailboxes = csv(
  "Email,Used,Limit",
  "vera.lindqvist@contoso.example,3 GB,50 GB",
  "tomas.okafor@contoso.example,1 GB,50 GB",
);

export const day = "2026-12-01";

/** Everybody passes every check with these files. */
export const readyArguments = (files: ReturnType<typeof temporaryFiles>): readonly string[] => [
  ...["ready", "--as-of", day, "--users", files.write("users.csv", users)],
  ...["--exchange", files.write("allowed.json", JSON.stringify(allowedExample()))],
  ...["--devices", files.write("ios.csv", iosDevices), files.write("android.csv", androidDevices)],
];

export const blockedExchange = exampleFile;

/** Names and addresses of everybody in the example tenant: what a masked run must not say. */
export const everyAddress = (): readonly string[] => [
  ...new Set(readFileSync(exampleFile, "utf8").match(/[\w.]+@contoso\.example/gu) ?? []),
];
