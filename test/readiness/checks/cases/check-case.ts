/** One person and the one answer a check must give. */
import assert from "node:assert/strict";
import type { Check, Person } from "../../../../src/readiness/check";
import { type CheckId, type ReasonCode, reasonOf, reasons } from "../../../../src/readiness/reasons";
import { asOf, personOf } from "../../people";

export interface CheckCase {
  /** A sentence that begins with the person. */
  readonly title: string;
  /** What differs from somebody who passes every check. */
  readonly person: Partial<Person>;
  readonly reason: ReasonCode;
  readonly details?: Readonly<Record<string, string>>;
  /** Lines the answer rests on, as `file:line`; other sources by what they name. */
  readonly evidence?: readonly string[];
}

const evidenceText = (source: ReturnType<Check>["evidence"][number]): string => {
  if (source.kind === "line") return `${source.file}:${source.line}`;
  return source.kind === "object" ? source.object : source.request;
};

/** One block for each verdict; each answer has the placeholders of its text and rests on something. */
export const describeCases = (id: CheckId, check: Check, cases: readonly CheckCase[]): void => {
  describe(id, () => {
    for (const [verdict, block] of [
      ["fail", "Noncompliance"],
      ["unknown", "Not known"],
      ["pass", "Compliance"],
    ] as const)
      describe(block, () => {
        for (const { title, person, reason, details, evidence } of cases.filter(
          (one) => reasonOf(one.reason).verdict === verdict,
        ))
          it(`${title}: ${reason}`, () => {
            const answer = check(personOf(person), asOf);
            assert.equal(answer.reason, reason);
            assert.equal(reasons[reason].check, id);
            assert.deepEqual(
              Object.keys(answer.details).sort(),
              [...(reasonOf(reason).details ?? [])].sort(),
            );
            if (details !== undefined) assert.deepEqual(answer.details, details);
            assert.ok(answer.evidence.length > 0);
            if (evidence !== undefined) assert.deepEqual(answer.evidence.map(evidenceText), evidence);
          });
      });
  });
};
