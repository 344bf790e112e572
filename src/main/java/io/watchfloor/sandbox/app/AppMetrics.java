package io.watchfloor.sandbox.app;

import java.time.Duration;
import java.util.Locale;

import io.watchfloor.sandbox.sample.SampleDatabase;
import io.watchfloor.sandbox.sample.SampleSystem;

/** What the application counts, under the names that its runbook uses. */
public final class AppMetrics {

	private final Series series = new Series();

	private final RecentCalls recent = new RecentCalls();

	private final SampleSystem system;

	public AppMetrics(SampleSystem system) {
		this.system = system;
		startAtZero();
	}

	/** A counter that is missing looks like a broken exporter; zero looks like zero. */
	private void startAtZero() {
		switch (this.system) {
			case CUSTOMER_SUCCESS -> {
				this.series.count("cache_hits_total", "", 0);
				this.series.count("cache_misses_total", "", 0);
			}
			case ORDERDESK -> {
				this.series.count("errors_total", "type=\"injected\"", 0);
				this.series.count("errors_total", "type=\"database\"", 0);
			}
		}
	}

	/**
	 * Counts one call.
	 * @param tool what was called
	 * @param status the HTTP status
	 * @param trouble what went wrong, in one word; empty when nothing did
	 * @param duration how long it took
	 */
	public void call(String tool, int status, String trouble, Duration duration) {
		boolean failed = status >= 500;
		this.recent.add(failed, duration);
		switch (this.system) {
			case CUSTOMER_SUCCESS -> {
				String label = "tool=\"" + tool + "\"";
				this.series.count("tool_execution_total", label + ",status=\"" + (failed ? "error" : "success") + "\"");
				this.series.observe("tool_execution_duration_seconds", label, duration);
			}
			case ORDERDESK -> {
				this.series.count("http_requests_total",
						"method=\"GET\",path=\"/tools/%s\",status=\"%d\"".formatted(tool, status));
				this.series.observe("http_request_duration_seconds", "path=\"/tools/" + tool + "\"", duration);
				if (failed) {
					this.series.count("errors_total", "type=\"" + trouble + "\"");
				}
			}
		}
	}

	/** The last calls. */
	RecentCalls recent() {
		return this.recent;
	}

	/** Counts one look into the cache. */
	public void lookedUp(Lookup lookup) {
		switch (this.system) {
			case CUSTOMER_SUCCESS ->
				this.series.count((lookup == Lookup.HIT) ? "cache_hits_total" : "cache_misses_total", "");
			case ORDERDESK ->
				this.series.count("cache_operations_total", "operation=\"get\",result=\"" + lookup.word() + "\"");
		}
	}

	/** The share of looks into the cache that found something, or 0 before the first. */
	public double hitRate() {
		double hits = this.series.sum("cache_hits_total", "")
				+ this.series.sum("cache_operations_total", "result=\"hit\"");
		double all = this.series.sum("cache_hits_total", "") + this.series.sum("cache_misses_total", "")
				+ this.series.sum("cache_operations_total", "");
		return (all > 0) ? hits / all : 0;
	}

	/** Sets the gauges and writes everything. */
	public String text(int activeConnections, DiskArea disk) {
		this.series.gauge("database_connections_active", activeConnections);
		this.series.gauge("database_connections_max", SampleDatabase.CONNECTION_LIMIT);
		this.series.gauge("disk_total_bytes", (double) DiskArea.TOTAL);
		this.series.gauge("disk_used_bytes", (double) disk.used());
		return this.series.text();
	}

	/** What a look into the cache came to. */
	public enum Lookup {

		/** A value that can be used. */
		HIT,
		/** Nothing, or a value too old. */
		MISS,
		/** No answer. */
		ERROR;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
