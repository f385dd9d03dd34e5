/** Set where the tests of the command line shall run the program in dist/. */
export const builtCliVariable = "AIRCALL_MAILFLOW_TEST_BUILT_CLI";
