/** Text with a meaning. */
import assert from "node:assert/strict";
import { textFormats } from "../../src/resources/text-format";

const normalForms = {
  size: [
    ["10MB", "10 MB"],
    ["10 MB (10,485,760 bytes)", "10 MB"],
    ["unlimited", undefined],
    ["ten", undefined],
  ],
  "size-or-unlimited": [
    ["Unlimited", "unlimited"],
    ["50GB", "50 GB"],
  ],
  moment: [
    ["2027-01-31", "2027-01-31T00:00:00.000Z"],
    ["2027-01-31T18:00", "2027-01-31T18:00:00.000Z"],
    ["2027-01-31T18:00:30+02:00", "2027-01-31T16:00:30.000Z"],
    ["2027-02-30", undefined],
    ["2027-02-30T10:00Z", undefined],
    ["31/01/2027", undefined],
    ["tomorrow", undefined],
  ],
  day: [
    ["2027-01-31", "2027-01-31"],
    ["2027-02-29", undefined],
    ["2027-01-31T00:00Z", undefined],
  ],
  address: [
    ["Ann@contoso.com", "Ann@contoso.com"],
    ["ann", undefined],
    ["Ann <ann@contoso.com>", undefined],
    ["a@b.c, d@e.f", undefined],
  ],
} as const;

for (const [format, cases] of Object.entries(normalForms))
  describe(`text of the format ${format}`, () => {
    for (const [text, normal] of cases)
      it(`"${text}" is ${normal === undefined ? "refused" : `"${normal}"`}`, () => {
        const { normalise } = textFormats[format as keyof typeof normalForms];
        assert.equal(normalise(text), normal);
        if (normal !== undefined) assert.equal(normalise(normal), normal);
      });
  });
