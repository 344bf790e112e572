package io.watchfloor.audit.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checkpoints of one console, their signatures proven. */
public final class SignedCheckpoints {

	/** The file in the console's folder. */
	public static final String FILE = "checkpoints.jsonl";

	/** The public key beside it. */
	public static final String PUBLIC_KEY = "checkpoint-public-key.pem";

	/** No checkpoint to compare with. */
	public static final SignedCheckpoints NONE = new SignedCheckpoints(Map.of(), 0);

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<Long, List<JsonNode>> bySequence;

	private final int count;

	private SignedCheckpoints(Map<Long, List<JsonNode>> bySequence, int count) {
		this.bySequence = bySequence;
		this.count = count;
	}

	/**
	 * Reads them. A last line without a line feed is what a crash leaves and is not
	 * counted.
	 * @throws BrokenChain when one was not signed with the key
	 * @throws IOException when a file cannot be read or is no key
	 */
	public static SignedCheckpoints read(Path folder, Path publicKey) throws IOException, BrokenChain {
		String text = Files.readString(folder.resolve(FILE));
		List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
		PublicKey key = key(publicKey);
		Map<Long, List<JsonNode>> bySequence = new HashMap<>();
		for (int number = 1; number <= lines.size(); number++) {
			JsonNode checkpoint = parse(lines.get(number - 1), number);
			prove(checkpoint, key, number);
			bySequence.computeIfAbsent(checkpoint.path("sequence").asLong(), (_) -> new ArrayList<>()).add(checkpoint);
		}
		return new SignedCheckpoints(bySequence, lines.size());
	}

	/** How many there are. */
	public int count() {
		return this.count;
	}

	void compare(long sequence, String hash) throws BrokenChain {
		for (JsonNode checkpoint : this.bySequence.getOrDefault(sequence, List.of())) {
			if (!checkpoint.path("hash").asString("").equals(hash)) {
				throw new BrokenChain("Record " + sequence + " is not the one that was signed on " + instant(checkpoint)
						+ ": an older database was restored and written on, or the chain was rewritten.");
			}
		}
	}

	void reached(long last) throws BrokenChain {
		long newest = this.bySequence.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
		if (newest > last) {
			throw new BrokenChain("The log ends at record " + last + ", but record " + newest + " was signed on "
					+ instant(this.bySequence.getOrDefault(newest, List.of()).getFirst())
					+ ": the tail was cut or an older database was restored.");
		}
	}

	private static String instant(JsonNode checkpoint) {
		return checkpoint.path("instant").asString("");
	}

	private static JsonNode parse(String line, int number) throws BrokenChain {
		try {
			return JSON.readTree(line);
		}
		catch (JacksonException malformed) {
			throw new BrokenChain(
					"Checkpoint in line " + number + " of " + FILE + " is not JSON: " + malformed.getOriginalMessage());
		}
	}

	private static void prove(JsonNode checkpoint, PublicKey key, int number) throws BrokenChain {
		String signed = "watchfloor-checkpoint-1\n" + checkpoint.path("sequence").asString("") + "\n"
				+ checkpoint.path("hash").asString("") + "\n" + instant(checkpoint) + "\n";
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(key);
			signature.update(signed.getBytes(StandardCharsets.UTF_8));
			if (signature.verify(Base64.getDecoder().decode(checkpoint.path("signature").asString("")))) {
				return;
			}
		}
		catch (GeneralSecurityException | IllegalArgumentException malformed) {
			// No signature at all is no better than a wrong one
		}
		throw new BrokenChain("The checkpoint in line " + number + " of " + FILE + ", for record "
				+ checkpoint.path("sequence").asString("?")
				+ ", was not signed with this key: it was forged or changed.");
	}

	private static PublicKey key(Path file) throws IOException {
		try {
			String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
			return KeyFactory.getInstance("Ed25519")
				.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
		}
		catch (GeneralSecurityException | IllegalArgumentException malformed) {
			throw new IOException(file + " is not an Ed25519 public key in PEM", malformed);
		}
	}

}
