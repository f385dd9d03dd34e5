/**
 * Property values on the wire: protobuf structs in which secrets and references are objects with a marker
 * (pulumi.md 2.2). Inside, values are plain and what is secret is known beside them.
 */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unknownMarkers } from "../../resources/unknown";
import { isList, isObject, type Value, type ValueObject } from "../../resources/value";

const markerKey = "4dabf18193072939515e22adb298388d";
const secretMarker = "1b47061264138c4ac30d75fd1eb44270";
const outputMarker = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const resourceMarker = "5cf8f73096256a8f31e491e813e4eb8e";

/** Which parts of a value are secret: all of it, or some properties. */
export type Secrecy = "all" | { readonly [property: string]: Secrecy };

export interface Received {
  readonly values: ValueObject;
  readonly secrecy: Secrecy;
}

/** Reads a struct. Secrets come out plain, with `secrecy` saying where they were. A missing struct is empty. */
export const receive = (struct: Struct | undefined): Received => {
  const { value, secrecy } = unwrap((struct?.toJavaScript() ?? {}) as ValueObject);
  return { values: isObject(value) ? value : {}, secrecy: secrecy ?? {} };
};

interface Unwrapped {
  readonly value: Value;
  readonly secrecy: Secrecy | undefined;
}

const unwrap = (value: Value): Unwrapped => {
  if (isList(value)) return unwrapList(value);
  if (!isObject(value)) return { value, secrecy: undefined };
  switch (value[markerKey]) {
    case undefined:
      return unwrapObject(value);
    case secretMarker:
      return { value: unwrap(value.value ?? null).value, secrecy: "all" };
    case outputMarker: {
      // An output value without a value is one to come.
      const inner = unwrap(value.value ?? unknownMarkers.string);
      return value.secret === true ? { ...inner, secrecy: "all" } : inner;
    }
    case resourceMarker:
      return unwrap(value.id ?? value.urn ?? null);
    default:
      return { value, secrecy: undefined };
  }
};

/** Items move between reads, so a list with one secret item is secret as a whole. */
const unwrapList = (list: readonly Value[]): Unwrapped => {
  const items = list.map(unwrap);
  return {
    value: items.map((item) => item.value),
    secrecy: items.some((item) => item.secrecy !== undefined) ? "all" : undefined,
  };
};

const unwrapObject = (object: ValueObject): Unwrapped => {
  const value: Record<string, Value> = {};
  const secrecy: Record<string, Secrecy> = {};
  for (const [name, property] of Object.entries(object)) {
    const inner = unwrap(property);
    value[name] = inner.value;
    if (inner.secrecy !== undefined) secrecy[name] = inner.secrecy;
  }
  return { value, secrecy: Object.keys(secrecy).length === 0 ? undefined : secrecy };
};

/** What is secret by either. */
export const eitherSecret = (left: Secrecy, right: Secrecy): Secrecy => {
  if (left === "all" || right === "all") return "all";
  const both: Record<string, Secrecy> = { ...left };
  for (const [name, secrecy] of Object.entries(right)) both[name] = eitherSecret(both[name] ?? {}, secrecy);
  return both;
};

/** The top-level properties that hold a secret. */
export const secretNames = (secrecy: Secrecy, values: ValueObject): ReadonlySet<string> =>
  new Set(Object.keys(secrecy === "all" ? values : secrecy));

/**
 * Writes a struct. Properties are secret where `secrecy` says so; properties without a value are left out, because
 * `Struct` refuses them (pulumi.md 2.5).
 */
export const send = (values: ValueObject, secrecy: Secrecy = {}): Struct => {
  const wrapped = wrapProperties(values, secrecy === "all" ? secretEverywhere(values) : secrecy);
  return Struct.fromJavaScript(wrapped as Parameters<typeof Struct.fromJavaScript>[0]);
};

/** The outermost struct cannot itself be a secret. */
const secretEverywhere = (values: ValueObject): Secrecy & object =>
  Object.fromEntries(Object.keys(values).map((name) => [name, "all" as const]));

const wrapProperties = (values: ValueObject, secrecy: Secrecy & object): ValueObject =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]: [string, Value | undefined]) =>
      value === undefined ? [] : [[name, wrap(value, secrecy[name])]],
    ),
  );

const wrap = (value: Value, secrecy: Secrecy | undefined): Value => {
  const inner =
    isObject(value) && typeof secrecy === "object" ? wrapProperties(value, secrecy) : withoutHoles(value);
  const hidden = secrecy === "all" || (secrecy !== undefined && !isObject(value));
  return hidden ? { [markerKey]: secretMarker, value: inner } : inner;
};

const withoutHoles = (value: Value): Value => {
  if (isList(value))
    return value.map((item: Value | undefined) => (item === undefined ? null : withoutHoles(item)));
  return isObject(value) ? wrapProperties(value, {}) : value;
};
