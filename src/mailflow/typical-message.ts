/** The login-code mail taken where nobody hands in a real one. */
import type { Message } from "./message";
import { aircallClass } from "./message-class";
import { witnessMessage } from "./witness";

/**
 * A genuine mail with a code, from this sender to this recipient, with the values a witness takes where nothing forces
 * others. What the filter thinks of it is left open: nobody knows that of mail to come.
 */
export const typicalMessage = (sender: string, recipient: string): Message => {
  const { filterVerdict: _verdict, ...message } = witnessMessage(aircallClass(sender), recipient, new Map());
  return message;
};
