/** Knowledge of Route 53: record sets. */
@NullMarked
package io.watchfloor.action.aws.route53;

import org.jspecify.annotations.NullMarked;
