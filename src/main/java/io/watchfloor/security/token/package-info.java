/** Lets programs in that show an API token, and nothing else. */
@NullMarked
package io.watchfloor.security.token;

import org.jspecify.annotations.NullMarked;
