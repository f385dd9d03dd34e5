/** The link of an open invitation stays as it is (aircall.md 1.3). */
import { linksNotRewritten } from "../../../src/readiness/checks/links-not-rewritten";
import { describeCases } from "./cases/check-case";
import { linksCases } from "./cases/mail";

describeCases("links-not-rewritten", linksNotRewritten, linksCases);
