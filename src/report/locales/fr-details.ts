/** French for the parts of a sentence that the model itself words: reasons, restrictions, causes. */

type Phrase = readonly [english: RegExp, french: string];

const notPublished = "n'est pas publié";

// biome-ignore format: one phrase, one line
const phrases: readonly Phrase[] = [
  [/^every Aircall sender$/u, "chaque expéditeur Aircall"],
  [/^the conditions are only known between bounds$/u, "ses conditions ne sont connues qu'entre des bornes"],
  [/^how (.+) compares \(ADComparisonOperator NotEqual\) for an external sender is not published$/u, `le résultat de la comparaison de $1 (ADComparisonOperator NotEqual) pour un expéditeur externe ${notPublished}`],
  [/^members of the group "(.+)" were not read \(Get-DistributionGroupMember\), and the recipient may be one$/u, "les membres du groupe « $1 » n'ont pas été lus (Get-DistributionGroupMember), et le destinataire peut en être"],
  [/^members of the group "(.+)" were not read \(Get-DistributionGroupMember\), and a contact for Aircall may be one$/u, "les membres du groupe « $1 » n'ont pas été lus (Get-DistributionGroupMember), et un contact pour Aircall peut en être"],
  [/^members of the groups of BetweenMemberOf were not read$/u, "les membres des groupes de BetweenMemberOf n'ont pas été lus"],
  [/^whether the recipient's manager is (.+) was not read$/u, "le supérieur du destinataire ($1) n'a pas été lu"],
  [/^(\S+) is not modelled$/u, "$1 n'est pas modélisé"],
  [/^(\S+) is not set$/u, "$1 n'est pas défini"],
  [/^no (?:words|patterns) are set for the header (.+)$/u, "aucune valeur n'est définie pour le champ $1"],
  [/^the header field to look at is not set$/u, "le champ d'en-tête à examiner n'est pas défini"],
  [/^the directory attribute "(.+)" of the recipient was not read$/u, "l'attribut d'annuaire « $1 » du destinataire n'a pas été lu"],
  [/^the recipients were not read$/u, "les destinataires n'ont pas été lus"],
  [/^whether "(.+)" is the recipient was not read$/u, "on n'a pas lu si « $1 » est le destinataire"],
  [/^"(.+)" in From is not an address, and contacts were not read$/u, "« $1 » dans From n'est pas une adresse, et les contacts n'ont pas été lus"],
  [/^(?:(?:the sender's domain|words in the sender's address|patterns on the sender's address), looked for in )?the envelope sender, which Aircall does not publish$/u, "elle regarde l'expéditeur de l'enveloppe, qu'Aircall ne publie pas"],
  [/^whether the sending IP is in (.+): Aircall's addresses are not published$/u, "on ne sait pas si l'adresse IP d'envoi est dans $1 : celles d'Aircall ne sont pas publiées"],
  [/^what stands in the (.+) field of Aircall's mail is not published$/u, `le contenu du champ $1 du courrier d'Aircall ${notPublished}`],
  [/^what stands in the To field besides the address is not published$/u, `ce que contient le champ To en plus de l'adresse ${notPublished}`],
  [/^the size "(.+)" cannot be read$/u, "la taille « $1 » est illisible"],
  [/^the names of inline images in Aircall's mail are not published$/u, "les noms des images incorporées dans le courrier d'Aircall ne sont pas publiés"],
  [/^the size of inline images in Aircall's mail is not published$/u, "la taille des images incorporées dans le courrier d'Aircall n'est pas publiée"],
  [/^whether the service knows the type of an inline image in Aircall's mail$/u, "on ne sait pas si le service reconnaît le type des images incorporées dans le courrier d'Aircall"],
  [/^whether SCLOver (.+) holds before any spam confidence level is stamped is not published$/u, `le résultat de SCLOver $1 avant l'attribution d'un SCL ${notPublished}`],
  [/^the classification that an earlier rule stamped$/u, "une règle précédente attribue une classification"],
  [/^a disclaimer added by an earlier rule changes the body$/u, "une mention ajoutée par une règle précédente change le corps"],
  [/^UseLegacyRegex selects a regular expression syntax outside the model$/u, "UseLegacyRegex choisit une syntaxe d'expressions régulières hors du modèle"],
  [/^the regular expression dialect of "(.+)" is not fully published$/u, "le dialecte de l'expression régulière « $1 » n'est pas entièrement publié"],
  [/^the pattern "(.+)" uses a construct outside the model$/u, "l'expression « $1 » emploie une construction hors du modèle"],
  [/^which characters delimit the word "(.+)" is not published$/u, "les caractères qui délimitent le mot « $1 » ne sont pas publiés"],
  [/^whether word conditions see HTML source or text is not published$/u, `il ${notPublished} si les conditions sur des mots voient la source HTML ou le texte`],
  [/^rule "(.+)" sets (.+): not in the table of parameters(, which is outside the model)?$/u, "la règle « $1 » définit $2, que le modèle ne connaît pas"],
  [/^rule "(.+)" sets (.+), which is outside the model$/u, "la règle « $1 » définit $2, qui est hors du modèle"],
  [/^(\S+): not in the table of parameters$/u, "$1, que le modèle ne connaît pas"],
  [/^whether StopRuleProcessing of "(.+)" stops in mode (\S+)$/u, `il ${notPublished} si StopRuleProcessing de « $1 » arrête les règles en mode $2`],
  [/^whether the (blocked|allowed) domain (\S+) of "(.+)" covers its subdomains is not published$/u, `il ${notPublished} si le domaine $2 de « $3 » couvre ses sous-domaines`],
  [/^whether the rule "(.+)" covers the recipient is not known: recipients or members of groups \(Get-DistributionGroupMember\) were not read$/u, "on ne sait pas si la règle « $1 » couvre le destinataire : les destinataires ou les membres de groupes (Get-DistributionGroupMember) n'ont pas été lus"],
  [/^whether the preset "(.+)" covers the recipient is not known: recipients or members of groups \(Get-DistributionGroupMember\) were not read$/u, "on ne sait pas si la stratégie prédéfinie « $1 » couvre le destinataire : les destinataires ou les membres de groupes (Get-DistributionGroupMember) n'ont pas été lus"],
  [/^a rule sets SCL (\S+) while the policy "(.+)" blocks (\S+)$/u, "une règle attribue le SCL $1 alors que la stratégie « $2 » bloque $3"],
  [/^the policy "(.+)" allows (\S+) while a rule sets SCL (\S+)$/u, "la stratégie « $1 » autorise $2 alors qu'une règle attribue le SCL $3"],
  [/^the policy "(.+)" allows (\S+) while it also blocks the sender$/u, "la stratégie « $1 » autorise $2 et bloque aussi l'expéditeur"],
  [/^which wins is not published$/u, `ce qui l'emporte ${notPublished}`],
  [/^(\S+List): (.+), which mail from Aircall may meet$/u, "$1 : $2, ce que le courrier d'Aircall peut rencontrer"],
  [/^(\S+) is on, which mail from Aircall may meet$/u, "$1 est activé, ce que le courrier d'Aircall peut rencontrer"],
  [/^BulkMovesEnabled sends bulk mail to a Promotions folder$/u, "BulkMovesEnabled envoie les envois en masse dans un dossier Promotions"],
  [/^(\S+) "(.+)" is not known$/u, "la valeur « $2 » de $1 n'est pas connue"],
  [/^delivery restrictions, junk lists, inbox rules, forwarding and quota are not modelled yet$/u, "les restrictions de remise, listes d'indésirables, règles de boîte de réception, transferts et quotas ne sont pas encore modélisés"],
  [/^Settings of single mailboxes$/u, "Paramètres de chaque boîte aux lettres"],
  [/^The anti-spam policy "(.+)"$/u, "La stratégie anti-spam « $1 »"],
  [/^The anti-spam policy$/u, "La stratégie anti-spam"],
  [/^A rule$/u, "Une règle"],
  [/^accepts listed IP addresses only$/u, "n'accepte que les adresses IP de sa liste"],
  [/^accepts one TLS certificate only$/u, "n'accepte qu'un certificat TLS"],
  [/^refuses connections without TLS$/u, "refuse les connexions sans TLS"],
  [/^skips listed hops, as behind a gateway$/u, "saute les relais de sa liste, comme derrière une passerelle"],
  [/^user protection$/u, "la protection des utilisateurs"],
  [/^domain protection$/u, "la protection des domaines"],
  [/^mailbox intelligence$/u, "la veille des boîtes aux lettres"],
  [/^automaton states$/u, "états de l'automate"],
  [/^intersection states$/u, "états de l'intersection"],
  [/^choices between conditions$/u, "choix entre conditions"],
  [/^the transport rule "(.+)" starts to act$/u, "la règle de flux de messagerie « $1 » entre en vigueur"],
  [/^the transport rule "(.+)" expires$/u, "la règle de flux de messagerie « $1 » expire"],
  [/^the Tenant Allow\/Block List entry (\S+) expires$/u, "l'entrée $1 de la liste d'autorisation et de blocage du locataire expire"],
];

const phrase = (english: string): string | undefined => {
  const found = phrases.find(([pattern]) => pattern.test(english));
  return found && english.replace(found[0], found[1]);
};

/** Joined reasons, in the order in which they are taken apart. */
const joints: readonly (readonly [string, string])[] = [
  ["; ", " ; "],
  [" and ", " et "],
  [", ", ", "],
];

/**
 * The phrase in French. One that names a parameter first keeps it; joined phrases are taken apart; what is not known,
 * such as a rule's own name, stays as it is.
 */
export const translate = (english: string): string => {
  const whole = phrase(english);
  if (whole !== undefined) return whole;
  const [, parameter, reason] = /^((?:ExceptIf)?[A-Z]\w+): (.+)$/su.exec(english) ?? [];
  const behind = reason === undefined ? undefined : phrase(reason);
  if (parameter !== undefined && behind !== undefined) return `${parameter} : ${behind}`;
  for (const [joint, french] of joints) {
    const parts = english.split(joint);
    if (parts.length === 1) continue;
    const translated = parts.map(translate);
    if (translated.some((part, place) => part !== parts[place])) return translated.join(french);
  }
  return english;
};
