/** Which of the objects that came back are the one asked for: a bad Identity may return all (exchange-online.md 1.4, 9.15). */

/** An object as a cmdlet prints it. */
export type CmdletObject = Readonly<Record<string, unknown>>;

const identityProperties = [
  "Identity",
  "Name",
  "Guid",
  "ExchangeObjectId",
  "ImmutableId",
  "Id",
  "DistinguishedName",
  "Alias",
  "DisplayName",
  "PrimarySmtpAddress",
  "WindowsEmailAddress",
  "UserPrincipalName",
  "ExternalDirectoryObjectId",
] as const;

const normalise = (text: string): string => text.trim().toLowerCase();

/** Whether a value read from JSON is an object with properties. */
export const isCmdletObject = (value: unknown): value is CmdletObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A property as text; `undefined` where it is absent or not a text or number. */
export const textProperty = (object: CmdletObject, property: string): string | undefined => {
  const value = object[property];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
};

/** Every SMTP address in `EmailAddresses`, without its `smtp:` prefix, as written. */
export const proxyAddresses = (object: CmdletObject): readonly string[] => {
  const value = object.EmailAddresses;
  const texts = Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
  return texts
    .filter((text) => !text.includes(":") || /^smtp:/i.test(text))
    .map((text) => text.replace(/^smtp:/i, ""));
};

/** Whether this object is the one that `identity` names: name, GUID, distinguished name or any of its addresses. */
export const hasIdentity = (object: CmdletObject, identity: string): boolean => {
  const wanted = normalise(identity);
  return (
    identityProperties.some((property) => {
      const text = textProperty(object, property);
      return text !== undefined && normalise(text) === wanted;
    }) || proxyAddresses(object).some((address) => normalise(address) === wanted)
  );
};

/** The objects among those returned that `identity` names. None of them: it was not found, whatever came back. */
export const objectsWithIdentity = (objects: readonly unknown[], identity: string): readonly CmdletObject[] =>
  objects.filter(isCmdletObject).filter((object) => hasIdentity(object, identity));
