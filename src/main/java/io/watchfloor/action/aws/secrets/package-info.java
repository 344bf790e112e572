/** Knowledge of Secrets Manager: stages of versions. */
@NullMarked
package io.watchfloor.action.aws.secrets;

import org.jspecify.annotations.NullMarked;
