/** Findings about real mail: saved messages and message traces. */
import type { FindingDefinition } from "./definition";

// biome-ignore format: one finding, four lines
export const realityFindings = {
  "sample-stopped": {
    about: "delivery", severity: "error", source: "exchange-online.md 3.1",
    message: "The saved mail \"{subject}\" from {sender} is {outcome} when it comes again ({by}).",
    fix: "Follow it with trace --eml, and put the allow rule for Aircall above whatever stops it, with StopRuleProcessing.",
  },
  "sample-contradicts": {
    about: "delivery", severity: "warning", source: "docs/model.md",
    message: "The saved mail \"{subject}\" from {sender} contradicts an assumption of this verdict ({assumption}): {found}.",
    fix: "Make sure that the mail is genuine and was saved unchanged; then the verdict does not hold for mail like it.",
  },
  "evidence-contradicts-proven": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace contradicts the verdict: mail from {sender} did not reach the inbox ({status}: {count}, last on {date}, subject \"{subject}\"), although its arrival was proven.",
    fix: "Make sure that the mail was genuine (forged mail in Aircall's name is stopped rightly) and that the export shows the settings of that day: a change to a rule takes up to 30 minutes or more. What remains is a defect of the verifier: please report it with the mail.",
  },
  "evidence-contradicts-block": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace contradicts the verdict: mail from {sender} was delivered ({status}: {count}, last on {date}, subject \"{subject}\"), although every such mail should have been stopped.",
    fix: "Compare the dates: a rule that was added or changed since the mail explains it, and a change takes up to 30 minutes or more. If the export shows the settings of that day, the verifier has a defect: please report it with the mail.",
  },
  "evidence-shows-stop": {
    about: "delivery", severity: "error", source: "aircall.md 4.2",
    message: "A message trace shows what the verdict leaves open: mail from {sender} did not reach the inbox ({status}: {count}, last on {date}, subject \"{subject}\").",
    fix: "Make sure that the mail was genuine, then put the allow rule for Aircall in place and check again.",
  },
} as const satisfies Readonly<Record<string, FindingDefinition>>;
