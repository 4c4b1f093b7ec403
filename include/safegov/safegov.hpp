// All of it. Programs that are built often include what they use instead.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/agenda.hpp>
#include <safegov/append.hpp>
#include <safegov/arrival.hpp>
#include <safegov/assess.hpp>
#include <safegov/body.hpp>
#include <safegov/calendar.hpp>
#include <safegov/cli.hpp>
#include <safegov/compare.hpp>
#include <safegov/date.hpp>
#include <safegov/deadline.hpp>
#include <safegov/describe.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/escalation.hpp>
#include <safegov/escalation_rules.hpp>
#include <safegov/explain.hpp>
#include <safegov/format.hpp>
#include <safegov/id.hpp>
#include <safegov/meeting.hpp>
#include <safegov/meetings.hpp>
#include <safegov/network.hpp>
#include <safegov/obligations.hpp>
#include <safegov/partnership.hpp>
#include <safegov/period.hpp>
#include <safegov/plan.hpp>
#include <safegov/rating_rules.hpp>
#include <safegov/ratings.hpp>
#include <safegov/read.hpp>
#include <safegov/record.hpp>
#include <safegov/render.hpp>
#include <safegov/result.hpp>
#include <safegov/scale.hpp>
#include <safegov/source.hpp>
#include <safegov/state.hpp>
#include <safegov/survey.hpp>
#include <safegov/timeline.hpp>
#include <safegov/version.hpp>
#include <safegov/what_if.hpp>
