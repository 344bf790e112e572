package io.watchfloor.action.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Signs in to SSH servers: by key only, the host key must have the pinned fingerprint,
 * and nothing of this machine's own SSH settings, keys or agents is used. The client
 * starts with the first session.
 */
@Component
class SshSessions implements DisposableBean {

	static final Duration CONNECT = Duration.ofSeconds(5);

	static final Duration SIGN_IN = Duration.ofSeconds(10);

	private final Secrets secrets;

	private @Nullable SshClient client;

	SshSessions(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Opens a session.
	 * @throws Problem when the server cannot be reached, is another, or refuses the key
	 */
	ClientSession open(SshAddress address, Target target) {
		KeyPair key = key(target);
		AtomicReference<String> shown = new AtomicReference<>();
		ClientSession session = connect(address, target);
		try {
			session.setServerKeyVerifier((_, _, serverKey) -> pinned(serverKey, address, shown));
			session.addPublicKeyIdentity(key);
			session.auth().verify(SIGN_IN);
			return session;
		}
		catch (IOException refused) {
			session.close(true);
			String other = shown.get();
			throw (other != null) ? new Problem(Category.TARGET_SAID_NO,
					"%s shows the host key %s, and %s is pinned. Somebody stands between, or the host was set up anew: check its key on the host itself before you change 'fingerprint' of %s."
						.formatted(address, other, address.fingerprint(), target.id()),
					refused)
					: new Problem(Category.TARGET_SAID_NO,
							"%s refused the sign-in of %s: %s. Check 'user' and the secret 'key' of %s."
								.formatted(address.host(), address.user(), refused.getMessage(), target.id()),
							refused);
		}
	}

	private ClientSession connect(SshAddress address, Target target) {
		try {
			return client().connect(address.user(), AddressGuard.pinned(target, address.host(), address.port()))
				.verify(CONNECT)
				.getSession();
		}
		catch (IOException unreachable) {
			throw new Problem(
					Category.UNREACHABLE, "The SSH server of " + address + " cannot be reached: "
							+ unreachable.getMessage() + ". Look whether the host runs and the address is right.",
					unreachable);
		}
	}

	private static boolean pinned(PublicKey key, SshAddress address, AtomicReference<String> shown) {
		String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
		boolean same = address.fingerprint().equals(fingerprint);
		if (!same) {
			shown.set(fingerprint);
		}
		return same;
	}

	private KeyPair key(Target target) {
		SecretReference reference = target.secrets().get("key");
		if (reference == null) {
			throw new Problem(Category.NOT_FOUND,
					"Target " + target.id() + " has no secret 'key', the private key to sign in with.");
		}
		String text = this.secrets.resolve(reference);
		try (ByteArrayInputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
			Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities((@Nullable SessionContext) null,
					() -> reference.toString(), stream, FilePasswordProvider.EMPTY);
			if (pairs != null && pairs.iterator().hasNext()) {
				return pairs.iterator().next();
			}
			throw new Problem(Category.NOT_UNDERSTOOD, reference + " holds no private key.");
		}
		catch (IOException | GeneralSecurityException unreadable) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					reference + " holds no private key that can be read (one with a passphrase cannot).", unreadable);
		}
	}

	private synchronized SshClient client() {
		SshClient known = this.client;
		if (known != null) {
			return known;
		}
		SshClient made = SshClient.setUpDefaultClient();
		made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
		made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
		made.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory()));
		made.start();
		this.client = made;
		return made;
	}

	@Override
	public synchronized void destroy() {
		if (this.client != null) {
			this.client.close(true);
		}
	}

}
