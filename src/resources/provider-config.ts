/** The provider's configuration: which tenant, and with which identity it is reached. */
import type { PropertyTable } from "./definition";

export const providerConfig: PropertyTable = {
  tenant: {
    type: { kind: "string" },
    required: true,
    replaceOnChange: true,
    environment: "AIRCALL_MAILFLOW_TENANT",
    docs: "The tenant: its GUID, or its initial domain such as `contoso.onmicrosoft.com`. Another tenant replaces every resource.",
  },
  clientId: {
    type: { kind: "string" },
    environment: "AIRCALL_MAILFLOW_CLIENT_ID",
    docs: "Application (client) id of the app registration that may manage Exchange.",
  },
  clientSecret: {
    type: { kind: "string" },
    secret: true,
    environment: "AIRCALL_MAILFLOW_CLIENT_SECRET",
    docs: "Client secret of the app registration.",
  },
  endpoint: {
    type: { kind: "string" },
    environment: "AIRCALL_MAILFLOW_ENDPOINT",
    docs: "Address of the Exchange admin API, for sovereign clouds or an embedded tenant; the worldwide service where absent.",
  },
  authority: {
    type: { kind: "string" },
    environment: "AIRCALL_MAILFLOW_AUTHORITY",
    docs: "Address of the token authority, for sovereign clouds or an embedded tenant; the worldwide one where absent.",
  },
};
