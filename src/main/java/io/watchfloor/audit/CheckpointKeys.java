package io.watchfloor.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** The Ed25519 keys that sign checkpoints, in PEM files as OpenSSL reads them. */
final class CheckpointKeys {

	static final String PRIVATE_FILE = "checkpoint-private-key.pem";

	static final String PUBLIC_FILE = "checkpoint-public-key.pem";

	private final PrivateKey privateKey;

	private final PublicKey publicKey;

	private CheckpointKeys(PrivateKey privateKey, PublicKey publicKey) {
		this.privateKey = privateKey;
		this.publicKey = publicKey;
	}

	/** Reads the pair, making it on the first start. */
	static CheckpointKeys open(Path folder) throws IOException {
		try {
			if (!Files.exists(folder.resolve(PRIVATE_FILE))) {
				create(folder);
			}
			KeyFactory factory = KeyFactory.getInstance("Ed25519");
			return new CheckpointKeys(
					factory.generatePrivate(new PKCS8EncodedKeySpec(read(folder.resolve(PRIVATE_FILE)))),
					factory.generatePublic(new X509EncodedKeySpec(read(folder.resolve(PUBLIC_FILE)))));
		}
		catch (GeneralSecurityException | IllegalArgumentException unreadable) {
			throw new IOException("the checkpoint keys in " + folder + " cannot be read: " + unreadable.getMessage(),
					unreadable);
		}
	}

	/** Signs that the chain has this head. */
	Checkpoint sign(ChainHead head, Instant instant) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.privateKey);
			signature.update(Checkpoint.signed(head.sequence(), head.hash(), instant));
			return new Checkpoint(head.sequence(), head.hash(), instant,
					Base64.getEncoder().encodeToString(signature.sign()));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("Ed25519 is the JDK's own", impossible);
		}
	}

	/** Whether the checkpoint was signed with these keys. */
	boolean signed(Checkpoint checkpoint) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(this.publicKey);
			signature.update(checkpoint.signed());
			return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
		}
		catch (GeneralSecurityException | IllegalArgumentException malformed) {
			return false;
		}
	}

	private static void create(Path folder) throws IOException, GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		write(folder.resolve(PUBLIC_FILE), "rw-r--r--", "PUBLIC KEY",
				new X509EncodedKeySpec(pair.getPublic().getEncoded()));
		// Last: while it is missing, the next start makes a whole pair
		write(folder.resolve(PRIVATE_FILE), "rw-------", "PRIVATE KEY",
				new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
	}

	private static void write(Path file, String permissions, String label, EncodedKeySpec key) throws IOException {
		String text = "-----BEGIN " + label + "-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key.getEncoded()) + "\n-----END "
				+ label + "-----\n";
		Path half = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(half);
		// Never readable by others, not even for the moment between creating and changing
		Files
			.newByteChannel(half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
			.close();
		Files.writeString(half, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
		Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
				java.nio.file.StandardCopyOption.ATOMIC_MOVE);
	}

	private static byte[] read(Path file) throws IOException {
		String text = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "");
		return Base64.getMimeDecoder().decode(text);
	}

}
