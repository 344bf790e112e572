/** What the calls of actions must be granted, as a policy of IAM. */
@NullMarked
package io.watchfloor.action.aws.iam;

import org.jspecify.annotations.NullMarked;
