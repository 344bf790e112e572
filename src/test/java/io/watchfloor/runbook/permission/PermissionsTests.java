package io.watchfloor.runbook.permission;

import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the shipped systems' runbooks need, at their targets. */
@IntegrationTest
class PermissionsTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Permissions permissions;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aTargetGetsWhatTheRunbooksDoThereAndNothingElse() {
		SignedIn.as(this.context, Role.VIEWER);
		List<Grants> all = this.permissions.of("customer-success-mcp");
		assertThat(all).filteredOn((each) -> each.target().id().environment().equals("production"))
			.singleElement()
			.satisfies((cloud) -> {
				assertThat(cloud.document().title()).isEqualTo("IAM policy");
				assertThat(cloud.actions()).isPositive();
				assertThat(cloud.document().text()).contains("ecs:UpdateService", "service/cs-mcp-prod/cs-mcp")
					.doesNotContain("Delete");
			});
	}

	@Test
	void aTargetThatNoRunbookTouchesNeedsNothing() {
		SignedIn.as(this.context, Role.VIEWER);
		assertThat(this.permissions.of("rag-demo")).filteredOn((each) -> each.target().kind().equals("kubernetes"))
			.isNotEmpty()
			.allSatisfy((cluster) -> {
				assertThat(cluster.actions()).isZero();
				assertThat(cluster.document().text()).isEmpty();
			});
	}

	@Test
	void nobodyLooksWithoutBeingAllowed() {
		assertThatThrownBy(() -> this.permissions.of("rag-demo")).isInstanceOf(Problem.class);
	}

}
