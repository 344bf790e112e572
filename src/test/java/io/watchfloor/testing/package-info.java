/**
 * What tests stand on, so that no test builds a server of its own.
 *
 * <ul>
 * <li>{@link io.watchfloor.testing.IntegrationTest @IntegrationTest} starts the console's
 * context on a fresh, migrated database and a data folder of its own, without the
 * sandbox. Contexts with the same configuration are shared between classes, so a test
 * makes its own rows and counts only those. {@link io.watchfloor.testing.ServerTest
 * @ServerTest} is the same with a web server on a random port.</li>
 * <li>{@link io.watchfloor.testing.TestStore} gives a persistence test a fresh database
 * and jOOQ without Spring, in about a tenth of a second.</li>
 * <li>{@link io.watchfloor.testing.MutableClock} is a clock that the test moves; with
 * {@code @Import(MovableTime.class)} the context uses one.</li>
 * <li>{@link io.watchfloor.testing.CuttableLine} stands between a client and a server and
 * can be cut and mended.</li>
 * <li>{@link io.watchfloor.testing.RealServers} finds programs such as
 * {@code redis-server}; where one is missing the test is skipped by name, or fails when
 * {@code CI=true}, unless it is one that cannot run everywhere ({@code dockerd}).</li>
 * </ul>
 *
 * One PostgreSQL serves a whole test process. It starts with the first test that needs it
 * and is as durable as the real one, because the console refuses another.
 */
@NullMarked
package io.watchfloor.testing;

import org.jspecify.annotations.NullMarked;
