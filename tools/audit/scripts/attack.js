"use strict";
// Stands beside the site's own scripts in a copy of the site and tries everything that the page's policy must stop.
// What runs although it must not writes its name into `broken`; what gets out is seen by the listener at OTHER.

globalThis.broken = globalThis.broken ?? [];
globalThis.attack = (async (other) => {
  const broke = (name) => globalThis.broken.push(name);
  const attempt = (action) => { try { return action(); } catch { return null; } };
  const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));

  attempt(() => eval("broken.push('eval')"));
  attempt(() => new Function("broken.push('new Function')")());
  attempt(() => setTimeout("broken.push('setTimeout with a text')", 0));
  attempt(() => document.querySelector("#attack-button").click());
  attempt(() => document.querySelector("#attack-link").click());
  attempt(() => document.querySelector("#attack-script-link").click());
  attempt(() => add("script", { textContent: "broken.push('inline script added')" }));
  attempt(() => add("style", { textContent: "#attack-added { letter-spacing: 9px }" }));
  attempt(() => document.querySelector("#attack-set").setAttribute("style", "letter-spacing: 9px"));

  attempt(() => add("script", { src: `${other}added-script` }));
  attempt(() => add("link", { rel: "stylesheet", href: `${other}added-style` }));
  attempt(() => add("link", { rel: "prefetch", href: `${other}prefetch` }));
  attempt(() => add("img", { src: `${other}added-image` }));
  attempt(() => add("iframe", { src: `${other}added-frame` }));
  attempt(() => add("iframe", { srcdoc: "<script>parent.broken.push('srcdoc')</script>" }));
  attempt(() => add("object", { data: `${other}object` }));
  attempt(() => add("embed", { src: `${other}embed` }));
  attempt(() => add("video", { src: `${other}video`, autoplay: true }));
  attempt(() => new FontFace("attack", `url(${other}font)`).load().catch(() => null));
  attempt(() => fetch(`${other}fetch`, { mode: "no-cors" }).catch(() => null));
  attempt(() => navigator.sendBeacon(`${other}beacon`, "x"));
  attempt(() => { const request = new XMLHttpRequest(); request.open("GET", `${other}xhr`); request.send(); });
  attempt(() => new WebSocket(`${other.replace("http", "ws")}socket`));
  attempt(() => new EventSource(`${other}events`));
  attempt(() => new Worker(URL.createObjectURL(new Blob(["postMessage('ran')"]))).addEventListener("message", () => broke("worker from a blob")));
  attempt(() => { const hidden = document.querySelector("#attack-form"); hidden.submit(); });

  await new Promise((resolve) => { setTimeout(resolve, 700); });
  for (const id of ["attack-attribute", "attack-sheet", "attack-added", "attack-set"]) {
    if (getComputedStyle(document.querySelector(`#${id}`)).letterSpacing === "9px") broke(`style: ${id}`);
  }
  if (document.baseURI.startsWith(other)) broke("base");
  return globalThis.broken;
})(document.currentScript.dataset.other);
