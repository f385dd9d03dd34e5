/** Writes what is generated from the property tables: classes and types for programs, and the package schema. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { version } from "../../package.json";
import type { ResourceDefinition } from "../../src/resources/definition";
import { className } from "../../src/resources/definition";
import { mailflowPackage } from "../../src/resources/mailflow-package";
import { packageSchema } from "../../src/resources/schema";
import { argumentsFile, providerFile, resourceFile, valuesFile } from "./source-files";

const folder = "src/resources/exchange/generated";

const fileName = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase();

const resourceFiles = (definition: ResourceDefinition): readonly (readonly [string, string])[] => {
  const file = fileName(className(definition.token));
  return [
    [`${folder}/${file}.ts`, resourceFile(definition, file)],
    [`${folder}/${file}-arguments.ts`, argumentsFile(definition)],
    [`${folder}/${file}-values.ts`, valuesFile(definition)],
  ];
};

/** Every generated file: path from the root of the project, content. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...mailflowPackage.resources.flatMap(resourceFiles),
    ["src/resources/generated/provider.ts", providerFile(mailflowPackage)],
    ["schema/mailflow.json", `${JSON.stringify(packageSchema(mailflowPackage, version), undefined, 2)}\n`],
  ]);

if (require.main === module) {
  const root = join(__dirname, "../..");
  for (const [path, content] of generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    process.stdout.write(`${path}\n`);
  }
}
