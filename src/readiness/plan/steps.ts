/** Every step of the plan in its working order: who takes it, which answers call for it, and what it waits for (aircall.md 4.4). */
import type { Owner, ReasonCode } from "../reasons";

export const stepIds = [
  "allow-mail",
  "spare-links",
  "test-message",
  "make-room",
  "accept-outside-senders",
  "look-up-addresses",
  "own-addresses",
  "look-up-invitations",
  "accept-invitations",
  "resend-invitations",
  "update-apps",
  "ask-about-devices",
  "run-again",
] as const;
export type StepId = (typeof stepIds)[number];

export interface StepDefinition {
  readonly owner: Owner;
  /** Answers that call for the step. None: other steps call for it. */
  readonly reasons: readonly ReasonCode[];
  /** Steps that come first, where they are to be taken at all. */
  readonly after: readonly StepId[];
}

/** What has to be done before a mail may be sent that must not be lost. */
const mailSide = [
  "allow-mail",
  "spare-links",
  "test-message",
  "make-room",
  "accept-outside-senders",
] as const satisfies readonly StepId[];

export const steps = {
  "allow-mail": {
    owner: "mail-admin",
    reasons: ["mail-blocked", "mail-not-guaranteed", "mail-undecided", "mail-not-read"],
    after: [],
  },
  "spare-links": { owner: "mail-admin", reasons: ["links-rewritten", "links-unknown"], after: [] },
  "test-message": { owner: "mail-admin", reasons: [], after: ["allow-mail", "spare-links"] },
  "make-room": {
    owner: "mail-admin",
    reasons: [
      ...["space-full", "space-nearly-full", "space-contradicted", "space-limit-unknown"],
      ...["space-not-in-report", "space-names-concealed", "space-not-read"],
    ],
    after: [],
  },
  "accept-outside-senders": {
    owner: "mail-admin",
    reasons: ["outside-refused", "outside-undecided", "outside-not-read"],
    after: [],
  },
  "look-up-addresses": {
    owner: "mail-admin",
    reasons: ["address-kind-unknown", "address-not-in-directory", "address-directory-not-read"],
    after: [],
  },
  // A new address has to be confirmed by a link that Aircall mails to it (aircall.md 1.2).
  "own-addresses": {
    owner: "aircall-admin",
    reasons: [
      ...["address-listed-twice", "address-same-mailbox", "address-of-group", "address-of-shared-mailbox"],
      ...["address-of-resource", "address-of-nobody", "address-role-like"],
    ],
    after: [...mailSide, "look-up-addresses"],
  },
  "look-up-invitations": {
    owner: "aircall-admin",
    reasons: ["invitation-contradicted", "invitation-status-unclear", "invitation-status-missing"],
    after: [],
  },
  // Waits for nothing: the link runs out.
  "accept-invitations": { owner: "user", reasons: ["invitation-open"], after: [] },
  // A new link lives 15 days: what is sent before the mail side is in order is wasted (aircall.md 4.4).
  "resend-invitations": {
    owner: "aircall-admin",
    reasons: ["invitation-expired", "invitation-pending"],
    after: [...mailSide, "own-addresses", "look-up-invitations"],
  },
  "update-apps": {
    owner: "device-admin",
    reasons: [
      ...["app-too-old", "app-version-preview", "app-version-unreadable", "app-platform-unknown"],
      "app-devices-not-read",
    ],
    after: [],
  },
  "ask-about-devices": { owner: "user", reasons: ["app-device-unknown"], after: [] },
  "run-again": {
    owner: "aircall-admin",
    reasons: [],
    after: stepIds.filter((id) => id !== "run-again"),
  },
} as const satisfies Readonly<Record<StepId, StepDefinition>>;

/** @returns what the table says of a step, widened. */
export const stepOf = (id: StepId): StepDefinition => steps[id];
