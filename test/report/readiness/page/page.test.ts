/** The page in a real browser: filters, search, order and pages. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import type { JudgedPerson } from "../../../../src/readiness/check";
import { readinessHtml } from "../../../../src/report/readiness/html";
import { skipBecause } from "../../../../tools/test/skip-because";
import { contoso } from "../contoso";
import { judgedOf, personOf } from "../judged-people";
import { runOf, styleOf } from "../run-of";
import { findChromium, noChromium } from "./chromium";

describe("the readiness page in a browser", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "readiness-page-"));
  let browser: Browser | undefined;
  let page: Page;
  /** What the page must not do: ask the network, or complain. */
  const offences: string[] = [];

  before(async function () {
    const executablePath = findChromium();
    if (executablePath === undefined) skipBecause(this, noChromium);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (people: readonly JudgedPerson[], language: "en" | "fr" = "en"): Promise<void> => {
    assert.ok(browser !== undefined);
    const file = join(folder, "ready.html");
    writeFileSync(file, [...readinessHtml(runOf(people), await styleOf(language))].join(""));
    page = await browser.newPage();
    offences.length = 0;
    page.on("console", (message) => offences.push(message.text()));
    page.on("pageerror", (error) => offences.push(String(error)));
    page.on("request", (request) => {
      if (!/^(?:file|data):/u.test(request.url())) offences.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
  };
  afterEach(async () => {
    assert.deepEqual(offences, []);
    await page?.close();
  });

  const emails = (): Promise<readonly string[]> => page.locator("#people .email").allTextContents();
  const count = async (): Promise<string> => (await page.locator("#count").textContent()) ?? "";
  const names = async (): Promise<readonly string[]> =>
    (await emails()).map((email) => email.slice(0, email.indexOf("@")));

  it("breaks no word on a phone, and gives each user its whole width", async () => {
    await open(contoso, "fr");
    await page.setViewportSize({ width: 360, height: 740 });
    const heading = page.locator("#summary thead .number");
    const lineHeight = 1.5 * 16;
    for (const height of await heading.evaluateAll((all) => all.map((one) => one.clientHeight)))
      assert.ok(height < 2 * lineHeight, `a heading of ${height} px`);
    const user = await page.locator("#people th").first().boundingBox();
    assert.ok((user?.width ?? 0) > 300, `a user of ${user?.width} px`);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 360);
  });

  it("shows every user, who is not ready first, each with reason, owner, action and evidence", async () => {
    await open(contoso);
    assert.deepEqual(await names(), ["desk", "tom", "pia", "eva", "ida", "vera", "sam"]);
    assert.equal(await count(), "7 of 7 users");
    assert.match(
      (await page.locator("#people tr", { hasText: "sam@" }).textContent()) ?? "",
      /single sign-on/u,
    );
    const tom = page.locator("#people tr", { hasText: "tom@" });
    assert.match(
      (await tom.textContent()) ?? "",
      /fail Mailbox spaceThe mailbox is full: .*mail administrator: Have the mailbox emptied.*users\.csv, line 4/u,
    );
  });

  it("filters by readiness, check, verdict and owner, alone and together", async () => {
    await open(contoso);
    const choose = async (filter: string, option: string): Promise<readonly string[]> => {
      await page.selectOption(`#${filter}`, { label: option });
      return names();
    };
    assert.deepEqual(await choose("ready", "not ready"), ["desk", "tom", "pia"]);
    assert.equal(await count(), "3 of 7 users");
    assert.deepEqual(await choose("owner", "Aircall administrator"), ["desk", "pia"]);
    assert.deepEqual(await choose("check", "Own e-mail address"), ["desk"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.locator("#people tr").nth(6).waitFor();
    assert.deepEqual(await choose("verdict", "unknown"), ["eva", "ida"]);
    assert.deepEqual(await choose("owner", "device management"), []);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.locator("#people tr").nth(6).waitFor();
    assert.deepEqual(await choose("check", "Mailbox space"), ["tom"]);
    assert.deepEqual(await choose("verdict", "pass"), ["desk", "pia", "eva", "ida", "vera"]);
  });

  it("searches names, addresses, reasons and evidence, whatever case and accents", async () => {
    await open([...contoso, judgedOf(personOf("Zoé Bœuf", "zb@contoso.example", 10))], "fr");
    const search = async (text: string): Promise<readonly string[]> => {
      await page.getByLabel("Rechercher").fill(text);
      return names();
    };
    assert.deepEqual(await search("ZOE"), ["zb"]);
    assert.equal(await count(), "utilisateurs\u00a0: 1 sur 8");
    assert.deepEqual(await search("roth eva"), ["eva"]);
    assert.deepEqual(await search("iphone"), ["tom"]);
    assert.deepEqual(await search("pending reinvitez"), ["pia"]);
    assert.deepEqual(await search("nobody like this"), []);
    assert.deepEqual((await search("  ")).length, 8);
  });

  it("sorts by a column's title, with the keyboard too, and says so to a screen reader", async () => {
    await open(contoso);
    const title = page.getByRole("button", { name: "User" });
    await title.focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(), ["eva", "ida", "desk", "pia", "sam", "tom", "vera"]);
    assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(), ["vera", "tom", "sam", "pia", "desk", "ida", "eva"]);
    assert.equal(await page.locator("th[aria-sort=descending]").textContent(), "User");
    await page.getByRole("button", { name: "What is missing" }).click();
    assert.deepEqual((await names()).slice(0, 2), ["vera", "sam"]);
  });

  it("shows a hundred of many users at a time, and searches all", async () => {
    const many = Array.from({ length: 12_000 }, (_, place) =>
      judgedOf(
        personOf("", `u${place}@contoso.example`, place + 2),
        place % 2 === 0 ? [{ reason: "mail-not-read" }] : [],
      ),
    );
    await open(many);
    assert.equal((await emails()).length, 100);
    assert.equal(await page.locator("#page").textContent(), "page 1 of 120");
    assert.ok(await page.getByRole("button", { name: "Previous" }).isDisabled());
    await page.getByRole("button", { name: "Next" }).click();
    assert.equal((await names())[0], "u200");
    await page.getByLabel("Search").fill("u11999@");
    assert.deepEqual(await names(), ["u11999"]);
    assert.ok(await page.locator("#paging").isHidden());
  });

  it("labels every field, and tells the count politely", async () => {
    await open(contoso);
    for (const label of ["Search", "Ready", "Check", "Verdict", "Who does it"])
      assert.equal(await page.getByLabel(label, { exact: true }).count(), 1, label);
    assert.equal(await page.locator("#count").getAttribute("aria-live"), "polite");
    assert.equal(await page.getByRole("row").count(), 8 + 8);
  });

  it("prints without its filters, and follows a dark system", async () => {
    await open(contoso);
    const background = (): Promise<string> =>
      page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background();
    await page.emulateMedia({ colorScheme: "dark" });
    assert.notEqual(await background(), light);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("#filters").isHidden());
    assert.ok(await page.locator("#summary").isVisible());
  });
});
