/** English text of the answers about address, invitation and app. No figure that Aircall does not publish stands here (aircall.md 1.1). */
import type { ReasonTexts } from "./reason-texts";

const ownAddress =
  "Enter an address in Aircall that is this user's alone; the change is complete once the user clicks the link that Aircall sends to the new address.";
const eachOwnAddress =
  "Give each of these users an address of their own in Aircall; a change is complete once the user clicks the link that Aircall sends to the new address.";
const resend =
  "Once the mail side is in order, resend the invitation: open the user in the Aircall Dashboard, button at the top right. The new link works for 15 days. If the button is missing, the user has confirmed already and needs a password reset instead.";
const lookUpStatus =
  'Look in the Aircall Dashboard (Users and Teams > All Users) whether "Pending validation" stands beside the user, and write it into the Status column of the list.';
const exportDevices =
  "Export which version of the Aircall app is on which phone (Intune, Jamf, Google, or a plain list) and check again.";

// biome-ignore format: one reason, two lines
export const accountReasons = {
  "address-own": {
    reason: 'The address is this user\'s own ("{type}" in the directory).',
  },
  "address-listed-twice": {
    reason: "The same e-mail address is shared by other Aircall users: {others}.",
    action: eachOwnAddress,
  },
  "address-same-mailbox": {
    reason: "The address leads to the same mailbox as that of other Aircall users: {others}.",
    action: eachOwnAddress,
  },
  "address-of-group": {
    reason: 'The address is that of a group ("{type}" in the directory): codes would go to its members.',
    action: ownAddress,
  },
  "address-of-shared-mailbox": {
    reason: 'The address is that of a shared mailbox ("{type}" in the directory).',
    action: ownAddress,
  },
  "address-of-resource": {
    reason: 'The address is that of a room, of equipment, or of another mailbox that no person signs in to ("{type}" in the directory).',
    action: ownAddress,
  },
  "address-of-nobody": {
    reason: "The directory holds every address of the domain, and not this one: codes would reach nobody.",
    action: "Correct the address in Aircall, or have the mailbox created first.",
  },
  "address-role-like": {
    reason: 'The address looks like that of a role or a team ("{word}"), which several people may read.',
    action: "Find out whether one person alone reads this mailbox; if not, enter an address of the user's own in Aircall.",
  },
  "address-kind-unknown": {
    reason: 'The directory calls the address "{type}", which does not tell whether it is one person\'s mailbox.',
    action: "Look up in the mail system whether the address is one person's own mailbox, and tell the Aircall administrator if it is not.",
  },
  "address-not-in-directory": {
    reason: "The directory that was read does not hold this address, so whose mailbox it is is not known.",
    action: "Look up the address in the mail system, and export a directory that holds it.",
  },
  "address-directory-not-read": {
    reason: "No directory was read, so a group or a shared mailbox behind this address would not show.",
    action: "Export the directory (mailboxes with their type, groups, other addresses) and check again.",
  },

  "invitation-accepted": {
    reason: 'The invitation is accepted (status "{status}").',
  },
  "invitation-open": {
    reason: 'The invitation is not accepted yet (status "{status}"); its link works until {until}.',
    action: "Open the invitation from Aircall, sent by noreply@notify.aircall.io, and accept it before {until}; look in Junk too.",
  },
  "invitation-expired": {
    reason: 'The invitation was not accepted (status "{status}"), and its link stopped working on {until}.',
    action: resend,
  },
  "invitation-pending": {
    reason: 'The invitation is not accepted (status "{status}"); when it was sent is not known.',
    action: resend,
  },
  "invitation-contradicted": {
    reason: "The list contradicts itself about the invitation: {statuses}.",
    action: lookUpStatus,
  },
  "invitation-status-unclear": {
    reason: 'The status "{status}" does not tell whether the invitation is accepted.',
    action: lookUpStatus,
  },
  "invitation-status-missing": {
    reason: "The list has no status for this user, so whether the invitation is accepted is not known.",
    action: lookUpStatus,
  },

  "app-new-enough": {
    reason: "The Aircall mobile app is new enough: {apps}.",
  },
  "app-not-used": {
    reason: "The user works in a browser or on a computer only, without the mobile app.",
  },
  "app-too-old": {
    reason: "The Aircall mobile app is too old: {apps}. Adaptive MFA needs {least} or later.",
    action: "Update the Aircall app on this device to {least} or later.",
  },
  "app-version-preview": {
    reason: "The Aircall mobile app is a preview: {apps}. Whether it counts as {least} is not published.",
    action: "Install a released version of the Aircall app, {least} or later.",
  },
  "app-version-unreadable": {
    reason: "The version of the Aircall mobile app cannot be read: {apps}. Adaptive MFA needs {least} or later.",
    action: "Look up the version in the app itself, update it to {least} or later, and correct the device list.",
  },
  "app-platform-unknown": {
    reason: "The device list names a platform that is not known here: {apps}.",
    action: "State in the device list whether this is iOS, Android, a computer or a browser.",
  },
  "app-device-unknown": {
    reason: "No device of this user is in the device list; a private phone would not show there.",
    action: "Tell the Aircall administrator whether you use the Aircall app on a phone, and with which version; if you do, update it.",
  },
  "app-devices-not-read": {
    reason: "No device list was read, so the version of the mobile app is not known.",
    action: exportDevices,
  },
} as const satisfies Partial<ReasonTexts>;
