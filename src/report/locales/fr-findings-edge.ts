/** French text of the findings about connectors, gateways and content settings, with the same placeholders as the catalogue. */

// biome-ignore format: one finding, three lines
export const edgeFindings = {
  "connector-rejects": {
    message: "Le connecteur entrant « {connector} » couvre le courrier de {sender} et {restriction} : le courrier qui vient directement d'Aircall, comme le veut l'enregistrement MX, est rejeté avant toute règle ou liste.",
    fix: "Retirez la restriction de « {connector} », resserrez ses domaines d'expéditeurs, ou dirigez l'enregistrement MX vers la passerelle pour laquelle il est fait.",
  },
  "gateway-in-front": {
    message: "L'enregistrement MX envoie d'abord le courrier de {sender} à {host} ; ce que cette passerelle en fait n'est pas visible d'ici.",
    fix: "Autorisez aussi les expéditeurs Aircall dans la passerelle {host}, et faites l'essai avec un vrai message.",
  },
  "gateway-breaks-authentication": {
    message: "Le courrier de {sender} passe par {host} sans filtrage amélioré des connecteurs (Enhanced Filtering) : SPF et DMARC voient alors la passerelle, et une règle d'autorisation sur dmarc=pass peut ne jamais agir.",
    fix: "Activez le filtrage amélioré (EFSkipLastIP ou EFSkipIPs, pour tous les utilisateurs, hors mode test) sur le connecteur entrant de {host}.",
  },
  "connector-treats-as-internal": {
    message: "Le connecteur entrant « {connector} » traite le courrier comme interne d'après le domaine de l'expéditeur, qui est ici un domaine accepté et un domaine de {sender} ; il n'est pas publié si du courrier falsifié en profite.",
    fix: "Désactivez TreatMessagesAsInternal sur « {connector} », ou retirez le domaine d'Aircall des domaines acceptés.",
  },
  "sending-address-blocked": {
    message: "La liste d'adresses IP bloquées (IPBlockList) contient {entry}, et le courrier de {sender} vient de {address} comme déclaré : il est rejeté à l'entrée.",
    fix: "Retirez {entry} de la liste d'adresses IP bloquées.",
  },
  "size-limit": {
    message: "Les messages de plus de {limit} sont rejetés ({where}), et le courrier de {sender} peut être plus gros, {when}.",
    fix: "Portez MaxReceiveSize ({where}) à 1 Mo ou plus.",
  },
  "language-blocked": {
    message: "La stratégie anti-spam « {policy} » marque comme spam le courrier en langue {entry} ; le courrier de {sender} dans cette langue est {outcome}.",
    fix: "Retirez {entry} de LanguageBlockList de « {policy} », ou ajoutez la règle qui met Aircall sur liste blanche.",
  },
  "region-blocked": {
    message: "La stratégie anti-spam « {policy} » marque comme spam le courrier du pays {entry} ; le courrier de {sender}, qui en vient comme déclaré, est {outcome}.",
    fix: "Retirez {entry} de RegionBlockList de « {policy} », ou ajoutez la règle qui met Aircall sur liste blanche.",
  },
  "tenant-list-may-block": {
    message: "La liste d'autorisation et de blocage du locataire bloque {entry}, ce qui peut toucher le courrier de {sender} : {because}.",
    fix: "Retirez l'entrée de blocage {entry} de la liste d'autorisation et de blocage du locataire, ou faites-lui nommer autre chose.",
  },
  "bulk-blocked": {
    message: "La stratégie anti-spam « {policy} » traite comme envoi en masse le courrier de niveau de réclamation {threshold} et plus ; celui de {sender} peut avoir le niveau {level}, comme déclaré, et est alors {outcome}.",
    fix: "Portez BulkThreshold de « {policy} » au-dessus de {level}, ou ajoutez la règle qui met Aircall sur liste blanche.",
  },
  "advanced-filter-blocks": {
    message: "Le paramètre {setting} de la stratégie anti-spam « {policy} » marque le courrier de {sender} comme spam de haute confiance, {when} ; il est alors {outcome}.",
    fix: "Désactivez {setting} dans « {policy} », comme Microsoft le conseille, ou ajoutez la règle qui met Aircall sur liste blanche.",
  },
  "spoof-entry-blocks": {
    message: "La liste d'autorisation et de blocage du locataire bloque la paire usurpée {entry}, qui couvre le courrier de {sender} ; selon la stratégie anti-hameçonnage « {policy} », il est {outcome}.",
    fix: "Retirez l'entrée d'usurpation {entry}.",
  },
} as const;
