/** The mailbox cmdlets: reading, and quotas below what the licence allows (exchange-online.md 4.1). */
import { type CmdletObject, hasIdentity } from "../../exchange/identity";
import { parseSize, printSize, type Size } from "../../exchange/size";
import { type Cmdlet, checkParameters, limited, mandatoryIdentity, nothingChanged } from "./cmdlet";
import { badArgument, CmdletError, exceptionTypes, notFound } from "./cmdlet-error";
import { withObjects } from "./state";

const key = "Get-Mailbox";

const quotas = ["IssueWarningQuota", "ProhibitSendQuota", "ProhibitSendReceiveQuota"] as const;

/** The place of the one mailbox that this name fits. */
export const mailboxIndex = (mailboxes: readonly CmdletObject[], identity: string): number => {
  const fitting = mailboxes.flatMap((mailbox, index) => (hasIdentity(mailbox, identity) ? [index] : []));
  const [index, ...others] = fitting;
  if (index === undefined) {
    throw notFound(identity);
  }
  if (others.length > 0) {
    throw new CmdletError(exceptionTypes.ambiguous, `The name '${identity}' fits several mailboxes.`);
  }
  return index;
};

const getMailbox: Cmdlet = (state, parameters) => {
  checkParameters(parameters, ["Identity", "ResultSize", "RecipientTypeDetails"]);
  const mailboxes = state.objects[key] ?? [];
  const { Identity: identity, RecipientTypeDetails: types, ResultSize: resultSize } = parameters;
  const fitting =
    typeof identity === "string" ? mailboxes.filter((mailbox) => hasIdentity(mailbox, identity)) : [];
  // The documented trap: a null or unknown Identity returns every mailbox (exchange-online.md 1.4).
  const chosen = fitting.length === 0 ? mailboxes : fitting;
  const wanted = types === undefined ? undefined : (Array.isArray(types) ? types : [types]).map(String);
  return limited(
    wanted === undefined
      ? chosen
      : chosen.filter((mailbox) => wanted.includes(String(mailbox.RecipientTypeDetails))),
    resultSize,
  );
};

const asNumber = (size: Size | undefined): number =>
  typeof size === "number" ? size : Number.POSITIVE_INFINITY;

const checkQuotas = (mailbox: CmdletObject, cap: number | undefined): void => {
  const [warning, send, receive] = quotas.map((quota) => asNumber(parseSize(mailbox[quota])));
  if (cap !== undefined && receive !== undefined && receive > cap) {
    throw new CmdletError(
      exceptionTypes.validation,
      `ProhibitSendReceiveQuota is larger than the mailbox's licence allows: ${printSize(cap)}.`,
    );
  }
  if (
    warning !== undefined &&
    send !== undefined &&
    receive !== undefined &&
    (warning > send || send > receive)
  ) {
    throw new CmdletError(
      exceptionTypes.validation,
      "IssueWarningQuota must not be above ProhibitSendQuota, nor that above ProhibitSendReceiveQuota.",
    );
  }
};

const setMailbox: Cmdlet = (state, parameters, { now }) => {
  checkParameters(parameters, ["Identity", "UseDatabaseQuotaDefaults", "Confirm", ...quotas]);
  const mailboxes = state.objects[key] ?? [];
  const identity = mandatoryIdentity(parameters);
  const index = mailboxIndex(mailboxes, identity);
  const mailbox = mailboxes[index] ?? {};
  const changes: Record<string, unknown> = {};
  for (const quota of quotas) {
    if (parameters[quota] !== undefined) {
      const size = parseSize(parameters[quota]);
      if (size === undefined) {
        throw badArgument(quota, "It is no size.");
      }
      if (size !== parseSize(mailbox[quota])) {
        changes[quota] = printSize(size);
      }
    }
  }
  const { UseDatabaseQuotaDefaults: defaults } = parameters;
  if (typeof defaults === "boolean" && defaults !== mailbox.UseDatabaseQuotaDefaults) {
    changes.UseDatabaseQuotaDefaults = defaults;
  }
  if (Object.keys(changes).length === 0) {
    return { warnings: [nothingChanged(identity)] };
  }
  const changed = { ...mailbox, ...changes, WhenChanged: now().toISOString() };
  checkQuotas(changed, state.licenceCaps[String(mailbox.Guid)]);
  return { state: withObjects(state, key, mailboxes.with(index, changed)) };
};

/** By name, as a client writes them. */
export const mailboxCmdlets: Readonly<Record<string, Cmdlet>> = {
  "Get-Mailbox": getMailbox,
  "Set-Mailbox": setMailbox,
};
