package io.watchfloor.action.host;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** The value is the days until it ends, below zero when it has; no answer is unknown. */
@Component
class CertificateDatesHandler implements ReadHandler<CertificateDates> {

	private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

	private static final String END = "-----END CERTIFICATE-----";

	private final Hosts hosts;

	private final Clock clock;

	CertificateDatesHandler(Hosts hosts, Clock clock) {
		this.hosts = hosts;
		this.clock = clock;
	}

	@Override
	public ActionType<CertificateDates> type() {
		return new ActionType<>("host.certificate-dates", CertificateDates.class, "host");
	}

	@Override
	public Reading read(CertificateDates action, Target target, RunContext context) {
		if ("local".equals(target.settings().get("via"))) {
			AddressGuard.demand(target, action.address().replaceFirst(":[0-9]+$", ""));
		}
		List<String> words = new ArrayList<>(List.of("openssl", "s_client", "-connect", action.address()));
		if (!action.serverName().isEmpty()) {
			words.addAll(List.of("-servername", action.serverName()));
		}
		if (!action.startTls().isEmpty()) {
			words.addAll(List.of("-starttls", action.startTls()));
		}
		HostAnswer answer = this.hosts.run(target, new HostCommand(words, null, Duration.ofSeconds(15)));
		Instant at = this.clock.instant();
		String source = action.client() + " at " + target.id();
		int begin = answer.output().indexOf(BEGIN);
		int end = answer.output().indexOf(END, Math.max(begin, 0));
		if (begin < 0 || end < 0) {
			return Reading.unknown(action.address() + " showed no certificate: " + answer.lastWords(), source, at);
		}
		return reading(action, answer.output().substring(begin, end + END.length()), source, at);
	}

	private static Reading reading(CertificateDates action, String pem, String source, Instant at) {
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
			Instant until = certificate.getNotAfter().toInstant();
			long days = Duration.between(at, until).toDays();
			boolean valid = at.isBefore(until) && at.isAfter(certificate.getNotBefore().toInstant());
			String text = "notBefore=%s%nnotAfter=%s%nsubject=%s%nissuer=%s%n".formatted(
					certificate.getNotBefore().toInstant(), until, certificate.getSubjectX500Principal(),
					certificate.getIssuerX500Principal());
			String summary = valid ? "valid for another %d days, until %s".formatted(days, until)
					: "not valid: it runs from %s until %s".formatted(certificate.getNotBefore().toInstant(), until);
			return new Reading(true, summary, (double) days, "days", null, text, source, at,
					valid ? Judgement.NOT_JUDGED : Judgement.NOT_AS_EXPECTED);
		}
		catch (CertificateException unreadable) {
			return Reading.unknown(
					"The certificate of " + action.address() + " cannot be read: " + unreadable.getMessage() + ".",
					source, at);
		}
	}

}
