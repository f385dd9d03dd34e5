/** French for what real mail and message traces show. */

// biome-ignore format: one phrase, one line
export const realityPhrases: readonly (readonly [english: RegExp, french: string])[] = [
  [/^the transport rule "(.+)"$/u, "la règle de flux de messagerie « $1 »"],
  [/^it comes from (\S+)$/u, "il vient de $1"],
  [/^it was stamped (.+)$/u, "il porte la marque $1"],
  [/^its envelope sender is (\S*)$/u, "l'expéditeur de son enveloppe est $1"],
  [/^its display name is "(.*)"$/u, "son nom affiché est « $1 »"],
  [/^it has (\d+) bytes$/u, "il pèse $1 octets"],
  [/^it has an attachment "(.*)"$/u, "il a une pièce jointe « $1 »"],
  [/^it has the importance (\S+)$/u, "il a l'importance $1"],
  [/^it is of the type (\S+)$/u, "il est du type $1"],
  [/^it is written in (\S+)$/u, "il est écrit en $1"],
  [/^its (\S+) field names (\S+)$/u, "son champ $1 nomme $2"],
  [/^it went to (\d+) recipients$/u, "il est allé à $1 destinataires"],
];
