/** The connection filter: allow and block lists of addresses (exchange-online.md 3.1 step 2, 3.8). */
import type { TraceCondition } from "../trace";
import { holdsAddress, notCoveredBy } from "./ip-address";
import { judgedAddress } from "./skip-listing";
import { allWays, bothWays, coveredBy, ends, goesOn, type Mail, type Place, type Ways } from "./ways";

const stage = "connection-filter";

const unread = (mail: Mail, place: Place): Ways => {
  const because = "the connection filter was not read";
  place.note(mail, { stage, text: because });
  return allWays([
    goesOn(mail),
    { goesOn: [], ends: [ends(mail, { outcome: "undecided", stage, because })] },
  ]);
};

export const connectionFilter = (mail: Mail, place: Place): Ways => {
  const policies = place.tenant.hostedConnectionFilterPolicies;
  if (policies === undefined) return unread(mail, place);
  const allowList = policies.flatMap(({ ipAllowList }) => ipAllowList);
  // Allow beats block for the same address (3.8).
  const blockList = notCoveredBy(
    policies.flatMap(({ ipBlockList }) => ipBlockList),
    allowList,
  );
  const usesSafeList = policies.some(({ enableSafeList }) => enableSafeList);
  const address = judgedAddress(place);
  const [allowed, blocked] = [holdsAddress(allowList, address), holdsAddress(blockList, address)];
  const found = address ?? "not known";
  const conditions: readonly TraceCondition[] = [
    { parameter: "IPAllowList", expected: allowList.join(", "), found, holds: allowed },
    { parameter: "IPBlockList", expected: blockList.join(", "), found, holds: blocked },
  ].filter(({ expected }) => expected !== "");
  const listed = (text: string): void => place.note(mail, { stage, conditions, text });
  if (allowed === true) listed("the address is on the IP Allow List");
  else if (blocked === true) listed("the address is on the IP Block List");
  else if (allowed === false && blocked === false) listed("the address is on no list");
  else listed("the address is not known, so that a list may hold it");

  const allow = (by: string) => (taken: Mail) => goesOn(coveredBy(taken, "ip-allow", by));
  /** Microsoft's own list of good senders is not published; the switch may be reserved (3.8). */
  const onNoList = (taken: Mail): Ways =>
    usesSafeList
      ? bothWays(
          taken,
          undefined,
          "the service's safe list holds the address",
          allow("the service's safe list"),
          goesOn,
        )
      : goesOn(taken);
  const notAllowed = (taken: Mail): Ways =>
    bothWays(
      taken,
      blocked,
      "the IP Block List holds the address",
      (refused) => ({
        goesOn: [],
        ends: [ends(refused, { outcome: "rejected", stage, because: "the IP Block List holds the address" })],
      }),
      onNoList,
    );
  return bothWays(mail, allowed, "the IP Allow List holds the address", allow("IP Allow List"), notAllowed);
};
