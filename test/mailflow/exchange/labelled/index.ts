/** All hand-labelled tenants: the specification by example, written before the decider. */
import { actions } from "./actions";
import { antiPhishing } from "./anti-phishing";
import { antiSpamSettings } from "./anti-spam-settings";
import { connectionFilterAndConnectors } from "./connection-filter-and-connectors";
import { directoryAttributes } from "./directory-attributes";
import { exceptions } from "./exceptions";
import { headers } from "./headers";
import type { LabelledTenant } from "./labelled-tenant";
import { listsAndPresets } from "./lists-and-presets";
import { modesAndDates } from "./modes-and-dates";
import { narrowness } from "./narrowness";
import { notReadAndUnmodelled } from "./not-read-and-unmodelled";
import { orderAndStop } from "./order-and-stop";
import { presets } from "./presets";
import { recipientsAndGroups } from "./recipients-and-groups";
import { sclAndAntiSpam } from "./scl-and-anti-spam";
import { senderConditions } from "./sender-conditions";
import { senderLocationAndDirectory } from "./sender-location-and-directory";
import { sizeAndAttachments } from "./size-and-attachments";
import { subjectAndBody } from "./subject-and-body";
import { tenantAllowBlockList } from "./tenant-allow-block-list";
import { unmodelledSettings } from "./unmodelled-settings";

export const labelledTenants: readonly LabelledTenant[] = [
  ...senderConditions,
  ...senderLocationAndDirectory,
  ...subjectAndBody,
  ...headers,
  ...sizeAndAttachments,
  ...recipientsAndGroups,
  ...directoryAttributes,
  ...exceptions,
  ...actions,
  ...orderAndStop,
  ...modesAndDates,
  ...sclAndAntiSpam,
  ...antiSpamSettings,
  ...listsAndPresets,
  ...presets,
  ...antiPhishing,
  ...connectionFilterAndConnectors,
  ...tenantAllowBlockList,
  ...notReadAndUnmodelled,
  ...unmodelledSettings,
  ...narrowness,
];
