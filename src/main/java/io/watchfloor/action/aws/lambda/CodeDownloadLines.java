package io.watchfloor.action.aws.lambda;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.LiteralReader;
import org.springframework.stereotype.Component;

/**
 * Reads {@code save-function-code [--folder FOLDER] [--region REGION] --all|FUNCTION…}.
 */
@Component
class CodeDownloadLines extends LiteralReader {

	CodeDownloadLines() {
		super("save-function-code");
	}

	@Override
	protected Action action(List<String> words) {
		List<String> left = new ArrayList<>(words);
		String folder = taken(left, "--folder");
		String region = taken(left, "--region");
		boolean all = left.equals(List.of("--all"));
		if (left.isEmpty() || (!all && left.stream().anyMatch((word) -> word.startsWith("-")))) {
			throw new IllegalArgumentException("it takes --all or names of functions behind --folder and --region");
		}
		return new CodeDownload(all ? List.of() : left, folder, region);
	}

	private static String taken(List<String> left, String flag) {
		if (left.size() < 2 || !left.getFirst().equals(flag)) {
			return "";
		}
		left.removeFirst();
		return left.removeFirst();
	}

}
