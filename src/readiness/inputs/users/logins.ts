/** How somebody signs in, in the words of lists: with e-mail and password, or through the company (aircall.md 1.1, 2.5). */

import type { LoginMethod } from "../../facts";
import { readAnswer } from "../answers";
import { type PhraseTable, phraseReader } from "../phrases";

export const loginWords = {
  password: [
    ...["password", "email", "e-mail", "mail", "email and password", "e-mail and password", "email/password"],
    ...["e-mail + password", "mot de passe", "e-mail et mot de passe", "adresse e-mail et mot de passe"],
    ...["contraseña", "correo", "correo electrónico", "correo y contraseña"],
    ...["correo electrónico y contraseña", "Passwort", "Kennwort", "E-Mail und Passwort"],
    ...["E-Mail und Kennwort"],
  ],
  "single-sign-on": [
    ...["SSO", "SAML", "SAML SSO", "SSO SAML", "SAML 2.0", "single sign-on", "single sign on (SSO)"],
    ...["Google", "Google Sign-in", "Google SSO", "Sign in with Google", "Google Workspace"],
    ...["Entra", "Entra ID", "Microsoft Entra", "Microsoft Entra ID", "Azure AD", "Okta", "JumpCloud"],
    ...["PingOne", "Auth0", "authentification unique", "connexion Google", "connexion unique"],
    ...["inicio de sesión único", "inicio de sesión con Google", "Einmalanmeldung", "Google-Anmeldung"],
  ],
} as const satisfies PhraseTable<LoginMethod>;

export const readLogin = phraseReader<LoginMethod>(loginWords);

/** A column about single sign-on may answer with yes or no. */
export const readSingleSignOn = (text: string): LoginMethod | undefined => {
  const answer = readAnswer(text);
  if (answer === undefined) return readLogin(text);
  return answer ? "single-sign-on" : "password";
};
