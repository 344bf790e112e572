package io.watchfloor.action.aws.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.action.Shell;
import io.watchfloor.action.aws.ArtifactNames;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Risk;

/**
 * Fetches the code of functions into new files {@code FUNCTION-DIGEST.zip}.
 *
 * @param functions their names; empty for all of the region
 * @param folder below the target's folder of files, which must be there; empty for that
 * folder itself
 * @param region where they are; empty for the target's own
 */
public record CodeDownload(List<String> functions, String folder, String region) implements Calling {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,140}");

	public CodeDownload {
		functions = functions.stream().sorted().distinct().toList();
		functions.forEach((name) -> {
			if (!NAME.matcher(name).matches()) {
				throw new IllegalArgumentException("'" + name + "' is no name of a function");
			}
		});
		if (!folder.isEmpty()) {
			ArtifactNames.demandFile(folder);
		}
		ArtifactNames.demandRegion(region);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Save the code of " + (this.functions.isEmpty() ? "all functions" : (this.functions.size() < 4)
				? String.join(", ", this.functions) : Counted.of(this.functions.size(), "function"));
	}

	@Override
	public String commandLine() {
		return "save-function-code" + (this.folder.isEmpty() ? "" : " --folder " + Shell.quote(this.folder))
				+ (this.region.isEmpty() ? "" : " --region " + this.region)
				+ (this.functions.isEmpty() ? " --all" : " " + String.join(" ", this.functions));
	}

	@Override
	public List<AwsCall> calls() {
		if (this.functions.isEmpty()) {
			return List.of(new AwsCall("lambda", "list-functions", Map.of(), this.region),
					new AwsCall("lambda", "get-function", Map.of(), this.region));
		}
		List<AwsCall> calls = new ArrayList<>();
		this.functions.forEach((name) -> {
			Map<String, Object> function = Map.of("FunctionName", name);
			calls.add(new AwsCall("lambda", "get-function-configuration", function, this.region));
			calls.add(new AwsCall("lambda", "get-function", function, this.region));
		});
		return calls;
	}

}
