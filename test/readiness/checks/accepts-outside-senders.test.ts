/** The mailbox takes mail from outside (aircall.md 1.3). */
import { acceptsOutsideSenders } from "../../../src/readiness/checks/accepts-outside-senders";
import { describeCases } from "./cases/check-case";
import { outsideCases } from "./cases/mail";

describeCases("accepts-outside-senders", acceptsOutsideSenders, outsideCases);
