/** The SDK's own model of every bundled service, read by reflection. */
@NullMarked
package io.watchfloor.action.aws.model;

import org.jspecify.annotations.NullMarked;
