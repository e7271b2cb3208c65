// Small helps on pages that work without them: suggestions while typing, lighting up what belongs together.

const form = document.querySelector("header form");
const box = document.getElementById("q");
const list = document.getElementById("hits");
let asked = 0;

function close() {
  list.hidden = true;
  list.replaceChildren();
  box.setAttribute("aria-expanded", "false");
}

function show(hits) {
  list.replaceChildren(...hits.map((hit) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/${hit.kind}/${hit.id}`;
    link.textContent = [hit.name, hit.post || hit.also].filter(Boolean).join(" · ").slice(0, 60);
    item.append(link);
    return item;
  }));
  list.hidden = hits.length === 0;
  box.setAttribute("aria-expanded", String(hits.length > 0));
}

async function suggest() {
  const words = box.value.trim();
  const turn = ++asked;
  if (!words) return close();
  const answer = await fetch(`/api/search?q=${encodeURIComponent(words)}&most=8`).catch(() => null);
  if (!answer || !answer.ok || turn !== asked) return;
  show((await answer.json()).results);
}

function pick(step) {
  const links = [...list.querySelectorAll("a")];
  const at = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
  const next = links[(at + step + links.length) % links.length];
  links.forEach((link) => link.setAttribute("aria-selected", String(link === next)));
}

if (form && box && list) {
  let timer = 0;
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 120); });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      pick(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") close();
    else if (event.key === "Enter") {
      const chosen = list.querySelector("a[aria-selected=true]");
      if (chosen) { event.preventDefault(); location.href = chosen.href; }
    }
  });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      box.focus();
    }
  });
}

// Article: a fact and its place light up together.
for (const item of document.querySelectorAll("[data-fact]")) {
  const marks = [...document.querySelectorAll(`mark[data-facts~="${Number(item.dataset.fact)}"]`)];
  const light = (on) => marks.forEach((mark) => mark.classList.toggle("lit", on));
  item.addEventListener("mouseenter", () => light(true));
  item.addEventListener("mouseleave", () => light(false));
  if (item.matches(":target")) { light(true); marks[0]?.scrollIntoView({ block: "center" }); }
}

// Network: whom one is tied to.
const picture = document.querySelector("svg.network");
if (picture) {
  const nodes = [...picture.querySelectorAll("[data-node]")];
  const lines = [...picture.querySelectorAll("line")];
  const light = (id) => {
    const near = new Set([id]);
    for (const line of lines) {
      const mine = line.dataset.a === id || line.dataset.b === id;
      line.classList.toggle("near", mine);
      if (mine) { near.add(line.dataset.a); near.add(line.dataset.b); }
    }
    nodes.forEach((node) => node.classList.toggle("near", near.has(node.dataset.node)));
    picture.classList.add("picked");
  };
  for (const node of nodes) {
    for (const name of ["mouseenter", "focus"]) node.addEventListener(name, () => light(node.dataset.node));
    for (const name of ["mouseleave", "blur"]) node.addEventListener(name, () => picture.classList.remove("picked"));
  }
}
