/** Loads the one program that the stack's configuration asks for. */
import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, mailSystem, namespace, readConfiguration } from "./configuration";

const outputs = async (): Promise<Readonly<Record<string, pulumi.Output<unknown>>>> => {
  const chosen = readConfiguration(mailSystem, "mailSystem", new pulumi.Config(namespace).get("mailSystem"));
  switch (chosen) {
    case "exchange":
      return (await import("./exchange")).declareExchange();
  }
};

module.exports = async () => {
  try {
    return await outputs();
  } catch (error) {
    // A wrong configuration is the admin's to repair: the text says how, a stack trace would hide it.
    if (error instanceof ConfigurationError)
      throw new pulumi.RunError(`The stack's configuration cannot be used.\n${error.message}`);
    throw error;
  }
};
