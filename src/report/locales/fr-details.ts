/** French for the parts of a sentence that the model itself words: reasons, restrictions, causes. */
import { realityPhrases } from "./fr-reality";
import { withFrenchSpaces } from "./french-spaces";

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
  [/^rule "(.+)" sets (.+): the rule has some that were not printed(, which is outside the model)?$/u, "la règle « $1 » a des $2 qui n'ont pas été affichés"],
  [/^rule "(.+)" sets IsRuleConfigurationSupported: the rule does more than the cmdlet shows(, which is outside the model)?$/u, "la règle « $1 » fait plus que ce que montre l'applet de commande (IsRuleConfigurationSupported)"],
  [/^rule "(.+)" sets IsValid: the service says that the rule is not valid(, which is outside the model)?$/u, "le service dit que la règle « $1 » n'est pas valide (IsValid)"],
  [/^rule "(.+)" sets (\S+): "(.+)" is no domain(, which is outside the model)?$/u, "la règle « $1 » définit $2, dont la valeur « $3 » n'est pas un domaine"],
  [/^rule "(.+)" sets (.+), which is outside the model$/u, "la règle « $1 » définit $2, qui est hors du modèle"],
  [/^(\S+): not in the table of parameters$/u, "$1, que le modèle ne connaît pas"],
  [/^(\S+): the rule has some that were not printed$/u, "$1 : la règle en a qui n'ont pas été affichés"],
  [/^IsRuleConfigurationSupported: the rule does more than the cmdlet shows$/u, "IsRuleConfigurationSupported : la règle fait plus que ce que montre l'applet de commande"],
  [/^IsValid: the service says that the rule is not valid$/u, "IsValid : le service dit que la règle n'est pas valide"],
  [/^(\S+): "(.+)" is no domain$/u, "$1 : « $2 » n'est pas un domaine"],
  [/^(\S+): (.+) cannot be read$/u, "$1 : $2 est illisible"],
  [/^it sets Priority: (\d+) is that of another rule too$/u, "sa priorité $1 est aussi celle d'une autre règle"],
  [/^whether a message of exactly (\d+) bytes counts is not published$/u, `il ${notPublished} si un message d'exactement $1 octets compte`],
  [/^an earlier rule writes or removes the field Subject$/u, "une règle précédente écrit ou retire le champ Subject"],
  [/^whether the group "(.+)" holds the envelope sender, which Aircall does not publish$/u, `il ${notPublished} si le groupe « $1 » contient l'expéditeur de l'enveloppe`],
  [/^a name in From is not an address, and contacts were not read$/u, "un nom de From n'est pas une adresse, et les contacts n'ont pas été lus"],
  [/^whether forged mail is addressed to somebody else as well$/u, "on ne sait pas si le courrier falsifié est aussi adressé à quelqu'un d'autre"],
  [/^UseDatabaseQuotaDefaults was not read$/u, "UseDatabaseQuotaDefaults n'a pas été lu"],
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
  [/^(\S+) is in Test, and what TestModeAction BccMessage does is not published$/u, `$1 est en mode Test, et l'effet de TestModeAction BccMessage ${notPublished}`],
  [/^Microsoft does not publish its list of words$/u, "Microsoft ne publie pas sa liste de mots"],
  [/^whether Aircall's mail passes the Sender ID check is not published$/u, `il ${notPublished} si le courrier d'Aircall satisfait le contrôle Sender ID`],
  [/^SPF fails behind the gateway without Enhanced Filtering$/u, "SPF échoue derrière la passerelle sans filtrage amélioré"],
  [/^what (\S+) takes for a (?:tag|web bug) is not published$/u, `ce que $1 prend pour cible ${notPublished}`],
  [/^the policy "(.+)" blocks (\S+) while another list allows the sender$/u, "la stratégie « $1 » bloque $2 alors qu'une autre liste autorise l'expéditeur"],
  [/^a rule sets SCL (\S+) while another list allows the sender$/u, "une règle attribue le SCL $1 alors qu'une autre liste autorise l'expéditeur"],
  [/^UseDatabaseQuotaDefaults is true, so its own quota does not count$/u, "UseDatabaseQuotaDefaults est vrai : son propre quota ne compte pas"],
  [/^(\S+) was not read$/u, "$1 n'a pas été lu"],
  [/^what the lists of a disabled junk configuration do is not published$/u, `l'effet des listes d'une configuration désactivée ${notPublished}`],
  [/^whether the domain covers its subdomains is not published$/u, `il ${notPublished} si le domaine couvre ses sous-domaines`],
  [/^a safe entry covers the sender too, and which wins is not published$/u, `une entrée approuvée couvre aussi l'expéditeur, et ce qui l'emporte ${notPublished}`],
  [/^ContactsTrusted is on, and the user's contacts were not read$/u, "ContactsTrusted est activé, et les contacts de l'utilisateur n'ont pas été lus"],
  [/^whether words of an inbox rule mean whole words is not published$/u, `il ${notPublished} si les mots d'une règle de boîte de réception sont des mots entiers`],
  [/^whether (\S+) of an inbox rule holds is not known$/u, "on ne sait pas si la condition $1 d'une règle de boîte de réception est remplie"],
  [/^contacts or members of groups were not read$/u, "les contacts ou les membres de groupes n'ont pas été lus"],
  [/^whether inline images count as attachments$/u, `il ${notPublished} si les images incorporées comptent comme pièces jointes`],
  [/^whether the folder it moves mail to is the inbox is not known$/u, "on ne sait pas si le dossier où elle déplace le courrier est la boîte de réception"],
  [/^MaxReceiveSize is below the size some mail may have, and whether the mailbox's own limit counts instead is not published$/u, `MaxReceiveSize est inférieur à la taille possible de certains messages, et il ${notPublished} si la limite propre de la boîte aux lettres compte à sa place`],
  [/^whether forged mail meets the demands of the inbound connector "(.+)" is not known$/u, "on ne sait pas si du courrier falsifié satisfait les exigences du connecteur entrant « $1 »"],
  [/^whether an allow undoes a blocked spoof pair is not published$/u, `il ${notPublished} si une autorisation l'emporte sur une paire usurpée bloquée`],
  [/^what an entry of the list (\S+) does is not published$/u, `l'effet d'une entrée de la liste $1 ${notPublished}`],
  [/^whether the wildcard covers the domain itself is not published$/u, `il ${notPublished} si le caractère générique couvre le domaine lui-même`],
  [/^whether an entry is compared with the envelope sender too is not published$/u, `il ${notPublished} si une entrée est comparée aussi à l'expéditeur de l'enveloppe`],
  [/^whether a redirect leaves a copy is not published$/u, `il ${notPublished} si une redirection laisse une copie`],
  [/^whether the sending IP is in (.+): only some of the declared addresses are$/u, "on ne sait pas si l'adresse IP d'envoi est dans $1 : seules certaines des adresses déclarées y sont"],
  [/^rule "(.+)" sets (\S+)$/u, "la règle « $1 » définit $2"],
  [/^it sets (.+)$/u, "elle définit $1"],
  [/^its mail is delivered on premises, which is not visible here$/u, "son courrier est remis sur site, ce qui n'est pas visible d'ici"],
  [/^its mail goes to several people$/u, "son courrier va à plusieurs personnes"],
  [/^what such a recipient does with mail is not modelled$/u, "ce qu'un tel destinataire fait du courrier n'est pas modélisé"],
  [/^The recipient$/u, "Le destinataire"],
  [/^The malware filter policy$/u, "La stratégie anti-programmes malveillants"],
  [/^The anti-phishing policy$/u, "La stratégie anti-hameçonnage"],
  [/^the organisation$/u, "l'organisation"],
  [/^the mailbox$/u, "la boîte aux lettres"],
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
  [/^the declared fact (\S+) expires$/u, "le fait déclaré $1 expire"],
  [/^the Tenant Allow\/Block List entry (\S+) lapses, (\d+) days after its last use$/u, "l'entrée $1 de la liste d'autorisation et de blocage du locataire devient caduque, $2 jours après sa dernière utilisation"],
  [/^the Tenant Allow\/Block List entry (\S+) expires$/u, "l'entrée $1 de la liste d'autorisation et de blocage du locataire expire"],
  ...realityPhrases,
];

const phrase = (english: string): string | undefined => {
  const found = phrases.find(([pattern]) => pattern.test(english));
  return found && english.replace(found[0], withFrenchSpaces(found[1]));
};

/** Joined reasons, in the order in which they are taken apart. */
const joints: readonly (readonly [string, string])[] = [
  ["; ", "\u00a0; "],
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
  if (parameter !== undefined && behind !== undefined) return `${parameter}\u00a0: ${behind}`;
  for (const [joint, french] of joints) {
    const parts = english.split(joint);
    if (parts.length === 1) continue;
    const translated = parts.map(translate);
    if (translated.some((part, place) => part !== parts[place])) return translated.join(french);
  }
  return english;
};
