// Debian's Chromium, driven by playwright-core: a page opened in one way, and what it asked for and complained of.
// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// What ./dev put into the folder, or an end with 77: skipped, unless SAFEGOV_NEED_ORACLES says that it must be there and
/// SAFEGOV_NEED_BROWSER does not say 0, as ./dev does where no package has a Chromium.
export function tools(folder) {
  const executablePath = CHROMIUM.find(existsSync);
  const modules = join(resolve(folder), "node_modules");
  if (!executablePath || !existsSync(join(modules, "playwright-core")) || !existsSync(join(modules, "axe-core"))) {
    console.log(`no Chromium here, or nothing to drive it: ./dev need puts it into ${folder}`);
    process.exit(process.env.SAFEGOV_NEED_ORACLES && process.env.SAFEGOV_NEED_BROWSER !== "0" ? 1 : 77);
  }
  const require = createRequire(join(modules, "any"));
  return { executablePath, chromium: require("playwright-core").chromium, axe: require("axe-core").source };
}

export function launch({ chromium, executablePath }, more = []) {
  // Chromium has no sandbox for root, as whom a machine for tests often works. The page is our own.
  const args = [...(process.getuid() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", ...more];
  return chromium.launch({ executablePath, args });
}

/// Opens a file. `how` has width, height, scheme (light, dark), forced (forced colours), media (screen, print), script
/// (off: false), details (open: true), and spacing (WCAG 1.4.12: what readers may set without losing anything).
export async function open(browser, file, how = {}) {
  const context = await browser.newContext({
    viewport: { width: how.width ?? 1280, height: how.height ?? 900 },
    colorScheme: how.scheme ?? "light",
    forcedColors: how.forced ? "active" : "none",
    javaScriptEnabled: how.script ?? true,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const url = pathToFileURL(resolve(file)).href;
  await page.goto(url, { waitUntil: "load" });
  if (how.media) await page.emulateMedia({ media: how.media });
  await page.evaluate(kit);
  if (how.details) await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  if (how.spacing) await page.evaluate(spread);
  return { page, url, asked, complaints, close: () => context.close() };
}

/// The same, for as long as `act` takes.
export async function on(browser, file, how, act) {
  const opened = await open(browser, file, how);
  try {
    return await act(opened.page, opened);
  } finally {
    await opened.close();
  }
}

function spread() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/// What checks need in the page: `kit.contrast(…)`. A function that is sent there: it sees nothing of this file.
function kit() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  /// Any colour of CSS as [r, g, b, a], each from 0 to 1.
  const rgba = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = "#000";
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
    }
    return known.get(colour);
  };
  const over = (top, below, alpha = top[3]) => [0, 1, 2].map((i) => top[i] * alpha + below[i] * (1 - alpha)).concat(1);
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  /// What is behind the text of an element of HTML.
  const backdrop = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    let below = rgba(getComputedStyle(document.documentElement).colorScheme.includes("dark") &&
      matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#fff");
    for (const layer of layers.reverse()) below = over(layer, below);
    return below;
  };
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  /// What an element is called in findings.
  const called = (element) => {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    const name = element.id ? `#${element.id}` : element.getAttribute("class") ? `.${element.getAttribute("class")}` : "";
    return `<${element.localName}${name}>${text ? ` "${text}"` : ""}`;
  };
  const texts = () => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (walk.currentNode.data.trim() && !parent.closest("script, style, template, title, desc")) found.push(walk.currentNode);
    }
    return found;
  };
  window.kit = { rgba, over, luminance, contrast, backdrop, shown, called, texts };
}
