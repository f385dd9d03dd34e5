//go:build tools

// Package tools pins the Node.js language host that `tools/pulumi` builds beside the Pulumi CLI.
package tools

import _ "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs"
