/** Words of addresses that belong to a role or a team, and which several people may read (aircall.md 4.3). */

/** Anywhere in the local part, between points, hyphens and digits. Accents are folded. */
const anywhere = [
  // English
  ...["info", "infos", "information", "support", "helpdesk", "servicedesk", "contact", "contacts", "sales"],
  ...["office", "admin", "admins", "administrator", "administration", "service", "services", "team", "teams"],
  ...["reception", "frontdesk", "switchboard", "billing", "invoice", "invoices", "invoicing", "accounting"],
  ...["accounts", "finance", "payroll", "purchasing", "procurement", "orders", "booking", "bookings"],
  ...["reservations", "hr", "recruiting", "recruitment", "careers", "jobs", "marketing", "press", "media"],
  ...["customer", "customers", "customerservice", "customercare", "customersupport", "hotline", "dispatch"],
  ...["shared", "group", "everyone", "staff", "operations", "logistics", "webmaster", "postmaster"],
  ...["hostmaster", "abuse", "noreply", "donotreply", "newsletter", "notifications", "mailer", "enquiries"],
  ...["inquiries", "feedback", "helpline"],
  // français
  ...["accueil", "vente", "ventes", "commercial", "commerciaux", "rh", "compta", "comptabilite"],
  ...["facturation", "factures", "equipe", "standard", "secretariat", "bureau", "agence", "commandes"],
  ...["commande", "devis", "achats", "logistique", "recrutement", "informatique", "juridique", "sav"],
  ...["clients", "client", "serviceclient", "assistance", "renseignements", "groupe", "partage"],
  // Deutsch
  ...["empfang", "zentrale", "vertrieb", "verkauf", "buero", "buro", "kontakt", "buchhaltung", "rechnung"],
  ...["rechnungen", "rechnungswesen", "einkauf", "bestellung", "bestellungen", "kundenservice"],
  ...["kundendienst", "kundenbetreuung", "bewerbung", "bewerbungen", "personalabteilung", "sekretariat"],
  ...["verwaltung", "gruppe", "auskunft", "anfrage", "anfragen", "geschaeftsstelle"],
  // español
  ...["ventas", "soporte", "atencion", "atencionalcliente", "contacto", "facturacion", "facturas"],
  ...["contabilidad", "recepcion", "oficina", "equipo", "pedidos", "compras", "administracion", "centralita"],
  ...["recursoshumanos", "rrhh", "empleo", "clientes", "informacion", "secretaria", "grupo"],
] as const;

/** Names of people too: only as the whole local part. */
const alone = [
  ...["mail", "email", "post", "hello", "hi", "help", "desk", "it", "edv", "shop", "store", "user", "users"],
  ...["aircall", "phone", "calls", "callcenter", "all", "test", "root", "security", "legal", "me"],
  ...["bonjour", "aide", "boutique", "direction", "presse", "tous", "telephone", "ecoute"],
  ...["hilfe", "technik", "personal", "alle", "telefon", "laden"],
  ...["hola", "ayuda", "tienda", "correo", "telefono", "direccion", "todos", "prensa"],
] as const;

const words: ReadonlySet<string> = new Set<string>(anywhere);
const wholeWords: ReadonlySet<string> = new Set<string>([...anywhere, ...alone]);

const withoutAccents = (text: string): string =>
  /[^ -~]/u.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;

/** @returns the word that tells of a role, as the table has it; `undefined` where none does. */
export const roleWordIn = (email: string): string | undefined => {
  const local = withoutAccents(email.slice(0, email.lastIndexOf("@"))).toLowerCase();
  const tokens = local.split(/[.\-_+\d]+/u);
  // `no-reply` and `front.desk` are one word.
  const whole = tokens.join("");
  return tokens.find((token) => words.has(token)) ?? (wholeWords.has(whole) ? whole : undefined);
};
