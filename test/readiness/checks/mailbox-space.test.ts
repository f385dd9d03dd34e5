/** The mailbox has room (guide 4). */
import { mailboxSpace } from "../../../src/readiness/checks/mailbox-space";
import { describeCases } from "./cases/check-case";
import { mailboxSpaceCases } from "./cases/mailbox-space";

describeCases("mailbox-space", mailboxSpace, mailboxSpaceCases);
