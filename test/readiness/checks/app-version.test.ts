/** Every mobile app is new enough (guide 3). */
import { appVersion } from "../../../src/readiness/checks/app-version";
import { appVersionCases } from "./cases/app-version";
import { describeCases } from "./cases/check-case";

describeCases("app-version", appVersion, appVersionCases);
