package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Looks at the certificate before it is anywhere: names, dates, whether the key is its.
 */
@Component
class TlsSecretApplyHandler extends SecretChange<TlsSecretApply> {

	static final String TYPE = "kubernetes.io/tls";

	private static final String CERTIFICATE = "tls.crt";

	private static final String KEY = "tls.key";

	private static final Duration SOON = Duration.ofDays(30);

	TlsSecretApplyHandler(Clusters clusters, Clock clock) {
		super("kubernetes.apply-tls-secret", TlsSecretApply.class, TlsSecretApply::where, clusters, clock);
	}

	@Override
	String name(TlsSecretApply action) {
		return action.name();
	}

	@Override
	Where where(TlsSecretApply action) {
		return action.where();
	}

	@Override
	Draft draft(TlsSecretApply action, Cluster cluster, Instant at) {
		String certificate = cluster.values().value(action.name(), CERTIFICATE);
		String key = cluster.values().value(action.name(), KEY);
		Certificates fresh = Certificates.read(certificate);
		demandUsable(fresh, key, at);
		Map<String, @Nullable String> values = new TreeMap<>();
		values.put(CERTIFICATE, SecretDraft.base64(certificate));
		values.put(KEY, SecretDraft.base64(key));
		String namespace = cluster.namespace(action.where());
		Draft draft = new SecretDraft(cluster, namespace, action.name(), TYPE, values).draft("");
		compare(cluster.api().find(SecretDraft.path(namespace, action.name())), fresh, draft);
		notes(fresh, draft, at);
		ingresses(action.name(), namespace, fresh, cluster, draft);
		return told(draft, action.name())
			.effect("What each host really serves is a look of its own: openssl s_client -connect HOST:443");
	}

	private static void demandUsable(Certificates fresh, String key, Instant at) {
		if (!fresh.match(key)) {
			throw no("The key that the target refers to does not belong to the certificate.");
		}
		Instant until = fresh.own().getNotAfter().toInstant();
		Instant from = fresh.own().getNotBefore().toInstant();
		if (until.isBefore(at) || from.isAfter(at)) {
			throw no("The certificate is valid from " + from + " to " + until + ", which is not now.");
		}
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message + " Nothing was sent.");
	}

	private static void compare(Optional<JsonNode> now, Certificates fresh, Draft draft) {
		String before = now.map((object) -> Json.text(object, "data", CERTIFICATE)).orElse("");
		if (before.isEmpty()) {
			draft.change(new Plan.Change("certificate", null, fresh.words()));
			return;
		}
		try {
			Certificates old = Certificates.read(new String(java.util.Base64.getMimeDecoder().decode(before),
					java.nio.charset.StandardCharsets.UTF_8));
			draft.change(new Plan.Change("certificate", old.words(), fresh.words()));
			Set<String> gone = new TreeSet<>(old.names());
			gone.removeIf(fresh::covers);
			if (!gone.isEmpty()) {
				draft.danger(
						"Names that the certificate of now is for, and the new one is not: " + String.join(", ", gone));
			}
			if (old.own().getNotAfter().toInstant().isAfter(fresh.own().getNotAfter().toInstant())) {
				draft.danger("The certificate of now is valid for longer than the new one.");
			}
		}
		catch (Problem | IllegalArgumentException unread) {
			draft.change(new Plan.Change("certificate", "none that can be read", fresh.words()));
		}
	}

	private static void notes(Certificates fresh, Draft draft, Instant at) {
		draft.effect("Issued by " + fresh.own().getIssuerX500Principal().getName());
		if (fresh.own().getNotAfter().toInstant().isBefore(at.plus(SOON))) {
			draft.danger("It expires within " + SOON.toDays() + " days.");
		}
		if (fresh.chain().size() == 1) {
			draft.warn("No certificate of an authority comes with it; programs other than browsers may refuse it.");
		}
		if (fresh.names().isEmpty()) {
			draft.danger("It is for no name at all.");
		}
	}

	private static void ingresses(String name, String namespace, Certificates fresh, Cluster cluster, Draft draft) {
		try {
			for (JsonNode ingress : Json.list(cluster.list("ingresses", namespace, Map.of()).path("items"))) {
				Json.list(Json.at(ingress, "spec", "tls"))
					.stream()
					.filter((tls) -> Json.text(tls, "secretName").equals(name))
					.flatMap((tls) -> Json.list(tls.path("hosts")).stream())
					.map(Json::text)
					.forEach((host) -> host(host, Json.text(ingress, "metadata", "name"), fresh, draft));
			}
		}
		catch (Problem hidden) {
			draft.warn("Could not look at the ingresses that use it: " + hidden.getMessage());
		}
	}

	private static void host(String host, String ingress, Certificates fresh, Draft draft) {
		if (fresh.covers(host)) {
			draft.effect("Serves " + host + " of the ingress " + ingress);
		}
		else {
			draft.danger("The ingress " + ingress + " serves " + host + " with it, which it is not for.");
		}
	}

	@Override
	public void needs(TlsSecretApply action, Needs needs) {
		super.needs(action, needs);
		needs.any(action.where(), "ingresses", "list");
	}

}
