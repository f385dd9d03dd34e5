/** The smallest findings that an answer can hold. */
import type { Finding } from "../../src/mailflow/finding";

export const findingOf = (implies: Finding["implies"], more: Partial<Finding> = {}): Finding => ({
  code: "delivery-restricted",
  severity: "error",
  implies,
  scope: "mailbox",
  stage: "mailbox",
  senders: ["noreply@aircall.io"],
  details: { setting: "RequireSenderAuthenticationEnabled" },
  message: "",
  fix: "",
  recipients: { count: 1, sample: ["vera@contoso.example"] },
  ...more,
});
