/**
 * Amazon Web Services as a target: any operation of the bundled services, and the reader
 * of {@code aws}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
