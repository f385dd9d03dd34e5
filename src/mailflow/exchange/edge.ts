/** What the service checks before it takes a message: its size (exchange-online.md 3.1, 2.4). */
import { exactly } from "../language/language";
import { atLeast } from "../language/numbers";
import type { MessageClass } from "../message-class";
import type { ExchangeStage } from "../outcome";
import { formatSize, type Size } from "../size";
import type { StageQuestion } from "./after-rules";
import type { Issue } from "./issue";
import { standing } from "./transport-rules/region";
import { because, impliedBy } from "./wording";

/** Messages larger than a limit are refused. @param where who sets the limit, in words. */
export const decideSizeLimit = (
  messages: MessageClass,
  limit: Size | undefined,
  stage: ExchangeStage,
  where: string,
): readonly Issue[] => {
  if (limit === undefined || limit === "unlimited") return [];
  const test = {
    kind: "test",
    field: "size",
    bounds: exactly(atLeast(limit + 1)),
    because: "size",
  } as const;
  const match = { clauses: [[test]], exceptions: [] };
  const stands = standing(messages, [{ rule: where, match, matched: true }]);
  if (stands === undefined) return [];
  return [
    {
      code: "size-limit",
      stage,
      ...impliedBy(stands),
      outcome: "rejected",
      details: { where, limit: formatSize(limit), when: because(stands) },
      values: stands.values,
    },
  ];
};

/** The organisation's limit counts where the mailbox sets none; which one does where both are set is not published. */
export const decideEdge = ({ tenant, messages, recipient, scope }: StageQuestion): readonly Issue[] => {
  const limit = tenant.transportConfig?.maxReceiveSize;
  const isUnreadable = limit === 0;
  const issues = decideSizeLimit(messages, limit, "edge", "the organisation");
  const hasNone = scope === "mailbox" && recipient?.mailbox?.maxReceiveSize === undefined;
  if ((hasNone && !isUnreadable) || issues.length === 0) return issues;
  const because =
    "MaxReceiveSize is below the size some mail may have, and whether the mailbox's own limit counts instead is not published";
  return [
    {
      code: "setting-not-modelled",
      stage: "edge",
      implies: "undecided",
      details: { part: "Get-TransportConfig", because },
    },
  ];
};
