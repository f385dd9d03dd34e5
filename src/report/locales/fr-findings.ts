/** French text of every finding, with the same placeholders as the catalogue. */
import type { FindingCode } from "../../mailflow/finding";
import { edgeFindings } from "./fr-findings-edge";
import { mailboxFindings } from "./fr-findings-mailbox";
import type { FindingText } from "./locale";

const putAllowAbove =
  "Placez la règle qui met Aircall sur liste blanche au-dessus de « {rule} », avec StopRuleProcessing";
const askForDmarc =
  "Ajoutez à « {rule} » la condition HeaderContainsMessageHeader Authentication-Results, HeaderContainsWords dmarc=pass.";

// biome-ignore format: one finding, three lines
export const findings: Readonly<Record<FindingCode, FindingText>> = {
  ...edgeFindings,
  ...mailboxFindings,
  "rule-blocks": {
    message: "Le courrier de {sender} est {outcome} par la règle de flux de messagerie « {rule} » ({action}), {when}.",
    fix: `${putAllowAbove}, ou ajoutez à « {rule} » une exception pour les expéditeurs Aircall.`,
  },
  "rule-marks-spam": {
    message: "La règle de flux de messagerie « {rule} » attribue le SCL {scl} au courrier de {sender}, {when} ; selon la stratégie anti-spam « {policy} », il est alors {outcome}.",
    fix: `${putAllowAbove}, ou ajoutez à « {rule} » une exception pour les expéditeurs Aircall.`,
  },
  "sender-blocked-by-policy": {
    message: "La stratégie anti-spam « {policy} » bloque {entry} ; le courrier de {sender} est {outcome}.",
    fix: "Retirez {entry} des expéditeurs et domaines bloqués de « {policy} ».",
  },
  "sender-blocked-by-tenant-list": {
    message: "La liste d'autorisation et de blocage du locataire (Tenant Allow/Block List) bloque {entry} ; le courrier de {sender} est mis en quarantaine, quoi que disent les règles.",
    fix: "Retirez l'entrée de blocage {entry} de la liste d'autorisation et de blocage du locataire.",
  },
  "classifier-decides": {
    message: "Rien ne soustrait le courrier de {sender} au filtre anti-spam : c'est l'analyse de Microsoft qui décide de chaque message.",
    fix: "Ajoutez la règle qui met Aircall sur liste blanche : expéditeurs exacts, dmarc=pass dans Authentication-Results, SCL -1, StopRuleProcessing, priorité 0.",
  },
  "allow-not-sure": {
    message: "Il n'est pas certain que la liste blanche couvre tous les messages de {sender}, car {because}.",
    fix: "Fondez la règle d'autorisation sur les expéditeurs exacts et sur le mot dmarc=pass dans Authentication-Results.",
  },
  "part-not-read": {
    message: "{part} n'a pas été lu, et son contenu peut empêcher le courrier de {sender} d'arriver dans la boîte de réception.",
    fix: "Refaites l'export du locataire avec un rôle autorisé à exécuter {part}.",
  },
  "rule-undecided": {
    message: "Impossible de dire si la règle de flux de messagerie « {rule} » ({action}) s'applique au courrier de {sender}, car {because}.",
    fix: `${putAllowAbove}.`,
  },
  "sending-address-may-be-blocked": {
    message: "La liste d'adresses IP bloquées (IPBlockList) contient {entry} ; Aircall ne publie pas ses adresses d'envoi, l'une d'elles peut donc y figurer.",
    fix: "Retirez de la liste d'adresses IP bloquées les plages publiques qu'Amazon SES peut utiliser.",
  },
  "connector-may-reject": {
    message: "Le connecteur entrant « {connector} » couvre le courrier de {sender} et {restriction} ; on ne sait pas si le courrier d'Aircall y satisfait.",
    fix: "Restreignez les domaines d'expéditeur de « {connector} ».",
  },
  "attachment-filter": {
    message: "La stratégie anti-programmes malveillants « {policy} » arrête les fichiers de type {entry}, ce que peuvent être les images incorporées dans le courrier de {sender}.",
    fix: "Retirez les types d'image du filtre des pièces jointes courantes de « {policy} ».",
  },
  "spoof-entry-may-block": {
    message: "La liste d'autorisation et de blocage du locataire bloque la paire d'usurpation {entry}, qui peut couvrir le courrier de {sender} : son infrastructure d'envoi n'est pas publiée.",
    fix: "Retirez l'entrée d'usurpation {entry}, ou faites-la porter sur une autre infrastructure que celle d'Aircall.",
  },
  "impersonation-protection": {
    message: "La stratégie anti-hameçonnage « {policy} » déplace le courrier pris pour une usurpation d'identité ({protection}), ce qui n'est pas modélisé, et elle n'en exempte pas {sender}.",
    fix: "Ajoutez les expéditeurs Aircall, ou aircall.io et notify.aircall.io, aux expéditeurs et domaines approuvés de « {policy} ».",
  },
  "policy-missing": {
    message: "{part} nomme la stratégie « {policy} », qui n'est pas parmi les stratégies lues.",
    fix: "Refaites l'export du locataire, ou corrigez la règle qui nomme « {policy} ».",
  },
  "setting-not-modelled": {
    message: "{part} : {because}.",
    fix: "Vérifiez ce paramètre à la main ; le modèle ne le couvre pas encore.",
  },
  "recipient-not-found": {
    message: "{entry} n'est l'adresse d'aucun destinataire lu ; rien ne peut être dit du courrier qui lui est adressé.",
    fix: "Corrigez l'adresse, ou exportez le locataire qui contient cette boîte aux lettres.",
  },
  "budget-exhausted": {
    message: "L'analyse de « {rule} » a épuisé son budget ({budget}).",
    fix: "Simplifiez les mots ou les expressions de « {rule} », ou placez au-dessus d'elle la règle qui met Aircall sur liste blanche, avec StopRuleProcessing.",
  },
  "semantics-disagree": {
    message: "Le message trouvé contre « {rule} » ne finit pas comme prévu lorsqu'il est rejoué ; c'est un défaut du vérificateur.",
    fix: "Merci de signaler ce constat avec la règle.",
  },
  "bypass-without-authentication": {
    message: "La règle de flux de messagerie « {rule} » attribue le SCL {scl} à du courrier falsifié qui se dit de {sender} et échoue à DMARC : n'importe qui peut passer le filtre anti-spam avec cette adresse.",
    fix: askForDmarc,
  },
  "bypass-not-sure": {
    message: "Impossible de dire si la règle de flux de messagerie « {rule} » laisse du courrier falsifié de {sender} échapper au filtre anti-spam, car {because}.",
    fix: askForDmarc,
  },
  "allowed-by-policy-list": {
    message: "La stratégie anti-spam « {policy} » met {entry} sur liste blanche d'après la seule adresse De : du courrier falsifié de {sender} échappe donc au filtre anti-spam (CISA MS.SECURITYSUITE.6.2v1 interdit les domaines autorisés).",
    fix: "Retirez {entry} des expéditeurs et domaines autorisés de « {policy} » et utilisez à la place la règle avec dmarc=pass.",
  },
  "allowed-by-tenant-list": {
    message: "La liste d'autorisation et de blocage du locataire autorise {entry} ; il n'est pas publié si du courrier falsifié de {sender} en profite.",
    fix: "Retirez l'entrée d'autorisation {entry} dès que la règle avec dmarc=pass est en place.",
  },
  "allowed-by-safe-sender": {
    message: "La liste d'expéditeurs approuvés de l'utilisateur contient {entry}, comparé à la seule adresse From : du courrier falsifié de {sender} peut passer le filtre anti-spam vers cette boîte.",
    fix: "Retirez {entry} de TrustedSendersAndDomains de la boîte dès que la règle avec dmarc=pass est en place.",
  },
  "allowed-by-address": {
    message: "La liste d'adresses IP autorisées (IPAllowList) contient {entry} : quiconque envoie de là passe le filtre anti-spam avec l'adresse d'Aircall (CISA MS.SECURITYSUITE.8.1v1 le déconseille).",
    fix: "Retirez {entry} de la liste d'adresses IP autorisées.",
  },
  "sample-stopped": {
    message: "L'e-mail enregistré « {subject} » de {sender} est {outcome} s'il revient ({by}).",
    fix: "Suivez-le avec trace --eml, et placez la règle qui met Aircall sur liste blanche au-dessus de ce qui l'arrête, avec StopRuleProcessing.",
  },
  "sample-contradicts": {
    message: "L'e-mail enregistré « {subject} » de {sender} contredit une hypothèse de ce verdict ({assumption}) : {found}.",
    fix: "Assurez-vous que l'e-mail est authentique et enregistré tel quel ; le verdict ne vaut alors pas pour les e-mails de ce genre.",
  },
  "evidence-contradicts-proven": {
    message: "Un suivi des messages contredit le verdict : du courrier de {sender} n'a pas atteint la boîte de réception ({status} : {count}, la dernière fois le {date}, objet « {subject} »), alors que son arrivée était prouvée.",
    fix: "Assurez-vous que le courrier était authentique (un e-mail falsifié au nom d'Aircall est arrêté à juste titre) et que l'export montre les paramètres de ce jour-là : un changement de règle met 30 minutes ou plus à agir. Ce qui reste est un défaut du vérificateur : merci de le signaler avec l'e-mail.",
  },
  "evidence-contradicts-block": {
    message: "Un suivi des messages contredit le verdict : du courrier de {sender} a été remis ({status} : {count}, la dernière fois le {date}, objet « {subject} »), alors que tout e-mail de ce genre aurait dû être arrêté.",
    fix: "Comparez les dates : une règle ajoutée ou changée depuis l'explique, et un changement met 30 minutes ou plus à agir. Si l'export montre les paramètres de ce jour-là, le vérificateur a un défaut : merci de le signaler avec l'e-mail.",
  },
  "evidence-shows-stop": {
    message: "Un suivi des messages montre ce que le verdict laisse ouvert : du courrier de {sender} n'a pas atteint la boîte de réception ({status} : {count}, la dernière fois le {date}, objet « {subject} »).",
    fix: "Assurez-vous que le courrier était authentique, puis mettez en place la règle qui met Aircall sur liste blanche et vérifiez à nouveau.",
  },
};
