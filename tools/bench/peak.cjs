// Loaded before a measured program: says its peak memory on standard error when it ends.
process.on("exit", () => {
  process.stderr.write(`\npeak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`);
});
