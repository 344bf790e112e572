/** Knowledge of Lambda: the code that functions run. */
@NullMarked
package io.watchfloor.action.aws.lambda;

import org.jspecify.annotations.NullMarked;
