package io.watchfloor.audit;

import java.util.Optional;
import java.util.function.LongConsumer;

import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** Verifies the chain for those who may, and tells everybody what was found last. */
@Service
public class AuditVerification {

	private final ChainVerifier verifier;

	private final ChainState state;

	private final Authority authority;

	AuditVerification(ChainVerifier verifier, ChainState state, Authority authority) {
		this.verifier = verifier;
		this.state = state;
		this.authority = authority;
	}

	/**
	 * Verifies the whole chain, in the caller's thread; some seconds for each million
	 * records.
	 * @param progress told how many records are done, now and then
	 * @throws io.watchfloor.kernel.Problem when the caller may not, or the log cannot be
	 * read
	 */
	public ChainVerdict verify(LongConsumer progress) {
		this.authority.require(Permission.READ_AUDIT);
		ChainVerdict verdict = this.verifier.verify(progress);
		this.state.found(verdict);
		return verdict;
	}

	/** What the last verification found, by whomever; empty before the first. */
	public Optional<ChainVerdict> last() {
		return this.state.last();
	}

	/** What everybody must know about the log right now; empty while all is well. */
	public Optional<String> alarm() {
		return this.state.alarm();
	}

}
