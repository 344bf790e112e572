package io.watchfloor.audit.ui;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditExport;
import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.AuditRecords;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
@ViewPackages(packages = "io.watchfloor")
class AuditViewTests extends SpringBrowserlessTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	AuditLog log;

	@Autowired
	AuditRecords records;

	@Autowired
	AuditExport export;

	@Autowired
	Secrets secrets;

	@BeforeEach
	void signIn() {
		SignedIn.as(this.context, Role.MANAGER);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theNewestRecordStandsFirstAndASearchNarrows() {
		append("step.intended", "Redis keys stale");
		append("step.succeeded", "tidied the warehouse");
		AuditGrid grid = open("audit");
		assertThat(test(grid).getRow(0).action()).isEqualTo("step.succeeded");
		test(find(TextField.class).withCaption("Search").single()).setValue("wareh");
		assertThat(test(grid).size()).isEqualTo(1);
		assertThat(test(grid).getRow(0).reason()).isEqualTo("tidied the warehouse");
	}

	@Test
	void aSelectedRecordOpensBesideAndItsAddressOpensItAgain() {
		long sequence = append("step.intended", "chosen");
		append("step.intended", "another");
		AuditGrid grid = open("audit");
		test(grid).clickRow(1);
		assertThat(text(find(RecordPanel.class).single())).contains("Record " + sequence, "chosen");
		UI.getCurrent().navigate("audit", QueryParameters.of("record", Long.toString(sequence)));
		assertThat(text(find(RecordPanel.class).single())).contains("Record " + sequence, "chosen");
	}

	@Test
	void theChainIsVerifiedAtAPress() {
		append("step.intended", "verified");
		open("audit");
		test(find(Button.class).withText("Verify chain").single()).click();
		await().atMost(10, SECONDS).pollInSameThread().untilAsserted(() -> {
			VaadinSession.getCurrent().unlock();
			VaadinSession.getCurrent().lock();
			assertThat(text(find(VerifyPanel.class).single())).contains("Intact", "signed checkpoint");
		});
	}

	@Test
	void whoMayExportIsOfferedIt() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		open("audit");
		assertThat(find(Anchor.class).withText("Export").exists()).isTrue();
		long written = this.export.write(file);
		assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(Math.toIntExact(written) + 1)
			.last()
			.asString()
			.contains("{\"end\":{\"records\":" + written);
	}

	@Test
	void anOperatorReadsButIsNotOfferedTheExport() {
		SignedIn.as(this.context, Role.OPERATOR);
		open("audit");
		assertThat(find(Anchor.class).withText("Export").exists()).isFalse();
	}

	@Test
	void aResolvedSecretInAReasonIsStoredHidden(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("password"), "Tr0ub4dor&3");
		this.secrets.resolve(new SecretReference("file", file.toString()));
		long sequence = append("step.intended", "signed in with Tr0ub4dor&3, again");
		AuditRecord stored = this.records.page(AuditFilter.ALL, sequence + 1, 0, 1).getFirst();
		assertThat(stored.reason()).isEqualTo("signed in with [hidden], again");
	}

	private long append(String action, String reason) {
		return this.log.append(new AuditEntry(new Actor("0192f0c1", "Olga Petrova"), action, "cs-mcp/production/cache",
				null, reason, "INTENDED", Map.of("step", "3")));
	}

	private AuditGrid open(String location) {
		navigate(location, AuditView.class);
		return find(AuditGrid.class).single();
	}

	private static String text(Component component) {
		return component.getElement().getTextRecursively();
	}

}
