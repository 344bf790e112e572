/** Missed schedules and the lives of consoles as rows. */
@NullMarked
package io.watchfloor.schedule.persistence;

import org.jspecify.annotations.NullMarked;
