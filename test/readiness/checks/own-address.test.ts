/** Each user has an address of their own (guide 1). */
import { ownAddress } from "../../../src/readiness/checks/own-address";
import { describeCases } from "./cases/check-case";
import { ownAddressCases } from "./cases/own-address";

describeCases("own-address", ownAddress, ownAddressCases);
