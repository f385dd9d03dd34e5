/** The key of Aircall's API, from the environment alone: an option would stand in process lists and shell histories. */
import { AircallError } from "./aircall-error";

export interface AircallCredentials {
  readonly apiId: string;
  readonly apiToken: string;
}

export const apiIdVariable = "AIRCALL_API_ID";
export const apiTokenVariable = "AIRCALL_API_TOKEN";

/** aircall.md 2.2 */
const nextStep =
  "An owner or admin makes a key in the Aircall Dashboard under Integrations & API > API Keys; " +
  `put its id into ${apiIdVariable} and its token into ${apiTokenVariable}.`;

/**
 * @throws AircallError `bad-input` that names the variable, never its value.
 */
export const aircallCredentials = (
  environment: Readonly<Record<string, string | undefined>>,
): AircallCredentials => {
  const variable = (name: string): string => {
    // Secrets that were pasted or piped often end with a line break.
    const value = environment[name]?.trim() ?? "";
    if (value === "")
      throw new AircallError({
        kind: "bad-input",
        problem: `The environment variable ${name} is not set.`,
        nextStep,
      });
    return value;
  };
  const apiId = variable(apiIdVariable);
  // HTTP Basic ends the name at the first colon (RFC 7617).
  if (apiId.includes(":"))
    throw new AircallError({
      kind: "bad-input",
      problem: `The environment variable ${apiIdVariable} holds a colon, which no id has.`,
      nextStep,
    });
  return { apiId, apiToken: variable(apiTokenVariable) };
};
