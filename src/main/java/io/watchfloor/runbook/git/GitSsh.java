package io.watchfloor.runbook.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to SSH servers by one key; the host key must have the pinned fingerprint, and
 * nothing of this machine's own SSH settings, keys or agents is used.
 */
final class GitSsh {

	private GitSsh() {
	}

	static SshdSessionFactory factory(Path home, String privateKey, String fingerprint) {
		List<KeyPair> keys = keys(privateKey);
		return new SshdSessionFactoryBuilder().setHomeDirectory(home.toFile())
			.setSshDirectory(home.toFile())
			.setConfigFile((folder) -> null)
			.setConfigStoreFactory((folder, file, user) -> null)
			.setPreferredAuthentications("publickey")
			.setDefaultKeysProvider((folder) -> keys)
			.setServerKeyDatabase((folder, ssh) -> new Pinned(fingerprint))
			.build(null);
	}

	private static List<KeyPair> keys(String text) {
		try (ByteArrayInputStream stream = new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8))) {
			Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities((@Nullable SessionContext) null,
					() -> "git key", stream, FilePasswordProvider.EMPTY);
			List<KeyPair> keys = new ArrayList<>();
			if (pairs != null) {
				pairs.forEach(keys::add);
			}
			if (!keys.isEmpty()) {
				return keys;
			}
		}
		catch (IOException | GeneralSecurityException unreadable) {
			throw noKey(unreadable);
		}
		throw noKey(null);
	}

	private static Problem noKey(@Nullable Exception why) {
		String message = "The secret 'key' of the repository holds no private key that can be read. "
				+ "It must be one without a passphrase.";
		return (why != null) ? new Problem(Category.NOT_UNDERSTOOD, message, why)
				: new Problem(Category.NOT_UNDERSTOOD, message);
	}

	/** Accepts one key, whatever files say. */
	private record Pinned(String fingerprint) implements ServerKeyDatabase {

		@Override
		public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration configuration) {
			return List.of();
		}

		@Override
		public boolean accept(String address, InetSocketAddress remote, PublicKey key, Configuration configuration,
				@Nullable CredentialsProvider provider) {
			return this.fingerprint.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
		}

	}

}
