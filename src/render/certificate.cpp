// A certificate as JSON, to be kept and read again.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/render.hpp>

#include "render/json.hpp"
#include "render/obligation.hpp"

namespace safegov {

using namespace internal;

std::string render(const Certificate& certificate) {
  Json json;
  begin_report(json, "certificate");
  json.key("manifest").value(type_of<Manifest>(), &certificate.manifest);
  json.key("counts").list();
  for (const CertifiedCount& each : certificate.counts)
    json.value(type_of<CertifiedCount>(), &each);
  json.end().key("list").list();
  for (const CertifiedState& each : certificate.list) json.value(type_of<CertifiedState>(), &each);
  return json.end().field("list_sha256", certificate.list_sha256).end().take();
}

}  // namespace safegov
