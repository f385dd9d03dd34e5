/** Conditions on what the message says and carries, for the decider. */
import { inlineImageExtensions, sizes } from "../../aircall";
import {
  type Bounds,
  both,
  everything,
  exactly,
  fold,
  fromRegularExpression,
  nothing,
} from "../../language/language";
import { atLeast } from "../../language/numbers";
import { matchesPatterns } from "../../language/pattern";
import { afterPrefix } from "../../language/prefix";
import { smallestMember } from "../../language/smallest-member";
import { type Field, factHolds, presentHeader } from "../../message-class";
import { parseSize } from "../../size";
import { type Atom, constant, fact, test } from "./atom";
import { known, never, type Surroundings } from "./surroundings";

/** Patterns in the syntax the rule uses (exchange-online.md 2.6). */
export const patterns = (value: readonly string[], around: Surroundings): Bounds => {
  return around.parameters.UseLegacyRegex
    ? {
        surely: nothing,
        possibly: everything,
        because: "UseLegacyRegex selects a regular expression syntax outside the model",
      }
    : matchesPatterns(value);
};

export const subject = (around: Surroundings, bounds: Bounds): Atom => {
  // Whether writing the field Subject changes what conditions on the subject see is not published (exchange-online.md 2.7).
  if (around.state.headers.subject !== undefined)
    return fact("an earlier rule writes or removes the field Subject");
  const prefix = around.state.subjectPrefix;
  const shifted = {
    ...bounds,
    surely: afterPrefix(bounds.surely, prefix),
    possibly: afterPrefix(bounds.possibly, prefix),
    ...(bounds.plausibly === undefined ? {} : { plausibly: afterPrefix(bounds.plausibly, prefix) }),
  };
  return test("subject", shifted, "subject");
};

/** A disclaimer added above may complete or arm a match in the body; where it does is not published. */
export const body = (around: Surroundings, bounds: Bounds): Atom => {
  if (around.state.bodyAdditions.length === 0) return test("body", bounds, "body");
  return test(
    "body",
    {
      surely: nothing,
      possibly: everything,
      because: "a disclaimer added by an earlier rule changes the body",
    },
    "body",
  );
};

/** The field that holds a header field of this name. */
export const headerField = (name: string): Field => {
  switch (fold(name)) {
    case "authentication-results":
      return "authenticationResults";
    case "from":
      return "fromHeader";
    case "subject":
      return "subject";
    default:
      return `header:${fold(name)}`;
  }
};

/** Tests on a named header field; a field that names a modelled one is that field. */
export const header = (around: Surroundings, name: string | undefined, bounds: Bounds): readonly Atom[] => {
  if (name === undefined) return [fact("the header field to look at is not set")];
  const edited = around.state.headers[fold(name)];
  if (edited === null) return never;
  if (edited !== undefined) return [known(bounds, edited, `header ${name}`)];
  const field = headerField(name);
  if (field === "subject") return [subject(around, bounds)];
  const because = `what stands in the ${name} field of Aircall's mail is not published`;
  if (!field.startsWith("header:")) return [test(field, bounds, because)];
  // A field that is not there matches nothing, not even a pattern that the empty text would match.
  return [
    test(
      field,
      {
        ...bounds,
        surely: both(bounds.surely, presentHeader),
        possibly: both(bounds.possibly, presentHeader),
      },
      because,
    ),
  ];
};

/** One page says "at least", another "more than" (exchange-online.md 2.4). */
export const overBounds = (bytes: number): Bounds => ({
  surely: atLeast(bytes + 1),
  possibly: atLeast(bytes),
  because: `whether a message of exactly ${bytes} bytes counts is not published`,
});

export const sizeOver = (value: string): Atom => {
  const bytes = parseSize(value);
  return bytes === undefined || bytes === "unlimited"
    ? fact(`the size "${value}" cannot be read`)
    : test("size", overBounds(bytes), "size");
};

/** Only inline images are attached to genuine mail (assumption `no-attachment`). */
const inlineImage = (when: boolean | undefined, because: string): Atom =>
  when === false
    ? constant(false)
    : when === undefined
      ? fact(because)
      : test("inlineImage", exactly(factHolds), because);

/** Names of inline images: one plain name and the extension (assumption `no-attachment`). */
const imageNames = fromRegularExpression(`[a-z0-9_ -]+\\.(?:${inlineImageExtensions.join("|")})`);

/** What only a real attachment could meet: never genuine mail. */
export const attachmentUnknown = (around: Surroundings, because: string): readonly Atom[] =>
  around.messages.name === "aircall" ? never : [fact(because)];

const imageSize = (value: string): Atom => {
  const bytes = parseSize(value);
  if (bytes === undefined || bytes === "unlimited") return fact(`the size "${value}" cannot be read`);
  return bytes >= sizes.below
    ? constant(false)
    : inlineImage(true, "the size of inline images in Aircall's mail is not published");
};

/** A test on attachments that genuine mail can only meet with an inline image. */
const ofImages = (around: Surroundings, image: () => Atom, because: string): readonly Atom[] => [
  around.messages.name === "aircall" ? image() : fact(because),
];

export const attachmentNames = (value: readonly string[], around: Surroundings): readonly Atom[] =>
  ofImages(
    around,
    () =>
      inlineImage(
        smallestMember([patterns(value, around).possibly, imageNames]) === undefined ? false : undefined,
        "the names of inline images in Aircall's mail are not published",
      ),
    "attachment names",
  );

export const attachmentExtensions = (value: readonly string[], around: Surroundings): readonly Atom[] => {
  const isImage = (extension: string): boolean =>
    inlineImageExtensions.some((image) => image === fold(extension).replace(/^\./u, ""));
  return ofImages(around, () => inlineImage(value.some(isImage), "inline images"), "attachment extensions");
};

export const attachmentSize = (value: string, around: Surroundings): readonly Atom[] =>
  ofImages(around, () => imageSize(value), "attachment size");
