/** What the page does in the browser: filter, search, sort and turn pages over the rows it carries as data. */

/**
 * A script without imports, so that the page needs nothing but itself. Texts come in by `textContent` alone: nothing
 * of the data can become markup.
 *
 * @remarks A row is `[email, name, readiness, [[check, verdict, owner, reason, action, evidence]…], scope]`. Codes are
 * places in lists; reasons and actions are places in the list of texts, -1 where there is none. Passes are left out.
 */
export const pageScript = String.raw`
"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const rows = read("rows");
  const texts = read("texts");
  const { words, readiness, checks, verdicts, owners, scopes, language } = read("words");
  const pageSize = 100;
  // Places in the lists of verdicts and of readiness.
  const passed = 0;
  const notConcerned = 3;
  const field = (id) => document.getElementById(id);
  const filters = ["ready", "check", "verdict", "owner"].map(field);
  const search = field("search");
  const body = field("people");
  const collator = new Intl.Collator(language, { numeric: true });
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const haystacks = [];
  let order = rows.map((_, place) => place);
  let found = order;
  let page = 0;
  let sorted = { by: "", down: false };

  const haystack = (place) => {
    haystacks[place] ??= folded(
      [rows[place][0], rows[place][1]]
        .concat(rows[place][3].flatMap(([check, , owner, reason, action, evidence]) =>
          [checks[check], owners[owner] ?? "", texts[reason], texts[action] ?? "", evidence]))
        .join("\n"),
    );
    return haystacks[place];
  };

  const chosen = (select) => (select.value === "" ? undefined : Number(select.value));

  const matches = (place, [ready, check, verdict, owner], wanted) => {
    const [, , is, points] = rows[place];
    if (ready !== undefined && is !== ready) return false;
    const ofCheck = points.filter((point) => check === undefined || point[0] === check);
    if (verdict === passed) {
      if (is === notConcerned || owner !== undefined || ofCheck.length > 0) return false;
    } else if (check !== undefined || verdict !== undefined || owner !== undefined) {
      if (!ofCheck.some((point) =>
        (verdict === undefined || point[1] === verdict) &&
        (owner === undefined || point[2] === owner))) return false;
    }
    return wanted.every((word) => haystack(place).includes(word));
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const pointItem = ([check, verdict, owner, reason, action, evidence]) => {
    const item = element("li");
    item.append(
      element("span", "badge v" + verdict, verdicts[verdict]),
      " ",
      element("strong", "", checks[check]),
      element("p", "", texts[reason]),
    );
    if (action >= 0) {
      const todo = element("p", "todo");
      todo.append(element("strong", "", owners[owner]), words.colon + texts[action]);
      item.append(todo);
    }
    if (evidence !== "") item.append(element("p", "evidence", evidence));
    return item;
  };

  const rowElement = ([email, name, ready, points, scope]) => {
    const row = element("tr");
    const user = element("th");
    user.scope = "row";
    if (name !== "") user.append(element("span", "name", name));
    user.append(element("span", "email", email), element("span", "evidence", scopes[scope]));
    const state = element("td");
    state.append(element("span", "badge r" + ready, readiness[ready]));
    const open = element("td");
    if (points.length > 0) {
      const list = element("ul");
      list.append(...points.map(pointItem));
      open.append(list);
    }
    row.append(user, state, open);
    return row;
  };

  const show = () => {
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    page = Math.min(Math.max(page, 0), pages - 1);
    const from = page * pageSize;
    const shown = found.slice(from, from + pageSize);
    body.replaceChildren(...shown.map((place) => rowElement(rows[place])));
    field("count").textContent = fill(words.count, {
      found: found.length.toLocaleString(language),
      all: rows.length.toLocaleString(language),
    });
    field("page").textContent = fill(words.page, { page: page + 1, pages });
    field("previous").disabled = page === 0;
    field("next").disabled = page === pages - 1;
    field("paging").hidden = pages === 1;
  };

  const filter = () => {
    const values = filters.map(chosen);
    const wanted = folded(search.value).split(/\s+/).filter((word) => word !== "");
    found = order.filter((place) => matches(place, values, wanted));
    page = 0;
    show();
  };

  const keys = {
    user: (place) => rows[place][1] || rows[place][0],
    ready: (place) => rows[place][2],
    points: (place) => rows[place][3].length,
  };

  const sort = (by) => {
    sorted = { by, down: sorted.by === by && !sorted.down };
    const key = keys[by];
    const compare = (left, right) => {
      const [one, other] = [key(left), key(right)];
      return typeof one === "number" ? one - other : collator.compare(one, other);
    };
    order = rows.map((_, place) => place).sort((left, right) =>
      (sorted.down ? -1 : 1) * compare(left, right) || left - right);
    for (const button of document.querySelectorAll("button[data-sort]")) {
      const state = button.dataset.sort === by ? (sorted.down ? "descending" : "ascending") : "none";
      button.closest("th").setAttribute("aria-sort", state);
    }
    filter();
  };

  for (const select of filters) select.addEventListener("change", filter);
  search.addEventListener("input", filter);
  field("filters").addEventListener("submit", (event) => event.preventDefault());
  field("filters").addEventListener("reset", () => setTimeout(filter));
  for (const button of document.querySelectorAll("button[data-sort]"))
    button.addEventListener("click", () => sort(button.dataset.sort));
  const turn = (by) => {
    page += by;
    show();
    field("people-table").scrollIntoView();
  };
  field("previous").addEventListener("click", () => turn(-1));
  field("next").addEventListener("click", () => turn(1));
  show();
})();
`;
