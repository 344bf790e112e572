package io.watchfloor.action.kubernetes;

import java.time.Duration;

/** Durations as kubectl shortens them ({@code duration.HumanDuration}). */
final class Ages {

	private Ages() {
	}

	static String shortened(Duration age) {
		long seconds = age.toSeconds();
		if (seconds < -1) {
			return "<invalid>";
		}
		if (seconds < 0) {
			return "0s";
		}
		long minutes = seconds / 60;
		long hours = minutes / 60;
		long days = hours / 24;
		if (seconds < 120) {
			return seconds + "s";
		}
		if (minutes < 10) {
			return minutes + "m" + rest(seconds % 60, "s");
		}
		if (minutes < 180) {
			return minutes + "m";
		}
		if (hours < 8) {
			return hours + "h" + rest(minutes % 60, "m");
		}
		if (hours < 48) {
			return hours + "h";
		}
		if (hours < 192) {
			return days + "d" + rest(hours % 24, "h");
		}
		if (days < 730) {
			return days + "d";
		}
		return (days < 2920) ? days / 365 + "y" + rest(days % 365, "d") : days / 365 + "y";
	}

	private static String rest(long number, String unit) {
		return (number == 0) ? "" : number + unit;
	}

}
