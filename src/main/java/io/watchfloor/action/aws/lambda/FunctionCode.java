package io.watchfloor.action.aws.lambda;

import java.util.Base64;
import java.util.HexFormat;

import io.watchfloor.action.aws.ArtifactFile;
import io.watchfloor.action.aws.Told;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * The code of one function, as the service tells it.
 *
 * @param name of the function
 * @param sha256 of its zip, in hexadecimal digits
 * @param size of its zip, in bytes
 */
record FunctionCode(String name, String sha256, long size) {

	/**
	 * From a function's configuration.
	 * @throws Problem when it has no zip
	 */
	static FunctionCode of(Told configuration) {
		String name = configuration.text("FunctionName");
		if (configuration.text("PackageType").equals("Image")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					name + " runs an image; its code is in a registry and has no zip.");
		}
		try {
			byte[] digest = Base64.getDecoder().decode(configuration.text("CodeSha256"));
			return new FunctionCode(name, HexFormat.of().formatHex(digest), configuration.number("CodeSize"));
		}
		catch (IllegalArgumentException odd) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The digest of " + name + " is not understood.", odd);
		}
	}

	/** Where it is kept: under a name that says which version it is. */
	ArtifactFile file(CodeDownload action, Target target) {
		String name = this.name + "-" + this.sha256.substring(0, 12) + ".zip";
		return ArtifactFile.of(action.folder().isEmpty() ? name : action.folder() + "/" + name, target);
	}

}
