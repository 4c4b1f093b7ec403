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
#include <safegov/coverage.hpp>
#include <safegov/date.hpp>
#include <safegov/deadline.hpp>
#include <safegov/decision.hpp>
#include <safegov/describe.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/explain.hpp>
#include <safegov/format.hpp>
#include <safegov/forward_plan.hpp>
#include <safegov/id.hpp>
#include <safegov/joint.hpp>
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
#include <safegov/register.hpp>
#include <safegov/register_report.hpp>
#include <safegov/registers.hpp>
#include <safegov/render.hpp>
#include <safegov/result.hpp>
#include <safegov/row.hpp>
#include <safegov/scale.hpp>
#include <safegov/source.hpp>
#include <safegov/state.hpp>
#include <safegov/survey.hpp>
#include <safegov/timeline.hpp>
#include <safegov/version.hpp>
#include <safegov/what_if.hpp>
