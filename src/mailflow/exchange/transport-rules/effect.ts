/** What a matching rule does to delivery, read off its actions once for the decider (exchange-online.md 2.7). */
import type { Outcome } from "../../outcome";
import type { Recipient, TransportRule } from "../tenant";
import type { RuleState } from "./state";
import { elsewhere, type Parameter } from "./table";

export interface Ending {
  readonly outcome: Outcome;
  /** The action that ends delivery. */
  readonly action: string;
}

/** Whether where the rule sends a message depends on the recipient, who may be the target of its redirection. */
export const redirects = ({ parameters }: TransportRule): boolean =>
  parameters.RedirectMessageTo !== undefined;

/** Where the rule sends the message instead of the inbox; `undefined` where it does not. */
export const endingOf = (
  { parameters }: TransportRule,
  recipient: Recipient | undefined,
): Ending | undefined => {
  if (parameters.DeleteMessage) return { outcome: "deleted", action: "DeleteMessage" };
  if (parameters.RejectMessageReasonText !== undefined)
    return { outcome: "rejected", action: "RejectMessageReasonText" };
  if (parameters.RejectMessageEnhancedStatusCode !== undefined)
    return { outcome: "rejected", action: "RejectMessageEnhancedStatusCode" };
  if (parameters.Quarantine) return { outcome: "quarantined", action: "Quarantine" };
  if (parameters.RedirectMessageTo !== undefined && !staysWith(parameters.RedirectMessageTo, recipient))
    return { outcome: "redirected", action: "RedirectMessageTo" };
  if (parameters.ModerateMessageByUser !== undefined)
    return { outcome: "held", action: "ModerateMessageByUser" };
  if (parameters.RouteMessageOutboundConnector !== undefined)
    return { outcome: "left-tenant", action: "RouteMessageOutboundConnector" };
  return undefined;
};

const staysWith = (targets: readonly string[], recipient: Recipient | undefined): boolean =>
  recipient !== undefined &&
  targets.some((target) => target.toLowerCase() === recipient.address.toLowerCase());

const setElsewhere = ({ parameters }: TransportRule, role: Parameter["role"]): readonly string[] =>
  elsewhere.filter((row) => row.role === role && parameters[row.name] !== undefined).map(({ name }) => name);

/** Actions whose effect on delivery is not known in the cloud (exchange-online.md 2.7). */
export const unknownActions = (rule: TransportRule): readonly string[] => setElsewhere(rule, "action");

/** What a rule sets that is outside the model, so that nothing it does is sure. */
export const outsideModel = (rule: TransportRule): readonly string[] => [
  ...rule.unmodelled,
  ...setElsewhere(rule, "setting"),
];

/** The message as rules below see it. */
export const applyEdits = ({ parameters }: TransportRule, state: RuleState): RuleState => {
  const {
    SetSCL,
    PrependSubject,
    SetHeaderName,
    SetHeaderValue,
    RemoveHeader,
    ApplyClassification,
    ApplyHtmlDisclaimerText,
  } = parameters;
  return {
    scl: SetSCL ?? state.scl,
    subjectPrefix: PrependSubject === undefined ? state.subjectPrefix : PrependSubject + state.subjectPrefix,
    headers: {
      ...state.headers,
      ...(RemoveHeader === undefined ? {} : { [RemoveHeader.toLowerCase()]: null }),
      ...(SetHeaderName === undefined ? {} : { [SetHeaderName.toLowerCase()]: SetHeaderValue ?? "" }),
    },
    classified: state.classified || ApplyClassification !== undefined,
    bodyAdditions:
      ApplyHtmlDisclaimerText === undefined
        ? state.bodyAdditions
        : [...state.bodyAdditions, ApplyHtmlDisclaimerText],
  };
};
