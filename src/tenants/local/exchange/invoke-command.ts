/** Answers `InvokeCommand`: permission, failures on demand, the cmdlet, its state and journal, pages. */
import type { CmdletContext, CmdletParameters } from "./cmdlet";
import { CmdletError, exceptionTypes } from "./cmdlet-error";
import { cmdletsOf } from "./cmdlets";
import { type ErrorShape, errorBody } from "./error-bodies";
import type { Faults } from "./faults";
import type { Journal } from "./journal";
import { type Page, type Pages, pageSizeFrom } from "./pages";
import type { TenantState } from "./state";
import { commandSchema, type WireAnswer, wireObject } from "./wire";

export interface CommandService {
  readonly state: () => TenantState;
  /** Keeps a new state, in the file first. */
  readonly keep: (state: TenantState) => Promise<void>;
  readonly context: CmdletContext;
  readonly allowed: readonly string[] | undefined;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly pages: Pages;
  readonly errorShape: () => ErrorShape;
}

/** One command as it arrived, alone or as a member of a batch. */
export interface Command {
  readonly address: URL;
  readonly prefer: string | undefined;
  readonly body: unknown;
}

const isWrite = (cmdlet: string): boolean => !/^(Get|Test)-/i.test(cmdlet);

const selectionOf = (address: URL): ReadonlySet<string> | undefined => {
  const select = address.searchParams.get("$select");
  return select === null || select === ""
    ? undefined
    : new Set(select.split(",").map((name) => name.trim().toLowerCase()));
};

const nextLink = (address: URL, token: string): string => {
  const link = new URL(address.href);
  link.searchParams.set("$skiptoken", token);
  return link.href;
};

const success = (address: URL, page: Page | undefined, warnings: readonly string[]): WireAnswer => {
  const select = selectionOf(address);
  return {
    status: 200,
    body: {
      "@odata.context": `${address.origin}${address.pathname.replace(/InvokeCommand$/, "$metadata")}#Collection(Exchange.GenericHashTable)`,
      "adminapi.warnings@odata.type": "#Collection(String)",
      "@adminapi.warnings": warnings,
      ...(page === undefined ? {} : { value: page.value.map((object) => wireObject(object, select)) }),
      ...(page?.next === undefined ? {} : { "@odata.nextLink": nextLink(address, page.next) }),
    },
  };
};

const refusal = (service: CommandService, error: CmdletError): WireAnswer => ({
  status: error.status,
  body: errorBody(service.errorShape(), error),
});

const badRequest = (text: string): CmdletError => new CmdletError(exceptionTypes.page, text);

/** Runs a write or the first page of a read. */
const execute = async (
  service: CommandService,
  command: Command,
  cmdlet: string,
  parameters: CmdletParameters,
): Promise<WireAnswer> => {
  const now = service.context.now();
  const entry = { at: now.toISOString(), cmdlet, parameters };
  const found = cmdletsOf(service.state(), service.allowed).get(cmdlet.toLowerCase());
  if (found === undefined) {
    if (isWrite(cmdlet)) {
      await service.journal.add({ ...entry, outcome: "forbidden" });
    }
    // The signature of a missing role: 403 and nothing else (exchange-online.md 1.3).
    return { status: 403 };
  }
  try {
    const result = found.run(service.state(), parameters, service.context);
    if (isWrite(cmdlet)) {
      if (result.state !== undefined) {
        await service.keep(result.state);
      }
      await service.journal.add({ ...entry, outcome: result.state === undefined ? "unchanged" : "applied" });
      const made = result.value === undefined ? undefined : { value: result.value, next: undefined };
      return success(command.address, made, result.warnings ?? []);
    }
    const size = pageSizeFrom(command.prefer);
    const page = service.pages.first(result.value ?? [], size, command.body, now.getTime());
    return success(command.address, page, result.warnings ?? []);
  } catch (error) {
    if (!(error instanceof CmdletError)) {
      throw error;
    }
    if (isWrite(cmdlet)) {
      await service.journal.add({ ...entry, outcome: "refused", error: error.message });
    }
    return refusal(service, error);
  }
};

/** The answer to one command. */
export const invokeCommand = async (service: CommandService, command: Command): Promise<WireAnswer> => {
  const parsed = commandSchema.safeParse(command.body);
  if (!parsed.success) {
    return refusal(
      service,
      badRequest('The body has to be {"CmdletInput":{"CmdletName":…,"Parameters":{…}}}.'),
    );
  }
  const { CmdletName: cmdlet, Parameters: given } = parsed.data.CmdletInput;
  const fault = service.faults.take(cmdlet);
  if (fault?.kind === "drop-request") {
    return { status: 0, broken: true };
  }
  if (fault?.kind === "answer") {
    const { status, headers, body } = fault;
    return { status, ...(headers === undefined ? {} : { headers }), ...(body === undefined ? {} : { body }) };
  }
  const token = command.address.searchParams.get("$skiptoken");
  let answer: WireAnswer;
  if (token === null) {
    answer = await execute(service, command, cmdlet, given ?? {});
  } else {
    try {
      const now = service.context.now().getTime();
      const page = service.pages.following(token, pageSizeFrom(command.prefer), command.body, now);
      answer = success(command.address, page, []);
    } catch (error) {
      if (!(error instanceof CmdletError)) {
        throw error;
      }
      answer = refusal(service, error);
    }
  }
  return fault?.kind === "lose-reply" ? { ...answer, broken: true } : answer;
};
