/** Safe Links policies as `Get-SafeLinksPolicy` prints them (exchange-online.md 3.3). */
import type { SafeLinksPolicy } from "../../../mailflow/exchange/tenant";
import { flag, nameOf, type RawObject, texts } from "./properties";

/** A flag that was not printed is not known: one release of the cmdlet has other names than the next. */
const knownFlag = (raw: unknown): boolean | undefined =>
  raw === undefined || raw === null ? undefined : flag(raw);

export const safeLinksPolicy = (raw: RawObject): SafeLinksPolicy => ({
  name: nameOf(raw),
  isDefault: flag(raw.IsBuiltInProtection),
  enableSafeLinksForEmail: knownFlag(raw.EnableSafeLinksForEmail),
  disableUrlRewrite: knownFlag(raw.DisableUrlRewrite),
  doNotRewriteUrls: texts(raw.DoNotRewriteUrls),
});
