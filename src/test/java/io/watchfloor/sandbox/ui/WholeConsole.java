package io.watchfloor.sandbox.ui;

import io.watchfloor.testing.IntegrationTest;

/** The console's context; a subclass adds what its own test wants beside it. */
@IntegrationTest
abstract class WholeConsole {

}
