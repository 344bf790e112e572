package io.watchfloor.action.aws;

import java.util.Objects;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what went wrong with a call in words that a person can act on. */
final class AwsTrouble {

	private AwsTrouble() {
	}

	static Problem of(SdkException trouble, String call, String address) {
		if (trouble instanceof AwsServiceException answer) {
			return answered(answer, call, address);
		}
		String message = Objects.requireNonNullElse(trouble.getMessage(), "");
		if (message.contains("Unable to load credentials")) {
			return new Problem(Category.REFUSED_BY_POLICY, "There are no AWS credentials for " + address
					+ ". Give this machine a role, or set them for the process.", trouble);
		}
		return new Problem(Category.UNREACHABLE, call + ": " + address + " did not answer: " + root(trouble)
				+ ". Look whether the region is right and the network lets it through.", trouble);
	}

	private static Problem answered(AwsServiceException answer, String call, String address) {
		AwsErrorDetails details = answer.awsErrorDetails();
		String code = (details != null) ? Objects.requireNonNullElse(details.errorCode(), "") : "";
		String said = (details != null && details.errorMessage() != null) ? details.errorMessage()
				: "no reason was given";
		String message = call + ": " + address + " answered " + answer.statusCode() + " " + code + ": " + said;
		boolean failed = answer.statusCode() >= 500 && !answer.isThrottlingException();
		return new Problem(failed ? Category.UNREACHABLE : Category.TARGET_SAID_NO, message + advice(code), answer);
	}

	private static String advice(String code) {
		if (code.contains("AccessDenied") || code.contains("Unauthorized")) {
			return " Allow it to the role that this console uses.";
		}
		if (code.contains("ExpiredToken") || code.contains("InvalidClientToken")
				|| code.contains("UnrecognizedClient")) {
			return " Look at the credentials of this target.";
		}
		return "";
	}

	private static String root(Throwable trouble) {
		Throwable root = trouble;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
	}

}
