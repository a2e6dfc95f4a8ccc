(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".card")];
  const form = document.querySelector(".filters");
  const fields = [...form.querySelectorAll("[data-key]")];
  const texts = new Map();
  let current = null;

  const textOf = (card) => {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  };
  const wanted = () => Object.fromEntries(fields.filter((f) => f.value).map((f) => [f.dataset.key, f.value]));
  const has = (card, key, value) => {
    if (key === "text") return textOf(card).includes(value.trim().toLowerCase());
    if (key === "rule" || key === "severity") return card.dataset[key].split(" ").includes(value);
    return card.dataset[key] === value;
  };

  const filter = () => {
    const asked = Object.entries(wanted());
    let count = 0;
    for (const card of cards) {
      card.hidden = !asked.every(([key, value]) => has(card, key, value));
      count += !card.hidden;
    }
    byId("shown").textContent = asked.length ? `${count} of ${cards.length} articles` : `${cards.length} articles`;
    byId("none").hidden = count > 0 || !cards.length;
  };
  const goTo = (hash) => {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // A viewer may forbid it; the page works without an address of its own.
    }
  };
  const keep = () => {
    const asked = new URLSearchParams(wanted()).toString();
    goTo(asked && `#${asked}`);
  };
  const changed = () => {
    current = null;
    filter();
    keep();
  };

  const show = (target) => {
    const card = target.closest(".card");
    if (card) {
      card.hidden = false;
      card.querySelector("details").open = true;
    }
    for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    (target === card ? card.querySelector("summary") : target).focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches(".card") ? "start" : "center" });
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      const target = hash && byId(decodeURIComponent(hash));
      if (target && target.closest(".card")) show(target);
      return;
    }
    const asked = new URLSearchParams(hash);
    for (const field of fields) field.value = asked.get(field.dataset.key) || "";
    changed();
    byId("articles").scrollIntoView();
  };

  const hasPlaces = Boolean(document.querySelector(".place"));
  const places = () => {
    const { rule, severity } = wanted();
    const note = `.note${rule ? `[data-rule="${CSS.escape(rule)}"]` : ""}${severity ? `[data-severity="${severity}"]` : ""}`;
    const chosen = hasPlaces && !rule ? ".place" : note;
    return cards.filter((card) => !card.hidden).flatMap((card) => [...card.querySelectorAll(chosen)]);
  };
  const step = (all, by) => {
    if (!all.length) return;
    let at = all.indexOf(current);
    if (at < 0 && current) at = all.findIndex((e) => current.compareDocumentPosition(e) & 4) - (by > 0 ? 1 : 0);
    const next = all[current || by > 0 ? Math.min(Math.max(at + by, 0), all.length - 1) : all.length - 1];
    current = next;
    show(next);
    goTo(`#${next.id}`);
  };
  const stepPlace = (by) => step(places(), by);
  const stepCard = (by) => {
    if (current && !current.matches(".card")) current = current.closest(".card");
    step(cards.filter((card) => !card.hidden), by);
  };
  const toggle = () => {
    const card = document.activeElement.closest(".card") || (current && current.closest(".card"));
    if (card) card.querySelector("details").open = !card.querySelector("details").open;
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = byId("theme");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => (button.textContent = isDark() ? "Light" : "Dark");
  const store = (value) => {
    try {
      return value ? localStorage.setItem("scrapelint-theme", value) : localStorage.getItem("scrapelint-theme");
    } catch {
      return null; // Files opened from disk may have no store.
    }
  };
  const switchTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    store(root.dataset.theme);
    label();
  };

  const keys = {
    j: () => stepPlace(1),
    k: () => stepPlace(-1),
    n: () => stepCard(1),
    p: () => stepCard(-1),
    o: toggle,
    t: switchTheme,
    "/": () => byId("by-text").focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, event.target.matches("input") ? 120 : 0);
  });
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("next").addEventListener("click", () => stepPlace(1));
  byId("previous").addEventListener("click", () => stepPlace(-1));
  button.addEventListener("click", switchTheme);
  dark.addEventListener("change", label);
  addEventListener("hashchange", follow);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = cards.filter((card) => !card.hidden).map((card) => card.querySelector("details")).filter((d) => !d.open);
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  if (["light", "dark"].includes(store())) root.dataset.theme = store();
  form.hidden = button.hidden = false;
  label();
  filter();
  follow();
})();
