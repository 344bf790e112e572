/** The sandbox's page, its navigation, its palette entries and its status text. */
@NullMarked
package io.watchfloor.sandbox.ui;

import org.jspecify.annotations.NullMarked;
