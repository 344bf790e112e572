package io.watchfloor.action.aws.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.action.Shell;
import io.watchfloor.action.aws.ArtifactNames;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Writes what a stack was made from into a new file: template, parameters, outputs, tags.
 *
 * @param stack its name or ARN
 * @param file in the target's folder of files
 * @param region where it is; empty for the target's own
 */
public record StackExport(String stack, String file, String region) implements Calling {

	private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}|arn:[A-Za-z0-9:/_-]{1,1000}");

	public StackExport {
		if (!STACK.matcher(stack).matches()) {
			throw new IllegalArgumentException("'" + stack + "' is no name of a stack");
		}
		ArtifactNames.demandFile(file);
		ArtifactNames.demandRegion(region);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Save what the stack " + this.stack + " was made from as " + this.file;
	}

	@Override
	public String commandLine() {
		return "save-stack " + Shell.quote(this.stack) + " " + Shell.quote(this.file)
				+ (this.region.isEmpty() ? "" : " --region " + this.region);
	}

	@Override
	public List<AwsCall> calls() {
		Map<String, Object> stack = Map.of("StackName", this.stack);
		return List.of(new AwsCall("cloudformation", "describe-stacks", stack, this.region),
				new AwsCall("cloudformation", "get-template", stack, this.region));
	}

}
