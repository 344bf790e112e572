/** How somebody gets in: passwords, throttling, sessions, the identity provider. */
@NullMarked
package io.watchfloor.security.signin;

import org.jspecify.annotations.NullMarked;
