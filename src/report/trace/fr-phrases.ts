/** French for what the evaluator words: what a stage looked at, why a way ends, which guess it rests on. */

import { withFrenchSpaces } from "../locales/french-spaces";

type Phrase = readonly [english: RegExp, french: string];

// biome-ignore format: one phrase, one line
const phrases: readonly Phrase[] = [
  [/^not: (.+)$/u, "il est faux que $1"],
  [/^rule "(.+)" matches$/u, "la règle « $1 » s'applique"],
  [/^inbox rule "(.+)" matches$/u, "la règle de boîte de réception « $1 » s'applique"],
  [/^policy rule "(.+)" selects the recipient$/u, "la règle de stratégie « $1 » couvre le destinataire"],
  [/^rule "(.+)" stops although it only reports$/u, "la règle « $1 » arrête les règles bien qu'elle ne fasse que signaler"],
  [/^the connectors take the mail$/u, "les connecteurs acceptent l'e-mail"],
  [/^not read$/u, "non lu"],
  [/^not known$/u, "non connu"],
  [/^transport rules were not read$/u, "les règles de flux de messagerie n'ont pas été lues"],
  [/^inbound connectors were not read$/u, "les connecteurs entrants n'ont pas été lus"],
  [/^the connection filter was not read$/u, "le filtre de connexion n'a pas été lu"],
  [/^its policies were not read$/u, "ses stratégies n'ont pas été lues"],
  [/^its policy rules were not read$/u, "ses règles de stratégie n'ont pas été lues"],
  [/^preset security policies were not read$/u, "les stratégies de sécurité prédéfinies n'ont pas été lues"],
  [/^there is no default policy$/u, "il n'y a pas de stratégie par défaut"],
  [/^the Tenant Allow\/Block List was not read$/u, "la liste d'autorisation et de blocage du locataire n'a pas été lue"],
  [/^the spoofed senders of the Tenant Allow\/Block List were not read$/u, "les expéditeurs usurpés de cette liste n'ont pas été lus"],
  [/^the settings of the mailbox were not read$/u, "les paramètres de la boîte n'ont pas été lus"],
  [/^the inbox rules of the mailbox were not read$/u, "les règles de boîte de réception n'ont pas été lues"],
  [/^the junk email settings of the mailbox were not read$/u, "les paramètres de courrier indésirable de la boîte n'ont pas été lus"],
  [/^no inbound connector refuses the mail$/u, "aucun connecteur entrant ne refuse l'e-mail"],
  [/^an inbound connector refuses the mail$/u, "un connecteur entrant refuse l'e-mail"],
  [/^whether an inbound connector refuses the mail is not known$/u, "on ne sait pas si un connecteur entrant refuse l'e-mail"],
  [/^connector "(.+)" refuses the hand-over$/u, "le connecteur « $1 » refuse l'e-mail"],
  [/^no enabled inbound connector is called "(.+)"$/u, "aucun connecteur entrant activé ne s'appelle « $1 »"],
  [/^does not cover the sender$/u, "ne couvre pas l'expéditeur"],
  [/^covers the sender; demands met: true$/u, "couvre l'expéditeur ; ses exigences sont remplies"],
  [/^covers the sender; demands met: false$/u, "couvre l'expéditeur ; ses exigences ne sont pas remplies"],
  [/^covers the sender; demands met: not known$/u, "couvre l'expéditeur ; on ne sait pas si ses exigences sont remplies"],
  [/^the address is on no list$/u, "l'adresse n'est sur aucune liste"],
  [/^the address is on the IP Allow List$/u, "l'adresse est sur la liste d'adresses IP autorisées"],
  [/^the address is on the IP Block List$/u, "l'adresse est sur la liste d'adresses IP bloquées"],
  [/^the IP Block List holds the address$/u, "la liste d'adresses IP bloquées contient l'adresse"],
  [/^the address is not known, so that a list may hold it$/u, "l'adresse n'est pas connue : une liste peut la contenir"],
  [/^the message has no attachment$/u, "le message n'a pas de pièce jointe"],
  [/^no attachment is of a filtered type$/u, "aucune pièce jointe n'est d'un type filtré"],
  [/^an attachment is, or may be, of a filtered type$/u, "une pièce jointe est, ou peut être, d'un type filtré"],
  [/^policy "(.+)" filters this type of attachment$/u, "la stratégie « $1 » filtre ce type de pièce jointe"],
  [/^the service takes the message for malware$/u, "le service prend le message pour un programme malveillant"],
  [/^matches, as it has no condition$/u, "s'applique, car elle n'a pas de condition"],
  [/^matches$/u, "s'applique"],
  [/^may match$/u, "s'applique peut-être"],
  [/^does not match$/u, "ne s'applique pas"],
  [/^is disabled$/u, "est désactivée"],
  [/^is switched off$/u, "est désactivée"],
  [/^does not act now: it acts from (\S+) until (\S+)$/u, "n'agit pas maintenant : elle agit de $1 à $2"],
  [/^the rules end the message: (.+)$/u, "les règles arrêtent le message : $1"],
  [/^the message leaves the rules with no SCL stamped$/u, "le message quitte les règles sans SCL attribué"],
  [/^the message leaves the rules with (SCL -?\d+)$/u, "le message quitte les règles avec $1"],
  [/^the message leaves the rules with (.+)$/u, "le message quitte les règles avec $1"],
  [/^rule "(.+)" stamps SCL (-?\d)$/u, "la règle « $1 » attribue le SCL $2"],
  [/^rule (.+)$/u, "règle $1"],
  [/^too many (?:rules|inbox rules) may match$/u, "trop de règles s'appliquent peut-être"],
  [/^too many facts are not known$/u, "trop de faits ne sont pas connus"],
  [/^covers the message$/u, "couvre le message"],
  [/^may cover the message$/u, "couvre peut-être le message"],
  [/^no entry of (\d+) covers the message$/u, "aucune des $1 entrées ne couvre le message"],
  [/^is the anti-spam policy that binds the recipient$/u, "est la stratégie anti-spam qui vaut pour le destinataire"],
  [/^is the anti-phishing policy that binds the recipient; impersonation is looked for by nothing$/u, "est la stratégie anti-hameçonnage qui vaut pour le destinataire ; rien n'y cherche l'usurpation d'identité"],
  [/^is the anti-phishing policy that binds the recipient; impersonation is looked for by (.+)$/u, "est la stratégie anti-hameçonnage qui vaut pour le destinataire ; l'usurpation d'identité y est cherchée par $1"],
  [/^no (?:anti-malware )?policy can be named: (.+)$/u, "aucune stratégie ne peut être nommée : $1"],
  [/^the filter finds nothing$/u, "le filtre ne trouve rien"],
  [/^the classifier decides: (.+)$/u, "c'est l'analyse de Microsoft qui décide : $1"],
  [/^bypassed by (.+)$/u, "le filtre est écarté : $1"],
  [/^covered by: (.+); verdict of the filter: (.+); filtering leads to: (.+)$/u, "couvert par : $1 ; verdict du filtre : $2 ; le filtrage mène à : $3"],
  [/^no setting$/u, "aucun paramètre"],
  [/^no setting allows or blocks the message$/u, "aucun paramètre n'autorise ni ne bloque le message"],
  [/^what allows or blocks: (.+)$/u, "ce qui autorise ou bloque : $1"],
  [/^IP Allow List$/u, "liste d'adresses IP autorisées"],
  [/^IP Block List$/u, "liste d'adresses IP bloquées"],
  [/^the service's safe list$/u, "la liste sûre du service"],
  [/^policy "(.+)" moves bulk mail below its threshold to Promotions$/u, "la stratégie « $1 » envoie les envois en masse sous son seuil dans Promotions"],
  [/^policy "(.+)" does (\S+) with (\S+)$/u, "la stratégie « $1 » applique $2 à $3"],
  [/^the mailbox has room$/u, "la boîte a de la place"],
  [/^the mailbox is full$/u, "la boîte est pleine"],
  [/^no restriction on who may write stops the mail$/u, "aucune restriction de remise n'arrête l'e-mail"],
  [/^a restriction on who may write stops the mail$/u, "une restriction de remise arrête l'e-mail"],
  [/^the mailbox forwards nothing$/u, "la boîte ne transfère rien"],
  [/^the mailbox forwards to (.+) and keeps a copy$/u, "la boîte transfère à $1 et garde une copie"],
  [/^the mailbox forwards to (.+) and does not keep a copy$/u, "la boîte transfère à $1 et ne garde pas de copie"],
  [/^forwarded to (.+)$/u, "transféré à $1"],
  [/^there is no inbox rule$/u, "il n'y a pas de règle de boîte de réception"],
  [/^inbox rule "(.+)"$/u, "règle de boîte de réception « $1 »"],
  [/^junk email settings are on$/u, "les paramètres de courrier indésirable sont actifs"],
  [/^junk email settings are off$/u, "les paramètres de courrier indésirable sont inactifs"],
  [/^whether (.+) lifts it is not published$/u, "il n'est pas publié si cela l'écarte : $1"],
  [/^impersonation protection of users: (\S+)$/u, "protection des utilisateurs contre l'usurpation d'identité : $1"],
  [/^impersonation protection of domains: (\S+)$/u, "protection des domaines contre l'usurpation d'identité : $1"],
  [/^impersonation protection of organization-domains: (\S+)$/u, "protection des domaines de l'organisation contre l'usurpation d'identité : $1"],
  [/^impersonation protection of mailbox-intelligence: (\S+)$/u, "veille des boîtes aux lettres contre l'usurpation d'identité : $1"],
  [/^Tenant Allow\/Block List: (\S+) (\S+)$/u, "liste d'autorisation et de blocage du locataire : $1 $2"],
  [/^(\S+) of anti-spam policy "(.+)"$/u, "$1 de la stratégie anti-spam « $2 »"],
  [/^spoofed sender (\S+) from (\S+): (\S+)$/u, "paire d'usurpation $1, depuis $2 : $3"],
  [/^spoofed sender (\S+) from (\S+): (\S+): (\S+)$/u, "paire d'usurpation $1, depuis $2 : $3, $4"],
  [/^(DlpPolicy|RuleSubType): (.+)$/u, "la règle appartient à une stratégie de protection contre la perte de données ($1 : $2)"],
  [/^(\S+@\S+) leads to (\S+@\S+), an? (\S+)$/u, "$1 mène à $2 ($3)"],
  [/^(\S+@\S+) leads to (\S+@\S+), a recipient whose type was not read$/u, "$1 mène à $2, dont le type n'a pas été lu"],
  [/^the recipient's type was not read$/u, "le type du destinataire n'a pas été lu"],
  [/^no recipient has the address (\S+)$/u, "aucun destinataire n'a l'adresse $1"],
  [/^recipients that are no mailbox were not read$/u, "les destinataires sans boîte n'ont pas été lus"],
  [/^(\S+) is InternalRelay: the mail may be routed on$/u, "$1 est un relais interne : l'e-mail peut être transmis plus loin"],
  [/^(\S+) is no accepted domain of the tenant$/u, "$1 n'est pas un domaine accepté du locataire"],
  [/^the edge does not know dynamic groups$/u, "l'entrée du service ne connaît pas les groupes dynamiques"],
  [/^whether plus addresses work was not read$/u, "on n'a pas lu si les adresses avec + fonctionnent"],
  [/^the recipient is a mail contact$/u, "le destinataire est un contact externe"],
  [/^the recipient is an? (\S+), whose delivery cannot be seen here$/u, "le destinataire est de type $1, dont la remise ne se voit pas d'ici"],
  [/^whether the mailbox is full is not known$/u, "on ne sait pas si la boîte est pleine"],
  [/^whether a restriction stops the mail is not known$/u, "on ne sait pas si une restriction arrête l'e-mail"],
  [/^the sender is on the user's blocked list$/u, "l'expéditeur est sur la liste bloquée de l'utilisateur"],
  [/^the sender is on the user's safe list$/u, "l'expéditeur est sur la liste approuvée de l'utilisateur"],
  [/^TrustedListsOnly: the sender is on no safe list$/u, "TrustedListsOnly : l'expéditeur n'est sur aucune liste approuvée"],
];

const outcomeNames: Readonly<Record<string, string>> = {
  inbox: "boîte de réception",
  junk: "indésirable",
  quarantined: "quarantaine",
  rejected: "rejet",
  deleted: "suppression",
  redirected: "redirection",
  held: "approbation",
  "left-tenant": "autre système",
  moved: "autre dossier",
  undecided: "indéterminé",
};

/** A list of outcomes, such as "quarantined, junk, inbox". */
const outcomesOf = (english: string): string | undefined => {
  const names = english.split(", ").map((name) => outcomeNames[name]);
  return names.includes(undefined) ? undefined : names.join(", ");
};

const whole = (english: string): string | undefined => {
  const found = phrases.find(([pattern]) => pattern.test(english));
  const match = found?.[0].exec(english);
  if (found === undefined || match === undefined || match === null) return outcomesOf(english);
  return withFrenchSpaces(found[1]).replace(/\$(\d)/gu, (_place, digit: string) =>
    phraseOf(match[Number(digit)] ?? ""),
  );
};

/** Joined phrases, in the order in which they are taken apart. */
const joints: readonly (readonly [english: string, french: string])[] = [
  ["; ", "\u00a0; "],
  [": ", "\u00a0: "],
];

/** The phrase in French; parts that are phrases themselves too, and what nobody translated as it is. */
export const phraseOf = (english: string): string => {
  const said = whole(english);
  if (said !== undefined) return said;
  for (const [joint, french] of joints) {
    const parts = english.split(joint);
    if (parts.length === 1) continue;
    const translated = parts.map(phraseOf);
    if (translated.some((part, place) => part !== parts[place])) return translated.join(french);
  }
  return english;
};

/** What the evaluator puts where the message itself has no text to show. */
// biome-ignore format: one phrase, one line
const standIns: readonly Phrase[] = [
  [/^mail from the Internet$/u, "du courrier d'Internet"],
  [/^no attachment$/u, "aucune pièce jointe"],
  [/^no such field$/u, "aucun champ de ce nom"],
  [/^an ordinary message$/u, "un message ordinaire"],
  [/^no SCL stamped by a rule$/u, "aucun SCL attribué par une règle"],
  [/^(\S+@\S+), not read$/u, "$1, non lu"],
  [/^(\d+) bytes$/u, "$1 octets"],
  [/^not known$/u, "non connu"],
  [/^not named$/u, "aucun nom"],
  [/^not seen in a message$/u, "rien de visible dans un message"],
  [/^not classified$/u, "aucune classification"],
  [/^classified by a rule$/u, "classifié par une règle"],
];

/** A message's own text stays as it is. */
export const standInOf = (found: string): string => {
  const standIn = standIns.find(([pattern]) => pattern.test(found));
  return standIn === undefined ? found : found.replace(standIn[0], standIn[1]);
};
