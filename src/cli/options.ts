/** Values of options that several commands share; each wrong one is an error that names option, value and what is accepted. */
import { aircallDomains, aircallSenders } from "../mailflow/aircall";
import { domainOf } from "../mailflow/message";
import { InputError } from "../tenants/input-error";

/** One of these words. */
export const choice = <Word extends string>(option: string, words: readonly Word[], given: string): Word => {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new InputError({ file: option, found: JSON.stringify(given), expected: words.join(" or ") });
};

const dateOnly = /^\d{4}-\d\d-\d\d$/u;
const dateAndTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/** The moment to decide for; now where absent. A date alone is its midnight in UTC. */
export const moment = (option: string, given: string | undefined): Date => {
  if (given === undefined) return new Date();
  const date = dateOnly.test(given) || dateAndTime.test(given) ? new Date(given) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new InputError({
      file: option,
      found: JSON.stringify(given),
      expected: "a date such as 2027-01-31, or a moment with its time zone such as 2027-01-31T09:00:00+01:00",
    });
  return date;
};

/** Sender addresses, separated by commas; every published one where absent. */
export const senders = (option: string, given: string | undefined): readonly string[] => {
  if (given === undefined) return aircallSenders;
  const addresses = given.split(",").map((address) => address.trim().toLowerCase());
  for (const address of addresses)
    if (!/^[^\s@]+@[^\s@]+$/u.test(address) || !aircallDomains.some((domain) => domain === domainOf(address)))
      throw new InputError({
        file: option,
        found: JSON.stringify(address),
        expected: `addresses under ${aircallDomains.join(" or ")}, separated by commas, such as ${aircallSenders[0]}`,
      });
  return [...new Set(addresses)];
};

/** What an option needs and did not get. */
export const required = (option: string, given: string | undefined, expected: string): string => {
  if (given !== undefined && given !== "") return given;
  throw new InputError({ file: option, found: "nothing", expected });
};
