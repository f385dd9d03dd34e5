/** French text of every assumption. */
import type { AssumptionName } from "../../mailflow/aircall";

// biome-ignore format: one assumption, one line
export const assumptionTexts: Readonly<Record<AssumptionName, string>> = {
  senders: "Aircall n'écrit que depuis ses cinq adresses publiées.",
  dmarc: "Un e-mail authentique d'Aircall satisfait SPF, DKIM et DMARC, et le service inscrit dmarc=pass entre des espaces ou des points-virgules.",
  envelope: "L'expéditeur de l'enveloppe est dans aircall.io ou amazonses.com.",
  displayName: "Le nom affiché contient Aircall.",
  size: "Un message pèse entre 1 Ko et 1 Mo, le plus souvent de 2 Ko à 200 Ko.",
  attachments: "Un message n'a aucune pièce jointe hormis des images incorporées aux noms ordinaires.",
  importance: "Un message est d'importance normale ; il n'est ni signé, ni chiffré, et n'est ni un élément de calendrier, ni une réponse automatique, ni un accusé.",
  characterSet: "Le corps est écrit en UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15 ou Windows-1252.",
  vocabulary: "Un texte probable est fait des mots d'un message de connexion, d'invitation ou de mot de passe en anglais, français, espagnol et allemand, de six chiffres et de liens vers Aircall.",
  links: "Les liens d'un message mènent à aircall.io ou passent par le suivi de clics d'Amazon (awstrack.me), et aucune image incorporée n'est un fichier que le locataire bloque.",
  senderHeader: "Un message n'a aucun champ Sender ou Reply-To qui nomme un autre domaine.",
  residual: "Le service ne prend pas le message pour un programme malveillant ni pour un hameçonnage de haute confiance, ce qu'aucun locataire ne peut désactiver.",
  foreignHeaders: "Le service retire ou renomme un champ Authentication-Results ajouté par un expéditeur.",
  oneRecipient: "Chaque message s'adresse à un seul destinataire, à son adresse principale.",
  rulesInForce: "Les règles lues sont en vigueur ; un changement prend 30 minutes ou plus.",
  userSettings: "Les paramètres de chaque boîte aux lettres (listes d'indésirables, règles de boîte de réception, transfert, quota) sont hors de ce périmètre.",
  edge: "Le destinataire existe, et les contrôles de réseau et de réputation du service acceptent la connexion.",
  mailExchanger: "L'enregistrement MX de chaque domaine désigne Exchange Online.",
  regularExpressions: "Les expressions régulières ont le sens de celles de .NET là où les deux bornes du modèle concordent, et aucun message ne contient de s long ni de signe kelvin, que les moteurs comparent différemment.",
  sclBypass: "Le SCL -1 attribué par une règle écarte les verdicts de spam, d'envoi en masse, d'usurpation et d'hameçonnage.",
  allowedList: "Un expéditeur ou un domaine autorisé de la stratégie anti-spam écarte les verdicts de spam, d'envoi en masse, d'usurpation et d'hameçonnage.",
  tenantList: "Une entrée d'autorisation encore valable de la liste d'autorisation et de blocage du locataire écarte les verdicts de spam, d'envoi en masse, d'usurpation et d'hameçonnage.",
  allowedAddress: "Une adresse de la liste d'adresses IP autorisées écarte les verdicts de spam, d'envoi en masse et d'hameçonnage pour le courrier qui satisfait DMARC.",
  safeSender: "Un expéditeur approuvé par l'utilisateur écarte les verdicts de spam, d'envoi en masse, d'usurpation et d'hameçonnage pour cette boîte aux lettres.",
};
