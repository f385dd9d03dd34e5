/** Every answer of the table is given to somebody: a reason that no check can reach would be a promise without a keeper. */
import assert from "node:assert/strict";
import type { Check } from "../../src/readiness/check";
import { acceptsOutsideSenders } from "../../src/readiness/checks/accepts-outside-senders";
import { appVersion } from "../../src/readiness/checks/app-version";
import { invitationAccepted } from "../../src/readiness/checks/invitation-accepted";
import { linksNotRewritten } from "../../src/readiness/checks/links-not-rewritten";
import { mailAllowed } from "../../src/readiness/checks/mail-allowed";
import { mailboxSpace } from "../../src/readiness/checks/mailbox-space";
import { ownAddress } from "../../src/readiness/checks/own-address";
import { reasons } from "../../src/readiness/reasons";
import { appVersionCases } from "./checks/cases/app-version";
import type { CheckCase } from "./checks/cases/check-case";
import { invitationCases } from "./checks/cases/invitation-accepted";
import { linksCases, mailAllowedCases, outsideCases } from "./checks/cases/mail";
import { mailboxSpaceCases } from "./checks/cases/mailbox-space";
import { ownAddressCases } from "./checks/cases/own-address";
import { asOf, personOf } from "./people";

const all: readonly (readonly [Check, readonly CheckCase[]])[] = [
  [ownAddress, ownAddressCases],
  [invitationAccepted, invitationCases],
  [appVersion, appVersionCases],
  [mailboxSpace, mailboxSpaceCases],
  [mailAllowed, mailAllowedCases],
  [linksNotRewritten, linksCases],
  [acceptsOutsideSenders, outsideCases],
];

const given = new Set<string>(
  all.flatMap(([check, cases]) => cases.map(({ person }) => check(personOf(person), asOf).reason)),
);

describe("every reason", () => {
  for (const code of Object.keys(reasons))
    it(`${code} is given to somebody`, () => {
      assert.ok(given.has(code));
    });
});
