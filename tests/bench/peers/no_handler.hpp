// yaml-cpp's events, counted and forgotten: what reading on yaml-cpp costs before anything is read.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <istream>
#include <string>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

namespace safegov::bench {

class NoHandler : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { ++events; }
  void OnDocumentEnd() override { ++events; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    ++events;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnSequenceEnd() override { ++events; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnMapEnd() override { ++events; }

  std::size_t events = 0;
};

/// How many events the one document of a stream has.
inline std::size_t events_of(std::istream& stream) {
  NoHandler handler;
  YAML::Parser parser(stream);
  parser.HandleNextDocument(handler);
  return handler.events;
}

}  // namespace safegov::bench
