/** Knowledge of EC2: security groups, instances. */
@NullMarked
package io.watchfloor.action.aws.ec2;

import org.jspecify.annotations.NullMarked;
