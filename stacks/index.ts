/** Loads the one program that the stack's configuration asks for. */
import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, mailSystem, namespace, readConfiguration } from "./configuration";

const outputs = async (): Promise<Readonly<Record<string, unknown>>> => {
  const chosen = readConfiguration(mailSystem, "mailSystem", new pulumi.Config(namespace).get("mailSystem"));
  switch (chosen) {
    case "exchange":
      return (await import("./exchange")).declareExchange();
  }
};

/** An error that Pulumi shows as its text alone: a stack trace would hide it, and is slow to map back to sources. */
const shown = ({ message }: ConfigurationError): Error => {
  const error = new pulumi.RunError(`The stack's configuration cannot be used.\n${message}`);
  error.stack = error.message;
  return error;
};

module.exports = async () => {
  try {
    return await outputs();
  } catch (error) {
    throw error instanceof ConfigurationError ? shown(error) : error;
  }
};
