package io.watchfloor.action.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.ReadHandler;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.action.RunContext;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/**
 * Reads a status page. Only a report that says so is a vendor that is well; a page of
 * HTML, a word that nobody knows, an empty list is no report.
 */
@Component
class VendorStatusHandler implements ReadHandler<VendorStatus> {

	static final String COMPONENTS = "components";

	private final HttpServers servers;

	private final Clock clock;

	VendorStatusHandler(HttpServers servers, Clock clock) {
		this.servers = servers;
		this.clock = clock;
	}

	@Override
	public ActionType<VendorStatus> type() {
		return new ActionType<>("http.vendor-status", VendorStatus.class, HttpTargets.KIND);
	}

	@Override
	public Reading read(VendorStatus action, Target target, RunContext context) {
		StatusPage page = StatusPage.of(target, action.page());
		try (HttpSession session = this.servers.reading(target)) {
			return reading(page, session.get(page.path()), only(action, target), this.clock.instant());
		}
	}

	private static Set<String> only(VendorStatus action, Target target) {
		String named = action.component().isEmpty() ? target.settings().getOrDefault(COMPONENTS, "")
				: action.component();
		return Arrays.stream(named.split(",", -1))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Reading reading(StatusPage page, Answer answer, Set<String> only, Instant at) {
		try {
			if (answer.status() != 200 || answer.cut()) {
				throw new IllegalArgumentException(
						answer.cut() ? "it is longer than 64 KiB" : "its status is " + answer.status());
			}
			VendorReport report = VendorReport.of(page,
					JsonField.parse(answer.text()).orElseThrow(() -> new IllegalArgumentException("it is no JSON")),
					only);
			Reading.Table table = new Reading.Table(List.of("what", "status"), report.rows());
			return new Reading(true, report.words(), report.well() ? 1.0 : 0.0, "well", table, answer.text(),
					answer.source(), at)
				.judged(report.well() ? Judgement.AS_EXPECTED : Judgement.NOT_AS_EXPECTED);
		}
		catch (IllegalArgumentException noReport) {
			return new Reading(false, "The answer is no report of a status page: " + noReport.getMessage(), null, null,
					null, answer.text(), answer.source(), at);
		}
	}

}
