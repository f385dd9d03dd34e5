/** Only validated users get codes (guide 2). */
import { invitationAccepted } from "../../../src/readiness/checks/invitation-accepted";
import { describeCases } from "./cases/check-case";
import { invitationCases } from "./cases/invitation-accepted";

describeCases("invitation-accepted", invitationAccepted, invitationCases);
