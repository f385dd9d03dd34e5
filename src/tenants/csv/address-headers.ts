/** Headers of a column of e-mail addresses, in the languages of Aircall's guide and of common exports. */

export const emailHeaders = [
  ...["Email", "E-mail address", "Mail", "Mail address", "User email", "Work email", "Primary email"],
  ...["PrimarySmtpAddress"],
  ...["Adresse e-mail", "Adresse d'e-mail", "Adresse mail"],
  ...["Courriel", "Adresse courriel", "Adresse de courriel"],
  ...["Correo", "Correo electrónico", "Dirección de correo", "Dirección de correo electrónico"],
  ...["E-Mail-Adresse", "Mailadresse"],
] as const;

/** The name to sign in to Microsoft with: mostly the address, not always. */
export const signInNameHeaders = ["UserPrincipalName", "UPN"] as const;
