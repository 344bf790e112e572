package io.watchfloor.sandbox;

import java.time.Duration;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.sandbox.sample.SampleSystem;
import io.watchfloor.security.Permission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxTests {

	private final SandboxFixture fixture = SandboxFixture.healthy();

	@Test
	void itIsOnByDefaultOnlyWithoutADatabaseUrl() {
		assertThat(new SandboxSettings(null, Duration.ZERO).enabled(false)).isTrue();
		assertThat(new SandboxSettings(null, Duration.ZERO).enabled(true)).isFalse();
		assertThat(new SandboxSettings(true, Duration.ZERO).enabled(true)).isTrue();
		assertThat(new SandboxSettings(false, Duration.ZERO).enabled(false)).isFalse();
	}

	@Test
	void whoMayNotUseItIsRefusedAndNothingHappens() {
		this.fixture.permissions.remove(Permission.USE_SANDBOX);
		assertThatThrownBy(this::injectDiskNearlyFull).isInstanceOf(Problem.class);
		assertThat(this.fixture.recorded).isEmpty();
		assertThat(this.fixture.sandbox.injected()).isZero();
	}

	@Test
	void intentAndOutcomeAreRecorded() {
		injectDiskNearlyFull();
		assertThat(this.fixture.recorded).extracting(AuditEntry::action).containsOnly("sandbox.fault-injected");
		assertThat(this.fixture.recorded).extracting(AuditEntry::result).containsExactly("INTENDED", "SUCCEEDED");
		assertThat(this.fixture.recorded.getFirst().target()).isEqualTo("customer-success-mcp/sandbox");
		assertThat(this.fixture.recorded.getFirst().details()).containsEntry("fault", "disk-nearly-full");
	}

	@Test
	void withoutARecordNothingHappens() {
		this.fixture.auditWritable = false;
		assertThatThrownBy(this::injectDiskNearlyFull).isInstanceOf(Problem.class);
		assertThat(this.fixture.running(SampleSystem.CUSTOMER_SUCCESS).disk().nearlyFull()).isFalse();
	}

	@Test
	void resettingClearsTheFaultsToo() {
		injectDiskNearlyFull();
		this.fixture.sandbox.resetSampleData(SampleSystem.CUSTOMER_SUCCESS.id());
		assertThat(this.fixture.sandbox.injected()).isZero();
	}

	private void injectDiskNearlyFull() {
		this.fixture.sandbox.inject(SampleSystem.CUSTOMER_SUCCESS.id(), FaultKind.DISK_NEARLY_FULL);
	}

}
