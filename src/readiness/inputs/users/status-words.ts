/** What lists write where a user's invitation is still open, and where it was accepted; whole phrases, in the languages of Aircall's guide (aircall.md 1.2). */

/** "Pending validation" and its like. Each is a whole cell, or begins one that says no more than a date or a name. */
export const pendingPhrases = [
  ...["pending", "pending validation", "validation pending", "pending user", "pending invitation"],
  ...["invitation pending", "pending invite", "invite pending", "pending confirmation"],
  ...["confirmation pending", "pending activation", "activation pending", "pending verification"],
  ...["verification pending", "awaiting validation", "awaiting confirmation", "awaiting verification"],
  ...["waiting for validation", "waiting for confirmation", "invited", "reinvited", "re-invited"],
  ...["invitation sent", "invitation resent", "invite sent", "invitation expired", "invite expired"],
  ...["expired invitation", "invitation not accepted", "not accepted", "not yet accepted"],
  ...["not validated", "not yet validated", "unvalidated", "to be validated", "not verified"],
  ...["not yet verified", "unverified", "not confirmed", "not yet confirmed", "unconfirmed"],
  ...["not activated", "not yet activated"],

  ...["en attente", "validation en attente", "en attente de validation", "attente de validation"],
  ...["invitation en attente", "en attente d'invitation", "confirmation en attente"],
  ...["en attente de confirmation", "en attente d'activation", "en cours de validation"],
  ...["invité", "invitée", "invité(e)", "réinvité", "réinvitée", "invitation envoyée"],
  ...["invitation renvoyée", "invitation expirée", "invitation non acceptée", "non accepté"],
  ...["non acceptée", "non validé", "non validée", "non validé(e)", "pas validé", "pas validée"],
  ...["pas encore validé", "pas encore validée", "à valider", "non confirmé", "non confirmée"],
  ...["pas encore confirmé", "pas encore confirmée", "non vérifié", "non vérifiée", "non activé"],
  ...["non activée"],

  ...["pendiente", "validación pendiente", "pendiente de validación", "pendiente de validar"],
  ...["invitación pendiente", "pendiente de invitación", "confirmación pendiente"],
  ...["pendiente de confirmación", "en espera", "en espera de validación", "invitado", "invitada"],
  ...["invitación enviada", "invitación reenviada", "invitación caducada", "invitación vencida"],
  ...["invitación expirada", "invitación no aceptada", "no aceptado", "no aceptada", "no validado"],
  ...["no validada", "sin validar", "por validar", "no confirmado", "no confirmada", "sin confirmar"],
  ...["no verificado", "no verificada", "sin verificar", "no activado", "no activada"],

  ...["ausstehend", "ausstehende Validierung", "Validierung ausstehend", "ausstehende Einladung"],
  ...["Einladung ausstehend", "ausstehende Bestätigung", "Bestätigung ausstehend"],
  ...["wartet auf Validierung", "wartet auf Bestätigung", "warten auf Bestätigung", "eingeladen"],
  ...["Einladung gesendet", "Einladung verschickt", "Einladung versendet", "Einladung abgelaufen"],
  ...["Einladung nicht angenommen", "nicht angenommen", "nicht akzeptiert", "nicht validiert"],
  ...["noch nicht validiert", "unvalidiert", "nicht bestätigt", "noch nicht bestätigt"],
  ...["unbestätigt", "nicht verifiziert", "noch nicht verifiziert", "nicht aktiviert"],
] as const;

/** Each is a whole cell: "not validated" and "invalid" hold such a word and say the contrary. */
export const acceptedPhrases = [
  ...["active", "activated", "validated", "verified", "confirmed", "accepted", "invitation accepted"],
  ...["invite accepted", "user validated", "email validated", "email verified"],
  ...["actif", "activé", "activée", "activé(e)", "validé", "validée", "validé(e)", "vérifié", "vérifiée"],
  ...["confirmé", "confirmée", "confirmé(e)", "accepté", "acceptée", "accepté(e)", "invitation acceptée"],
  ...["activo", "activa", "activado", "activada", "validado", "validada", "verificado", "verificada"],
  ...["confirmado", "confirmada", "aceptado", "aceptada", "invitación aceptada"],
  ...["aktiv", "aktiviert", "validiert", "verifiziert", "bestätigt", "bestaetigt", "angenommen"],
  ...["akzeptiert", "Einladung angenommen", "Einladung akzeptiert"],
] as const;

/** Somebody who is connected has accepted; Aircall's own words first (aircall.md 2.3). */
export const connectedPhrases = [
  ...["available", "in call", "in a call", "on a call", "after call work", "do not disturb", "online"],
  ...["disponible", "en appel", "en ligne", "travail après appel", "post-appel", "ne pas déranger"],
  ...["en llamada", "en una llamada", "trabajo posterior a la llamada", "no molestar", "en línea"],
  ...["verfügbar", "im Gespräch", "in einem Anruf", "Nachbearbeitung", "nicht stören"],
] as const;

/** Values of the API's opening hours, which no dashboard shows: a column that holds one says nothing of invitations (aircall.md 2.3). */
export const openingHoursPhrases = ["custom", "always_open", "always_opened", "always_closed"] as const;

/** Words that turn a phrase around. */
export const negations = [
  ...["not", "no", "non", "never", "none", "longer", "without", "pas", "plus", "jamais", "sans"],
  ...["sin", "nunca", "ya", "nicht", "nie", "kein", "keine", "mehr", "ohne"],
] as const;
