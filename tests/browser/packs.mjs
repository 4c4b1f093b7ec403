// The pages that are tested and photographed: which examples, and as at which day.
// SPDX-License-Identifier: Apache-2.0

export const PACKS = [
  { name: "nottingham", folder: "examples/nottingham", options: ["--as-at", "2019-11-01"] },
  { name: "trust", folder: "examples/trust", options: ["--as-at", "2025-07-01"] },
];

/// Of the second page and all after it: what depends on the style alone, the first page has shown, and what takes long is
/// looked at in one way.
export const LATER = { leftOut: ["opening"], looks: { accessible: [{ width: 1280 }] } };
