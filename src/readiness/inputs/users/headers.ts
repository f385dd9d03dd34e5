/** The Aircall user list's columns in the languages of Aircall's guide, and those that Aircall's API would give (aircall.md 2.3, 2.5). */
import { emailHeaders, signInNameHeaders } from "../../../tenants/csv/address-headers";
import type { TableFormat } from "../table-format";

export const apiFields = ["availabilityStatus", "available", "state", "substatus"] as const;

export type UserField =
  | "email"
  | "signInName"
  | "firstName"
  | "lastName"
  | "name"
  | "role"
  | "status"
  | "availability"
  | "login"
  | "singleSignOn"
  | "invited"
  | "created"
  | "mobileApp"
  | (typeof apiFields)[number];

/** Aircall's import asks for first name, last name, e-mail and role (aircall.md 2.5); the status is what the check needs. */
export const userTemplate = ["First name", "Last name", "Email", "Role", "Status"] as const;
export const userTemplateOptional = ["Login", "Invited", "Mobile app"] as const;

export const userFormat = {
  name: `an Aircall user list with the columns ${userTemplate.join(", ")}`,
  isTemplate: true,
  required: [["email", "signInName"]],
  addresses: ["email", "signInName"],
  headers: {
    email: emailHeaders,
    signInName: signInNameHeaders,
    firstName: ["First name", "Given name", "Forename", "Prénom", "Nombre", "Nombre de pila", "Vorname"],
    lastName: [
      ...["Last name", "Surname", "Family name", "Nom", "Nom de famille"],
      ...["Apellido", "Apellidos", "Nachname", "Familienname"],
    ],
    name: [
      ...["Name", "Full name", "Display name", "User", "User name", "Nom complet", "Nom d'affichage"],
      ...["Utilisateur", "Nom de l'utilisateur", "Nombre completo", "Usuario", "Nombre de usuario"],
      ...["Vollständiger Name", "Anzeigename", "Benutzer", "Benutzername"],
    ],
    role: ["Role", "Role name", "User role", "Rôle", "Rôle utilisateur", "Rol", "Rol de usuario", "Rolle"],
    status: [
      ...["Status", "User status", "Invitation", "Invitation status", "Validation", "Validation status"],
      ...["Statut", "État", "Statut de l'utilisateur", "Statut de l'invitation", "Statut d'invitation"],
      ...["Estado", "Estado del usuario", "Estado de la invitación", "Validación"],
      ...["Benutzerstatus", "Einladungsstatus", "Einladung", "Validierung", "Validierungsstatus"],
    ],
    availability: ["Availability", "Disponibilité", "Disponibilidad", "Verfügbarkeit"],
    login: [
      ...["Login", "Login method", "Sign-in", "Sign-in method", "Authentication", "Authentication method"],
      ...["Connexion", "Mode de connexion", "Méthode de connexion", "Authentification"],
      ...["Méthode d'authentification", "Inicio de sesión", "Método de inicio de sesión"],
      ...["Autenticación", "Método de autenticación"],
      ...["Anmeldung", "Anmeldeart", "Anmeldemethode", "Authentifizierung", "Authentifizierungsmethode"],
    ],
    singleSignOn: [
      ...["SSO", "Single sign-on", "Uses SSO", "Authentification unique"],
      ...["Inicio de sesión único", "Einmalanmeldung"],
    ],
    invited: [
      ...["Invited", "Invited on", "Invited at", "Invitation date", "Invitation sent", "Last invited"],
      ...["Invité le", "Date d'invitation", "Date de l'invitation", "Invitation envoyée le"],
      ...["Invitado el", "Fecha de invitación", "Fecha de la invitación", "Invitación enviada el"],
      ...["Eingeladen am", "Einladungsdatum", "Einladung gesendet am"],
    ],
    created: [
      ...["Created", "Created on", "Created at", "Creation date", "Date created", "Créé le"],
      ...[
        "Date de création",
        "Creado el",
        "Fecha de creación",
        "Erstellt",
        "Erstellt am",
        "Erstellungsdatum",
      ],
    ],
    mobileApp: [
      ...["Mobile app", "Uses mobile app", "Application mobile", "App mobile"],
      ...["Utilise l'application mobile", "Aplicación móvil", "App móvil", "Usa la aplicación móvil"],
      ...["Mobile Anwendung", "Nutzt die mobile App"],
    ],
    availabilityStatus: ["availability_status"],
    available: ["available"],
    state: ["state"],
    substatus: ["substatus"],
  },
} as const satisfies TableFormat<UserField>;
