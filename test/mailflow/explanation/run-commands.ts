/** Runs the PowerShell lines of a fix on a saved export, independently of the code that wrote them. */
import assert from "node:assert/strict";

type Raw = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, unknown>>;

/** A hash table of additions and removals. */
interface Change {
  readonly Add?: readonly string[];
  readonly Remove?: readonly string[];
}

type Parameters = ReadonlyMap<string, unknown>;

const token = /'((?:[^']|'')*)'|@\{([^}]*)\}|([^\s,';@{}]+)|,/gu;

const texts = (written: string): readonly string[] =>
  [...written.matchAll(/'((?:[^']|'')*)'/gu)].map(([, text = ""]) => text.replaceAll("''", "'"));

const change = (written: string): Change =>
  Object.fromEntries(
    [...written.matchAll(/(Add|Remove)=((?:'(?:[^']|'')*',?)+)/gu)].map(([, verb = "", list = ""]) => [
      verb,
      texts(list),
    ]),
  );

const bare = (word: string): unknown => {
  if (word === "$true") return true;
  if (word === "$false") return false;
  if (word === "$null") return null;
  return /^-?\d+$/u.test(word) ? Number(word) : word;
};

/** The cmdlet of a line and its parameters; several texts are a list. */
export const parseLine = (line: string): { readonly cmdlet: string; readonly parameters: Parameters } => {
  const [first, ...words] = [...line.matchAll(token)].filter(([whole]) => whole !== ",");
  const parameters = new Map<string, unknown>();
  let name = "";
  for (const [whole, text, table, word] of words) {
    if (word !== undefined && /^-[A-Za-z]/u.test(word)) {
      [name = ""] = word.slice(1).split(":");
      if (word.includes(":")) parameters.set(name, bare(word.slice(word.indexOf(":") + 1)));
      continue;
    }
    const value =
      table !== undefined ? change(table) : text !== undefined ? text.replaceAll("''", "'") : bare(whole);
    const before = parameters.get(name);
    parameters.set(
      name,
      before === undefined ? value : [...(Array.isArray(before) ? (before as unknown[]) : [before]), value],
    );
  }
  return { cmdlet: first?.[0] ?? "", parameters };
};

const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];

const set = (object: Raw, parameters: Parameters): Raw => {
  const next: Record<string, unknown> = { ...object };
  for (const [name, value] of parameters) {
    if (name === "Identity" || name === "Priority" || name === "Confirm") continue;
    const { Add, Remove } = (value ?? {}) as Change;
    if (Add === undefined && Remove === undefined) next[name] = value;
    else {
      const list = asList(next[name] ?? []);
      next[name] = [...list.filter((one) => Remove?.includes(one) !== true), ...(Add ?? [])];
    }
  }
  return next;
};

const isNamed = ({ Name, Guid }: Raw, identity: unknown): boolean => Name === identity || Guid === identity;

const numbered = (rules: readonly Raw[]): readonly Raw[] =>
  rules.map((rule, Priority) => ({ ...rule, Priority }));

const moved = (rules: readonly Raw[], rule: Raw, priority: unknown): readonly Raw[] => {
  if (priority === undefined) return rules;
  const others = rules.filter((one) => one !== rule);
  return numbered([...others.slice(0, Number(priority)), rule, ...others.slice(Number(priority))]);
};

const changeRule = (
  rules: readonly Raw[],
  parameters: Parameters,
  change: (rule: Raw) => Raw,
): readonly Raw[] => {
  const place = rules.findIndex((rule) => isNamed(rule, parameters.get("Identity")));
  assert.ok(place >= 0, `no rule ${String(parameters.get("Identity"))}`);
  const changed = change(rules[place] ?? {});
  return moved(
    rules.map((rule, at) => (at === place ? changed : rule)),
    changed,
    parameters.get("Priority"),
  );
};

const rulesAfter = (rules: readonly Raw[], cmdlet: string, parameters: Parameters): readonly Raw[] => {
  const inOrder = [...rules].sort((left, right) => Number(left.Priority) - Number(right.Priority));
  switch (cmdlet) {
    case "New-TransportRule": {
      const rule = set({ State: "Enabled", Mode: "Enforce" }, parameters);
      return moved([...inOrder, rule], rule, parameters.get("Priority"));
    }
    case "Set-TransportRule":
      return changeRule(inOrder, parameters, (rule) => set(rule, parameters));
    case "Enable-TransportRule":
      return changeRule(inOrder, parameters, (rule) => ({ ...rule, State: "Enabled" }));
    case "Disable-TransportRule":
      return changeRule(inOrder, parameters, (rule) => ({ ...rule, State: "Disabled" }));
    default:
      throw new Error(`not run here: ${cmdlet}`);
  }
};

type Run = (objects: readonly Raw[], parameters: Parameters, line: string) => readonly Raw[];

/** Sets what the line says on the one object it names. */
const setNamed =
  (isNamed: (object: Raw, identity: unknown) => boolean): Run =>
  (objects, parameters, line) => {
    const isIt = (object: Raw) => isNamed(object, parameters.get("Identity"));
    assert.ok(objects.some(isIt), line);
    return objects.map((object) => (isIt(object) ? set(object, parameters) : object));
  };

const byName = setNamed(isNamed);
/** `…SendersOrMembers` is the union of its two siblings: clearing it clears them. */
const withSiblings = (parameters: Parameters): Parameters =>
  new Map(
    [...parameters].flatMap(([name, value]): (readonly [string, unknown])[] => {
      const [stem, found] = name.split("SendersOrMembers");
      return found === undefined
        ? [[name, value]]
        : ["", "DLMembers", "SendersOrMembers"].map((ending) => [`${stem}${ending}`, value]);
    }),
  );

const byMailbox: Run = (objects, parameters, line) =>
  setNamed(({ Mailbox, PrimarySmtpAddress }, identity) => [Mailbox, PrimarySmtpAddress].includes(identity))(
    objects,
    withSiblings(parameters),
    line,
  );
const theOnlyOne: Run = (objects, parameters) => objects.map((object) => set(object, parameters));

const disableInboxRule: Run = (objects, parameters) =>
  objects.map((rule) =>
    rule.Mailbox === parameters.get("Mailbox") && rule.Name === parameters.get("Identity")
      ? { ...rule, Enabled: false }
      : rule,
  );

const removeEntries: Run = (objects, parameters) => {
  const entries = asList(parameters.get("Entries"));
  return objects.filter(({ Value }) => !entries.includes(String(Value)));
};

/** The pipeline is read by its shape: the pair that is compared with is the pair that goes. */
const removeSpoofPair: Run = (objects, _parameters, line) => {
  const [user, infrastructure] = texts(line);
  return objects.filter(
    ({ SpoofedUser, SendingInfrastructure }) =>
      SpoofedUser !== user || SendingInfrastructure !== infrastructure,
  );
};

const removeFileTypes: Run = (objects, _parameters, line) => {
  const [policy, again, ...types] = texts(line);
  assert.equal(again, policy, line);
  return objects.map((object) =>
    isNamed(object, policy)
      ? { ...object, FileTypes: asList(object.FileTypes).filter((type) => !types.includes(type)) }
      : object,
  );
};

/** What each cmdlet reads, and how it is run. */
const cmdlets: Readonly<Record<string, readonly [cmdlet: string, run: Run]>> = {
  "Set-HostedContentFilterPolicy": ["Get-HostedContentFilterPolicy", byName],
  "Set-HostedConnectionFilterPolicy": ["Get-HostedConnectionFilterPolicy", byName],
  "Set-AntiPhishPolicy": ["Get-AntiPhishPolicy", byName],
  "Set-InboundConnector": ["Get-InboundConnector", byName],
  "Set-MalwareFilterPolicy": ["Get-MalwareFilterPolicy", removeFileTypes],
  "Set-TransportConfig": ["Get-TransportConfig", theOnlyOne],
  "Set-Mailbox": ["Get-Mailbox", byMailbox],
  "Set-MailboxJunkEmailConfiguration": ["Get-MailboxJunkEmailConfiguration", byMailbox],
  "Disable-InboxRule": ["Get-InboxRule", disableInboxRule],
  "Remove-TenantAllowBlockListItems": ["Get-TenantAllowBlockListItems", removeEntries],
  "Get-TenantAllowBlockListSpoofItems": ["Get-TenantAllowBlockListSpoofItems", removeSpoofPair],
};

/** The export after one line. */
const runLine = (parts: Parts, line: string): Parts => {
  const { cmdlet, parameters } = parseLine(line);
  const [reads, run] = cmdlet.endsWith("-TransportRule")
    ? (["Get-TransportRule", (objects: readonly Raw[]) => rulesAfter(objects, cmdlet, parameters)] as const)
    : (cmdlets[cmdlet] ?? []);
  assert.ok(reads !== undefined && run !== undefined, `not run here: ${line}`);
  return { ...parts, [reads]: run((parts[reads] ?? []) as readonly Raw[], parameters, line) };
};

export const runCommands = <Export extends Parts>(parts: Export, commands: readonly string[]): Export =>
  commands.reduce<Parts>(runLine, parts) as Export;
