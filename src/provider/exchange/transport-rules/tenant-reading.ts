/** Reads what a decision about the rules needs of a tenant, live or from a saved export; never anything per mailbox. */
import { resolve } from "node:path";
import { parameterNamed } from "../../../mailflow/exchange/transport-rules/table";
import { groupParts, settingParts } from "../../../resources/exchange/observed-parts";
import { isExchangeError } from "../../../tenants/exchange/exchange-error";
import type { NativeExport } from "../../../tenants/exchange/export/native-export";
import { type RawObject, smtpAddresses, texts } from "../../../tenants/exchange/export/properties";
import { loadExchangeExport } from "../../../tenants/exchange/export/read-file";
import type { ExchangeClient } from "../../../tenants/exchange/invoke-command/client";
import { readExchangeTenant } from "../../../tenants/exchange/read-tenant";
import { InputError } from "../../../tenants/input-error";
import { projectFolder } from "../../../tenants/project-folder";
import { findGroupMembers } from "../groups";

/** A part that no present setting refers to is not needed (design section 7). */
interface Mentions {
  /** Whether a rule asks for a directory attribute. */
  readonly attributes: boolean;
  /** Groups that rules name. */
  readonly groups: readonly string[];
}

const isSet = (value: unknown): boolean => texts(value).length > 0;

const mentionsOf = (objects: readonly RawObject[]): Mentions => {
  const properties = objects.flatMap((object) => Object.entries(object));
  return {
    attributes: properties.some(([name, value]) => /AD(?:Attribute|Comparison)/u.test(name) && isSet(value)),
    groups: [
      ...new Set(
        properties.flatMap(([name, value]) =>
          parameterNamed(name)?.kind === "groups" || name.endsWith("SentToMemberOf") ? texts(value) : [],
        ),
      ),
    ],
  };
};

/** The parts of the export that tell these groups; none where the tenant does not let us know. */
const readGroups = async (
  client: ExchangeClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<NativeExport> => {
  if (names.length === 0) return {};
  const [groupsPart, membersPart, ...otherParts] = groupParts;
  try {
    const found = [...(await findGroupMembers(client, names, signal))].flatMap(([name, group]) =>
      group === undefined ? [] : [{ name, ...group }],
    );
    return {
      [groupsPart]: found.map(({ object }) => object),
      [membersPart]: found.flatMap(({ name, members }) =>
        members.map((PrimarySmtpAddress) => ({ Group: name, PrimarySmtpAddress })),
      ),
      // Every kind of group was asked for by name, so one that is missing does not exist.
      ...Object.fromEntries(otherParts.map((part) => [part, []])),
    };
  } catch (error) {
    if (isExchangeError(error, "forbidden", "refused", "invalid-answer")) return {};
    throw error;
  }
};

/** Users whose address is no mailbox's: whether it is a group's, a contact's or nobody's, only `Get-Recipient` tells. */
const areMissing = (users: readonly string[], mailboxes: readonly unknown[] | undefined): boolean => {
  if (users.length === 0 || mailboxes === undefined) return false;
  const known = new Set((mailboxes as readonly RawObject[]).flatMap(smtpAddresses));
  return users.some((user) => !known.has(user.toLowerCase()));
};

/** Who must be known of. */
export interface KnownPeople {
  /** Users by address. */
  readonly users?: readonly string[] | undefined;
  /** A group whose members must be known too. */
  readonly group?: string | undefined;
}

const policyRuleParts = settingParts.filter((part) => part.endsWith("Rule"));

/**
 * Reads the live tenant, as far as the verdict on its rules needs it.
 *
 * @param more - rules that are to be decided on besides the tenant's own, as printed.
 * @returns an export in which parts that could not be read are absent.
 * @throws ExchangeError where the tenant as a whole cannot be read.
 */
export const readLiveTenant = async (
  client: ExchangeClient,
  more: readonly RawObject[],
  { users = [], group }: KnownPeople,
  signal: AbortSignal,
): Promise<NativeExport> => {
  const { tenant } = await readExchangeTenant(client, {
    cmdlets: [...settingParts, "Get-TransportRule", "Get-Mailbox"],
    signal,
  });
  const rules = ["Get-TransportRule", ...policyRuleParts].flatMap((part) => tenant[part] ?? []);
  const { attributes, groups } = mentionsOf([...(rules as readonly RawObject[]), ...more]);
  const recipients =
    attributes || areMissing(users, tenant["Get-Mailbox"])
      ? (await readExchangeTenant(client, { cmdlets: ["Get-Recipient"], signal })).tenant
      : {};
  return {
    ...tenant,
    ...recipients,
    ...(await readGroups(client, group === undefined ? groups : [...groups, group], signal)),
  };
};

/**
 * Reads a saved export.
 *
 * @param file from the folder of Pulumi.yaml.
 * @throws InputError that names the file as it was given, the place and what was expected.
 */
export const readSavedTenant = async (file: string): Promise<NativeExport> => {
  try {
    return (await loadExchangeExport(resolve(projectFolder(process.cwd()), file))).native;
  } catch (error) {
    throw error instanceof InputError ? new InputError({ ...error.problem, file }) : error;
  }
};
