/** The policy pack. Importing this module starts its server, so that nothing but the pack's entry imports it. */
import { PolicyPack } from "@pulumi/policy";
import { boundPolicies } from "./bind";

new PolicyPack("aircall-mailflow", { policies: [...boundPolicies] });
