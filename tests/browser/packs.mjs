// The pages that are tested and photographed: which examples, and as at which day.
// SPDX-License-Identifier: Apache-2.0

export const PACKS = [
  { name: "nottingham", folder: "examples/nottingham", options: ["--as-at", "2019-11-01"] },
  { name: "trust", folder: "examples/trust", options: ["--as-at", "2025-07-01"] },
];
