/** The recommended allow rule for Aircall (design section 4): authenticated senders, SCL -1, and the stop. */
import type { TransportRule } from "../src/resources/exchange/generated/transport-rules-values";
import type { ExchangeConfiguration } from "./configuration";

type Rule = Omit<TransportRule, "enabled"> & { readonly enabled?: boolean };

/** The domain that covers every Aircall sender: SenderDomainIs reaches subdomains (exchange-online.md 2.2). */
const wholeDomain = "aircall.io";

export const allowRule = ({ allow, senders }: ExchangeConfiguration): Rule => ({
  name: allow.name,
  comments:
    "Managed by aircall-mailflow. Lets authenticated Aircall mail, login codes among it, past the spam filter.",
  ...(allow.wholeDomain ? { senderDomainIs: [wholeDomain] } : { from: senders }),
  headerContainsMessageHeader: "Authentication-Results",
  headerContainsWords: ["dmarc=pass"],
  setScl: -1,
  ...(allow.style === "stop" ? { stopRuleProcessing: true } : {}),
});

/** A rule of the stack with Aircall's senders exempted; exceptions the rule has already stay. */
export const exempted = (rule: Rule, senders: readonly string[]): Rule => ({
  ...rule,
  exceptIfFrom: [...new Set([...(rule.exceptIfFrom ?? []), ...senders])],
});

/** All rules the stack owns, the allow rule first. */
export const declaredRules = (configuration: ExchangeConfiguration): readonly Rule[] => {
  const further = configuration.rules as readonly Rule[];
  const below =
    configuration.allow.style === "exempt-each"
      ? further.map((rule) => exempted(rule, configuration.senders))
      : further;
  return [allowRule(configuration), ...below];
};
