/** What is known of Aircall's mail: senders, vocabulary, and the assumptions that stand in for what is not published. */
import { fromRegularExpression, type Language, quote } from "./language/language";
import { digits, exactText, fromSteps, type Piece } from "./language/vocabulary";

/** The published sender addresses (aircall.md 1.3). Which of them carries the login code is not published. */
export const aircallSenders = [
  "noreply@aircall.io",
  "team@aircall.io",
  "noreply@notify.aircall.io",
  "customeroperations-global@aircall.io",
  "aircall-support@aircall.io",
] as const;

/** Domains of those senders. A bare domain does not cover its subdomain everywhere (exchange-online.md 9.1). */
export const aircallDomains = ["aircall.io", "notify.aircall.io"] as const;

/** A link that must stay as it is for an invitation to be accepted (aircall.md 1.3). */
export interface InvitationLink {
  readonly host: string;
  /** Whether a label that differs from mail to mail stands before the host. */
  readonly isBelow: boolean;
  /** `undefined` where not published. */
  readonly scheme: "https" | undefined;
  /** Before the query; `undefined` where not published. */
  readonly path: string | undefined;
}

/** The button of an invitation leads through Amazon's click tracking to Aircall's own page (aircall.md 1.3). */
export const invitationLinks: readonly InvitationLink[] = [
  { host: "r.us-west-2.awstrack.me", isBelow: true, scheme: undefined, path: undefined },
  {
    host: "email-verification.aircall.io",
    isBelow: false,
    scheme: "https",
    path: "/auth/v1/users/identities/confirmation",
  },
];

/** A published or unpublished fact a verdict rests on. */
export interface Assumption {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** How many real mails were handed in that bear it out; absent where none did. */
  readonly confirmedBy?: number;
}

// biome-ignore format: one assumption, one line
export const assumptions = {
  senders: { id: "senders", text: "Aircall writes from its five published addresses only.", source: "aircall.md 1.3" },
  dmarc: { id: "dmarc-pass", text: "Genuine Aircall mail passes SPF, DKIM and DMARC, and the service stamps dmarc=pass with spaces or semicolons around it.", source: "aircall.md 1.3, exchange-online.md 3.9" },
  envelope: { id: "envelope-sender", text: "The envelope sender is under aircall.io or amazonses.com.", source: "aircall.md 1.3" },
  displayName: { id: "display-name", text: "The display name contains Aircall.", source: "aircall.md 1.3" },
  size: { id: "size", text: "A message is between 1 KB and 1 MB, most likely from 2 KB to 200 KB.", source: "aircall.md 1.3" },
  attachments: { id: "no-attachment", text: "A message has no attachment but inline images with plain names.", source: "exchange-online.md 2.4" },
  importance: { id: "normal-importance", text: "A message has normal importance and is not signed, encrypted, a calendar item, an automatic reply or a receipt.", source: "exchange-online.md 2.4" },
  characterSet: { id: "character-set", text: "The body is written in UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15 or Windows-1252.", source: "exchange-online.md 2.4" },
  vocabulary: { id: "vocabulary", text: "Likely text is made of the words of a login, an invitation or a password message in English, French, Spanish and German, six digits, and links to Aircall.", source: "aircall.md 1.1" },
  links: { id: "links", text: "Links in a message lead to aircall.io or through Amazon's click tracking (awstrack.me), and no inline image is a file that the tenant blocks.", source: "aircall.md 1.3" },
  senderHeader: { id: "sender-header", text: "A message has no Sender or Reply-To field that names another domain.", source: "exchange-online.md 2.2" },
  residual: { id: "malware-and-high-confidence-phish", text: "The service does not take the message for malware or high-confidence phishing, which no tenant can switch off.", source: "exchange-online.md 3.4" },
  foreignHeaders: { id: "foreign-authentication-results", text: "The service removes or renames an Authentication-Results field that a sender put there.", source: "exchange-online.md 5" },
  oneRecipient: { id: "one-recipient", text: "Each message goes to one recipient at the primary address.", source: "exchange-online.md 2.3" },
  rulesInForce: { id: "rules-in-force", text: "The rules read are in force; a change takes up to 30 minutes or more.", source: "exchange-online.md 2.9" },
  userSettings: { id: "organisation-scope", text: "Settings of single mailboxes (junk lists, inbox rules, forwarding, quota) are outside this scope.", source: "exchange-online.md 4" },
  edge: { id: "edge", text: "The recipient exists and the service's own network and reputation checks accept the connection.", source: "exchange-online.md 3.1" },
  mailExchanger: { id: "mx-at-provider", text: "The MX record of each domain points at Exchange Online.", source: "exchange-online.md 3.8" },
  regularExpressions: { id: "pattern-dialect", text: "Regular expressions mean what .NET's mean where both bounds of the model agree, and no message holds a long s or a Kelvin sign, which engines compare differently.", source: "exchange-online.md 2.6" },
  sclBypass: { id: "scl-bypass", text: "SCL -1 set by a rule takes the spam, bulk, spoof and phish verdicts out of the question.", source: "exchange-online.md 3.4" },
  allowedList: { id: "allowed-list", text: "An allowed sender or domain of the anti-spam policy takes the spam, bulk, spoof and phish verdicts out of the question.", source: "exchange-online.md 3.4" },
  tenantList: { id: "tenant-list", text: "An allow entry of the Tenant Allow/Block List that has not lapsed takes the spam, bulk, spoof and phish verdicts out of the question.", source: "exchange-online.md 3.4, 5" },
  allowedAddress: { id: "allowed-address", text: "An address of the IP Allow List takes the spam, bulk and phish verdicts out of the question for mail that passes DMARC.", source: "exchange-online.md 3.4" },
  safeSender: { id: "safe-sender", text: "A user's safe sender takes the spam, bulk, spoof and phish verdicts out of the question for that mailbox.", source: "exchange-online.md 3.4" },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof assumptions;

// biome-ignore format: words by language
const words: readonly string[] = [
  // English
  "your", "aircall", "verification", "code", "is", "the", "a", "to", "for", "and", "or", "of", "in", "this", "that", "you", "we", "our", "it", "with", "on", "at", "not", "if", "use", "enter", "login", "log", "sign", "signin", "account", "email", "e-mail", "mail", "address", "confirm", "confirmation", "invitation", "invite", "invited", "join", "accept", "team", "welcome", "password", "reset", "security", "secure", "verify", "verified", "unsubscribe", "click", "here", "link", "button", "below", "request", "requested", "expires", "expire", "minutes", "hello", "hi", "thanks", "thank", "please", "new", "user", "access", "one-time", "otp", "authentication", "two-factor", "mfa", "2fa", "phone", "support", "help", "center", "noreply", "do", "reply", "message", "received", "attempt", "device", "ignore", "no", "action", "update", "change", "changed",
  // français
  "votre", "le", "la", "les", "de", "du", "des", "est", "vérification", "connexion", "compte", "adresse", "confirmer", "invité", "rejoindre", "accepter", "équipe", "bienvenue", "mot", "passe", "réinitialiser", "sécurité", "vérifier", "désabonner", "désinscrire", "cliquez", "ici", "lien", "bonjour", "merci", "nouveau", "utilisateur", "accès", "authentification", "téléphone", "aide", "pour", "et", "vous", "ce", "un", "une",
  // español
  "tu", "su", "código", "verificación", "inicio", "sesión", "cuenta", "correo", "dirección", "invitación", "unirse", "aceptar", "equipo", "bienvenido", "contraseña", "restablecer", "seguridad", "haga", "clic", "aquí", "enlace", "hola", "gracias", "darse", "baja", "y", "el", "es", "para",
  // Deutsch
  "ihr", "dein", "ist", "der", "die", "das", "bestätigungscode", "verifizierung", "anmeldung", "anmelden", "konto", "adresse", "bestätigen", "einladung", "beitreten", "annehmen", "willkommen", "passwort", "zurücksetzen", "sicherheit", "klicken", "sie", "hier", "hallo", "danke", "abmelden", "und", "für",
];

const separators = [..." .,:;!?'\n\r()-"].map(exactText);
// biome-ignore format: one list
const links = ["https://dashboard.aircall.io/", "https://email-verification.aircall.io/auth/v1/users/identities/confirmation", "https://assets.aircall.io/", "https://aircall.io/"];
// biome-ignore format: one skeleton
const tags = ["<html>", "</html>", "<body>", "</body>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "</a>", "<span>", "</span>"];
// biome-ignore format: two shapes of link
const linkTags = links.flatMap((link) => [`<a href="${link}">`, `<img src="${link}" width="1" height="1">`, `<img src="${link}">`]);

/** Words of the vocabulary, more words, and six-digit codes. */
const tokensOf = (more: readonly string[]): readonly Piece[] => [
  ...[...new Set([...words, ...more])].map(exactText),
  digits(6),
];

/** Subjects Aircall plausibly writes: tokens with separators between and behind them. */
export const likelySubjects = (more: readonly string[]): Language =>
  fromSteps(
    `likely subjects ${JSON.stringify(more)}`,
    [
      { from: ["start", "separated"], to: "written", pieces: tokensOf(more) },
      { from: ["written", "separated"], to: "separated", pieces: separators },
    ],
    "start",
    ["start", "written", "separated"],
  );

/** Bodies Aircall plausibly writes: the same tokens inside an HTML skeleton with links and a tracking pixel. */
export const likelyBodies = (more: readonly string[]): Language =>
  fromSteps(
    `likely bodies ${JSON.stringify(more)}`,
    [
      { from: ["start"], to: "written", pieces: tokensOf(more) },
      {
        from: ["start", "written"],
        to: "start",
        pieces: [...separators, ...[...tags, ...linkTags, ...links].map(exactText)],
      },
    ],
    "start",
    ["start"],
  );

export const likelySubject: Language = likelySubjects([]);
export const likelyBody: Language = likelyBodies([]);

/** Envelope senders under these domains. */
export const envelopeSendersOf = (domains: readonly string[]): Language =>
  fromRegularExpression(
    `[a-z0-9._=+-]+@(?:[a-z0-9-]+\\.)*(?:${domains.map((domain) => quote(domain.toLowerCase())).join("|")})`,
  );

/** Envelope senders of genuine mail (assumption `envelope-sender`). */
export const envelopeSenders: Language = envelopeSendersOf(["aircall.io", "amazonses.com"]);

const host = "[a-z0-9-]+(?:\\.[a-z0-9-]+)*";
const envelopeHost = "(?:[a-z0-9-]+\\.)*(?:aircall\\.io|amazonses\\.com)";
const ipAddress = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}";
const noSignature = "none \\(message not signed\\) header\\.d=none";
const signature = (domain: string) => `pass \\(signature was verified\\) header\\.d=${domain}`;

/** Authentication-Results as the service stamps it on genuine mail from `domain` (exchange-online.md 3.9). */
export const genuineAuthenticationResults = (domain: string): Language =>
  fromRegularExpression(
    [
      `spf=pass \\(sender ip is ${ipAddress}\\) smtp\\.mailfrom=${envelopeHost}`,
      ` dkim=${signature(envelopeHost)}`,
      ` ?dmarc=pass action=none header\\.from=${quote(domain)}`,
      "compauth=pass reason=[17][0-9][0-9]",
    ].join(";"),
  );

/** Authentication-Results on mail that claims to be from `domain` and fails DMARC; SPF and DKIM may pass for another domain. */
export const forgedAuthenticationResults = (domain: string): Language =>
  fromRegularExpression(
    [
      `spf=(?:pass|fail|none|neutral|softfail|temperror|permerror) \\(sender ip is ${ipAddress}\\) smtp\\.mailfrom=${host}`,
      ` dkim=(?:${signature(host)}|${noSignature}|fail \\(body hash did not verify\\) header\\.d=${host})`,
      ` ?dmarc=(?:fail|none|temperror|permerror) action=(?:none|quarantine|oreject|pct\\.quarantine|pct\\.reject) header\\.from=${quote(domain)}`,
      "compauth=(?:fail|none|softpass|pass) reason=[0-9]{3}",
    ].join(";"),
  );

/** Bytes: nothing Aircall sends is as large as `below`; plausible sizes lie in `likely`. */
export const sizes = { from: 1_024, below: 1_048_576, likely: [2_048, 204_800] } as const;

export const characterSets = ["utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"] as const;
export const likelyCharacterSets = ["utf-8"] as const;

/** File extensions of inline images a message may carry. */
export const inlineImageExtensions = ["png", "jpg", "jpeg", "gif", "svg"] as const;
