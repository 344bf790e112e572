package io.watchfloor.action.aws;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Opens sessions: credentials are there, and the account is the one that the target
 * allows, before anything else is sent. Settings of a target: {@code region}; optionally
 * {@code role} to assume, {@code endpoint} of a stand-in, {@code allowed-account}.
 */
@Component
public class AwsSessions implements Sessions<AwsSession> {

	private final AwsClients clients;

	private final Clock clock;

	private final Set<Target> inAllowedAccount = ConcurrentHashMap.newKeySet();

	AwsSessions(AwsClients clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	@Override
	public AwsSession reading(Target target) {
		return open(target, false);
	}

	@Override
	public AwsSession changing(Target target) {
		return open(target, true);
	}

	private AwsSession open(Target target, boolean changing) {
		target.setting("region");
		try {
			this.clients.provider(target).resolveCredentials();
		}
		catch (SdkException trouble) {
			throw AwsTrouble.of(trouble, "signing in", "AWS in " + target.setting("region"));
		}
		demandAccount(target);
		return new AwsSession(this.clients, target, changing, this.clock.instant());
	}

	private void demandAccount(Target target) {
		String allowed = target.settings().get("allowed-account");
		if (allowed == null || this.inAllowedAccount.contains(target)) {
			return;
		}
		AwsSession session = new AwsSession(this.clients, target, false, this.clock.instant());
		Object account = session.call("sts", "get-caller-identity", Map.of(), "").get("Account");
		if (!allowed.equals(account)) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"The credentials belong to account " + account + ", but " + target.id() + " allows only " + allowed
							+ ". Nothing was sent; look at the role of this target.");
		}
		this.inAllowedAccount.add(target);
	}

}
