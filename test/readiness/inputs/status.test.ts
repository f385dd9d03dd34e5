/** What words say of an invitation: a wrong acceptance would call somebody ready who gets no code. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { phrase } from "../../../src/readiness/inputs/phrases";
import {
  combinedInvitation,
  readAvailability,
  readOpeningHours,
  readStatus,
} from "../../../src/readiness/inputs/users/status";
import {
  acceptedPhrases,
  connectedPhrases,
  negations,
  openingHoursPhrases,
  pendingPhrases,
} from "../../../src/readiness/inputs/users/status-words";
import { runs } from "../../properties/runs";

const words = {
  pending: [
    ...["Pending validation", "PENDING VALIDATION", "pending_validation", " Pending  validation. "],
    ...["Validation en attente", "validation en attente", "« Validation en attente »", "Invité", "invité(e)"],
    ...["validación pendiente", "VALIDACION PENDIENTE", "Invitación enviada", "Sin confirmar"],
    ...["Ausstehende Validierung", "Einladung ausstehend", "Eingeladen", "nicht bestätigt", "Unbestätigt"],
    ...["Not validated", "not yet validated", "unvalidated", "unconfirmed", "Invitation sent", "invited"],
    ...["Invitation expired", "Non validé", "non validée", "pas encore validé", "no validado"],
    ...["nicht validiert", "noch nicht bestätigt", "Pending validation (12 days)", "Invited on 2026-11-02"],
    ...["En attente depuis lundi", "Invitation not accepted"],
  ],
  accepted: [
    ...["Active", "validated", "Verified", "CONFIRMED", "Accepted", "Invitation accepted"],
    ...["Actif", "Activé", "validé", "Validée", "validé(e)", "Confirmé", "Invitation acceptée"],
    ...["Activo", "validado", "Verificada", "confirmado", "aceptada"],
    ...["Aktiv", "validiert", "bestätigt", "bestaetigt", "angenommen", "Einladung angenommen"],
  ],
  unclear: [
    ...[
      "invalid",
      "Invalide",
      "inválido",
      "ungültig",
      "valid?",
      "inactive",
      "Inactif",
      "inactivo",
      "inaktiv",
    ],
    ...["deactivated", "désactivé", "Not active", "non actif", "nicht aktiv", "validated: no", "not sure"],
    ...["Active, pending", "Invited and accepted", "no longer pending", "pending: no", "ya no pendiente"],
    ...["Suspended", "unavailable", "offline", "?", "-", "n/a", "yes", "true", "1", "revalidated soon"],
    ...["activated?no", "to be confirmed or not", "disconfirmed"],
  ],
} as const;

describe("the status of an invitation", () => {
  for (const [state, texts] of Object.entries(words))
    it(`is ${state} where the words say so, in four languages`, () => {
      for (const text of texts) assert.equal(readStatus(text), state, text);
    });

  it("is not given where the cell is empty", () => {
    assert.equal(readStatus(""), undefined);
  });

  it("is accepted for no text that negates one of its words (fast-check)", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...negations, "in", "un", "dé", "des", "de", "dis", "almost", "soon"),
        fc.constantFrom("", " ", "-", "_", ": "),
        fc.constantFrom(...acceptedPhrases),
        fc.boolean(),
        (negation, between, accepted, isFirst) => {
          const text = isFirst
            ? `${negation}${between}${accepted}`
            : `${accepted}${between || " "}${negation}`;
          assert.notEqual(readStatus(text), "accepted", text);
          assert.notEqual(readAvailability(text), "accepted", text);
        },
      ),
      runs(500),
    );
  });

  it("has no phrase that is both pending and accepted, and reads each as it stands", () => {
    const accepted = new Set([...acceptedPhrases, ...connectedPhrases].map(phrase));
    for (const text of pendingPhrases) {
      assert.ok(!accepted.has(phrase(text)), text);
      assert.equal(readStatus(text), "pending", text);
      assert.equal(readAvailability(text), "pending", text);
    }
    for (const text of acceptedPhrases) assert.equal(readStatus(text), "accepted", text);
    for (const text of connectedPhrases) assert.equal(readStatus(text), "unclear", text);
    for (const text of openingHoursPhrases) assert.equal(readAvailability(text), "unclear", text);
  });
});

describe("the availability of a user", () => {
  it("shows an acceptance where somebody is connected", () => {
    for (const text of [
      ...["Available", "in_call", "In call", "after_call_work", "do_not_disturb", "Disponible"],
      ...["En appel", "Ne pas déranger", "En llamada", "No molestar", "Verfügbar", "Nicht stören"],
    ])
      assert.equal(readAvailability(text), "accepted", text);
  });

  it("shows nothing where somebody is away, as a pending user looks too (aircall.md 2.3)", () => {
    for (const text of [
      "Offline",
      "Unavailable",
      "Hors ligne",
      "Indisponible",
      "No disponible",
      "Nicht verfügbar",
    ])
      assert.equal(readAvailability(text), "unclear", text);
  });

  it("holds the pending label (aircall.md 1.2)", () => {
    assert.equal(readAvailability("Pending validation"), "pending");
  });

  it("in the API's opening hours tells a pending label and nothing else", () => {
    for (const text of ["available", "Active", "always_opened", "custom", "validated", ""])
      assert.equal(readOpeningHours(text), undefined, text);
    assert.equal(readOpeningHours("pending validation"), "pending");
  });
});

describe("several columns about an invitation", () => {
  const combined = (
    ...cells: readonly (readonly ["pending" | "accepted" | "unclear" | undefined, string])[]
  ) => {
    const { state, text } = combinedInvitation(cells.map(([one, words]) => ({ state: one, text: words })));
    return [state, text];
  };

  it("are pending where any of them is", () => {
    assert.deepEqual(combined(["accepted", "Active"], ["pending", "Invited"]), ["pending", "Invited"]);
    assert.deepEqual(combined(["pending", "Invited"], ["accepted", "Available"]), ["pending", "Invited"]);
  });

  it("else say what the first says: an availability does not mend an unclear status", () => {
    assert.deepEqual(combined(["unclear", "Suspended"], ["accepted", "Available"]), ["unclear", "Suspended"]);
    assert.deepEqual(combined([undefined, ""], ["accepted", "Available"]), ["accepted", "Available"]);
    assert.deepEqual(combined(["accepted", "Active"], ["unclear", "Offline"]), ["accepted", "Active"]);
    assert.deepEqual(combined([undefined, ""], [undefined, ""]), [undefined, ""]);
  });
});
