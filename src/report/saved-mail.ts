/** A real mail somebody saved, as the message that arrived: what it tells stands, what it leaves open is taken as typical. */
import type { Message } from "../mailflow/message";
import { typicalMessage } from "../mailflow/typical-message";
import { parseMessage } from "./eml";
import { lastHopOf } from "./last-hop";

/**
 * Reads an `.eml` text. The envelope sender comes from Return-Path, authentication from Authentication-Results, the
 * source address from the Received field of the last hop into the service.
 *
 * @param recipient whom the mail goes to; whom it went to where absent.
 */
export const parseSavedMail = async (eml: string, recipient?: string): Promise<Message> => {
  const to = recipient === undefined ? {} : { recipient };
  const { from } = await parseMessage(eml, to);
  // A mail saved without its fields of transport is judged as genuine mail: nobody has seen it fail.
  const { spf, dkim, dkimDomain, dmarc, envelopeFrom } = typicalMessage(from, "");
  const message = await parseMessage(eml, { spf, dkim, dkimDomain, dmarc, envelopeFrom, ...to });
  return { ...message, ...lastHopOf(message.headers) };
};
