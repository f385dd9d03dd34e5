/** All hand-labelled tenants: the specification by example, written before the decider. */
import { actions } from "./actions";
import { antiPhishing } from "./anti-phishing";
import { antiSpamSettings } from "./anti-spam-settings";
import { antiSpamVerdicts } from "./anti-spam-verdicts";
import { boundsOfConditions } from "./bounds-of-conditions";
import { connectionFilterAndConnectors } from "./connection-filter-and-connectors";
import { connectorsAndRoutes } from "./connectors-and-routes";
import { declaredFacts } from "./declared-facts";
import { directoryAttributes } from "./directory-attributes";
import { doubtedSettings } from "./doubted-settings";
import { exceptions } from "./exceptions";
import { headers } from "./headers";
import type { LabelledTenant } from "./labelled-tenant";
import { languagesRegionsAndFilters } from "./languages-regions-and-filters";
import { lapsingAllowsAndSpoofPairs } from "./lapsing-allows-and-spoof-pairs";
import { listsAndPresets } from "./lists-and-presets";
import { mailboxInboxRules } from "./mailbox-inbox-rules";
import { mailboxJunk } from "./mailbox-junk";
import { mailboxListsAndGroups } from "./mailbox-lists-and-groups";
import { mailboxQuotaAndRestrictions } from "./mailbox-quota-and-restrictions";
import { modesAndDates } from "./modes-and-dates";
import { moreActionsAndDates } from "./more-actions-and-dates";
import { moreConditions } from "./more-conditions";
import { narrowness } from "./narrowness";
import { narrownessInDoubt } from "./narrowness-in-doubt";
import { notReadAndUnmodelled } from "./not-read-and-unmodelled";
import { orderAndStop } from "./order-and-stop";
import { policyOrder } from "./policy-order";
import { precedenceTable } from "./precedence-table";
import { presets } from "./presets";
import { printedMailboxes } from "./printed-mailboxes";
import { printedShapes } from "./printed-shapes";
import { recipientTypesAndAddresses } from "./recipient-types-and-addresses";
import { recipientsAndGroups } from "./recipients-and-groups";
import { sclAndAntiSpam } from "./scl-and-anti-spam";
import { senderConditions } from "./sender-conditions";
import { senderLocationAndDirectory } from "./sender-location-and-directory";
import { severalBlocks } from "./several-blocks";
import { sizeAndAttachments } from "./size-and-attachments";
import { spoofAndImpersonation } from "./spoof-and-impersonation";
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
  ...moreConditions,
  ...moreActionsAndDates,
  ...policyOrder,
  ...precedenceTable,
  ...antiSpamVerdicts,
  ...languagesRegionsAndFilters,
  ...spoofAndImpersonation,
  ...connectorsAndRoutes,
  ...lapsingAllowsAndSpoofPairs,
  ...mailboxQuotaAndRestrictions,
  ...mailboxListsAndGroups,
  ...mailboxJunk,
  ...mailboxInboxRules,
  ...recipientTypesAndAddresses,
  ...declaredFacts,
  ...severalBlocks,
  ...printedShapes,
  ...doubtedSettings,
  ...narrownessInDoubt,
  ...boundsOfConditions,
  ...printedMailboxes,
];
