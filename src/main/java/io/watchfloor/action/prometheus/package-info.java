/**
 * Prometheus as a target: queries, alerts, targets and rules, and the readers of PromQL.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.prometheus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
