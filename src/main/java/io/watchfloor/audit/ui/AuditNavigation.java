package io.watchfloor.audit.ui;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.watchfloor.audit.AuditVerification;
import io.watchfloor.audit.ChainVerdict;
import io.watchfloor.kernel.Counted;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.ui.Banner;
import io.watchfloor.ui.NavigationEntry;
import io.watchfloor.ui.StatusItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the audit log into the navigation, the status bar and, in need, the banner. */
@Configuration(proxyBeanMethods = false)
public class AuditNavigation {

	@Bean
	NavigationEntry auditEntry(Authority authority) {
		return new NavigationEntry("Audit", AuditView.class, NavigationEntry.Group.REVIEW, 90, VaadinIcon.ARCHIVE,
				() -> authority.has(Permission.READ_AUDIT));
	}

	@Bean
	Banner auditBanner(AuditVerification verification) {
		return verification::alarm;
	}

	@Bean
	StatusItem auditStatus(AuditVerification verification) {
		return new AuditStatus(verification);
	}

	/** "Audit chain verified 03:10 UTC, 18,412 records". */
	private record AuditStatus(AuditVerification verification) implements StatusItem {

		@Override
		public String text() {
			return this.verification.last().map(this::text).orElse("Audit chain not verified yet");
		}

		private String text(ChainVerdict verdict) {
			return switch (verdict) {
				case ChainVerdict.Intact intact -> "Audit chain verified %s UTC, %s".formatted(
						DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC).format(intact.at()),
						Counted.of(intact.records(), "record"));
				case ChainVerdict.Broken broken -> "● Audit chain broken at record " + broken.fault().sequence();
			};
		}

		@Override
		public int order() {
			return 20;
		}

	}

}
