/** Knowledge of CloudFormation: what a stack was made from. */
@NullMarked
package io.watchfloor.action.aws.cloudformation;

import org.jspecify.annotations.NullMarked;
