/** Writes schema/stack-config.json, by which editors check `Pulumi.<stack>.yaml`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { exchangeConfiguration, mailSystem, namespace } from "../../stacks/configuration";

/** The schema of a whole stack file; keys of other namespaces are left alone. */
export const stackSchema = (): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Configuration of an aircall-mailflow stack",
  type: "object",
  properties: {
    config: {
      type: "object",
      properties: {
        [`${namespace}:mailSystem`]: z.toJSONSchema(mailSystem, { io: "input" }),
        [`${namespace}:exchange`]: z.toJSONSchema(exchangeConfiguration, { io: "input" }),
        "mailflow:tenant": {
          type: "string",
          description: "The tenant: its GUID or its initial domain, such as contoso.onmicrosoft.com.",
        },
        "mailflow:clientId": {
          type: "string",
          description: "Application (client) id of the app registration.",
        },
        "mailflow:clientSecret": {
          description: "Client secret of the app registration; set it with `pulumi config set --secret`.",
        },
      },
    },
  },
});

export const stackSchemaText = (): string => `${JSON.stringify(stackSchema(), null, 2)}\n`;

if (require.main === module)
  writeFileSync(join(__dirname, "..", "..", "schema", "stack-config.json"), stackSchemaText());
