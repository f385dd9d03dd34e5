/** Cases of the check own-address. */
import { directoryOf, userOf } from "../../people";
import type { CheckCase } from "./check-case";

const nora = userOf({ email: "nora@contoso.example", name: "Nora Petit" }, 9);
const other = (email: string) => ({ email, entries: [userOf({ email })], directory: directoryOf({ email }) });

/** Addresses that somebody else has too, that are nobody's own, or of which that is not known. */
export const ownAddressCases: readonly CheckCase[] = [
  {
    title: "somebody else has the same address",
    person: {
      sharers: [
        { entry: userOf({ name: "Viktor Lang", email: "Vera@contoso.example" }, 7), because: "same-address" },
      ],
    },
    reason: "address-listed-twice",
    details: { others: "Vera@contoso.example" },
    evidence: ["users.csv:2", "users.csv:7"],
  },
  {
    title: "a sharer outweighs what the directory says",
    person: { sharers: [{ entry: nora, because: "plus-tag" }], directory: directoryOf({ kind: "group" }) },
    reason: "address-same-mailbox",
    details: { others: "nora@contoso.example" },
  },
  {
    title: "one of two sharers has the very same address",
    person: {
      sharers: [
        { entry: nora, because: "alias" },
        { entry: userOf({ name: "Viktor Lang" }, 8), because: "same-address" },
      ],
    },
    reason: "address-listed-twice",
  },
  {
    title: "an alias leads to somebody else's mailbox, as the directory shows",
    person: { sharers: [{ entry: nora, because: "alias" }] },
    reason: "address-same-mailbox",
    evidence: ["users.csv:2", "users.csv:9", "directory.csv:2"],
  },
  {
    title: "dots that Gmail ignores make no other mailbox",
    person: { sharers: [{ entry: nora, because: "gmail-dots" }], directory: undefined },
    reason: "address-same-mailbox",
  },
  {
    title: "a distribution list",
    person: { directory: directoryOf({ kind: "group", kindText: "MailUniversalDistributionGroup" }) },
    reason: "address-of-group",
    details: { type: "MailUniversalDistributionGroup" },
    evidence: ["users.csv:2", "directory.csv:2"],
  },
  {
    title: "a shared mailbox",
    person: { directory: directoryOf({ kind: "shared-mailbox", kindText: "SharedMailbox" }) },
    reason: "address-of-shared-mailbox",
  },
  {
    title: "a shared mailbox with the name of a role fails, and is not only suspect",
    person: { ...other("info@contoso.example"), directory: directoryOf({ kind: "shared-mailbox" }) },
    reason: "address-of-shared-mailbox",
  },
  {
    title: "a room",
    person: { directory: directoryOf({ kind: "resource" }) },
    reason: "address-of-resource",
  },
  {
    title: "an address that the mail system refuses",
    person: { directory: directoryOf({ kind: "nobody", kindText: "" }) },
    reason: "address-of-nobody",
  },
  ...[
    ["info", "info"],
    ["Sales.Nord", "sales"],
    ["équipe-paris", "equipe"],
    ["no-reply", "noreply"],
    ["support2", "support"],
    ["team_vera", "team"],
    ["vera+ventas", "ventas"],
    ["hello", "hello"],
    ["rh", "rh"],
  ].map(
    ([local, word]): CheckCase => ({
      title: `${local}@ may have several readers, whatever the directory says`,
      person: other(`${local}@contoso.example`),
      reason: "address-role-like",
      details: { word: word ?? "" },
      evidence: ["users.csv:2"],
    }),
  ),
  {
    title: "a role's address without a directory",
    person: { ...other("accueil@contoso.example"), directory: undefined },
    reason: "address-role-like",
  },
  ...["inforge", "teamo.rossi", "rhea", "hrvoje", "emily.post", "adminov", "salesse", "kai.it"].map(
    (local): CheckCase => ({
      title: `${local}@ only resembles a role`,
      person: other(`${local}@contoso.example`),
      reason: "address-own",
    }),
  ),
  {
    title: "a kind that this program does not know",
    person: { directory: directoryOf({ kind: "other", kindText: "LinkedMailbox" }) },
    reason: "address-kind-unknown",
    details: { type: "LinkedMailbox" },
  },
  {
    title: "a directory that does not hold the address",
    person: { directory: "absent" },
    reason: "address-not-in-directory",
    evidence: ["users.csv:2"],
  },
  { title: "no directory", person: { directory: undefined }, reason: "address-directory-not-read" },
  {
    title: "a person's mailbox",
    person: {},
    reason: "address-own",
    details: { type: "UserMailbox" },
    evidence: ["users.csv:2", "directory.csv:2"],
  },
  {
    title: "a contact has an own address elsewhere",
    person: { directory: directoryOf({ kind: "outside", kindText: "MailContact" }) },
    reason: "address-own",
  },
];
