/** `pulumi-resource-mailflow`: the provider process. */
import { version } from "../../package.json";
import { mailflowPackage } from "../resources/mailflow-package";
import { packageSchema } from "../resources/schema";
import { behaviours } from "./behaviours";
import { runProvider } from "./kit";

void runProvider(
  {
    name: mailflowPackage.name,
    version,
    config: mailflowPackage.config,
    schema: () => packageSchema(mailflowPackage, version),
    behaviours,
    environment: process.env,
  },
  process.argv.slice(2),
);
