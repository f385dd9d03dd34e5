/** Reads a real mail from an `.eml` file. */
import { aircallDomains } from "../mailflow/aircall";
import { domainOf, isDomainOrSubdomain, type Message } from "../mailflow/message";
import { parseSavedMail } from "../report/saved-mail";
import { InputError } from "../tenants/input-error";
import { readTextFile } from "../tenants/read-text-file";

const expectedMail = "a mail saved with its header fields (.eml)";

/**
 * @param recipient whom the mail is taken to go to; whom it went to where absent.
 * @throws InputError where the file holds no mail.
 */
export const readSavedMail = async (file: string, recipient?: string): Promise<Message> => {
  const message = await parseSavedMail(await readTextFile(file, expectedMail), recipient);
  if (message.from === "")
    throw new InputError({ file, found: "no From field with an address", expected: expectedMail });
  return message;
};

/** @throws InputError where the mail claims to come from elsewhere: it tells nothing of Aircall's mail. */
export const readSample = async (file: string): Promise<Message> => {
  const message = await readSavedMail(file);
  if (!aircallDomains.some((domain) => isDomainOrSubdomain(domainOf(message.from), domain)))
    throw new InputError({
      file,
      found: `a mail from ${message.from}`,
      expected: `a real mail from an address under ${aircallDomains[0]}`,
    });
  return message;
};
