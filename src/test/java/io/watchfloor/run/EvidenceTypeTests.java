package io.watchfloor.run;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceTypeTests {

	@ParameterizedTest
	@ValueSource(strings = { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
			"<!doctype html><script>alert(1)</script>", "GIF8 <script>", "<?xml version='1.0'?><svg/>" })
	void whatABrowserCouldRunIsTextAndNeverAPicture(String hostile) {
		EvidenceType type = EvidenceType.of(hostile.getBytes(StandardCharsets.UTF_8));
		assertThat(type).isEqualTo(EvidenceType.TEXT);
		assertThat(type.picture()).isFalse();
	}

	@Test
	void picturesAreKnownByTheirFirstBytes() {
		assertThat(EvidenceType.of(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0 }))
			.isEqualTo(EvidenceType.PNG);
		assertThat(EvidenceType.of(new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0 }))
			.isEqualTo(EvidenceType.JPEG);
		assertThat(EvidenceType.of("GIF89a....".getBytes(StandardCharsets.US_ASCII))).isEqualTo(EvidenceType.GIF);
		assertThat(EvidenceType.of("RIFF0000WEBP".getBytes(StandardCharsets.US_ASCII))).isEqualTo(EvidenceType.WEBP);
		assertThat(EvidenceType.of("RIFF0000WAVE".getBytes(StandardCharsets.US_ASCII)).picture()).isFalse();
		assertThat(EvidenceType.of(new byte[] { 1, 2, 0, (byte) 0xFE })).isEqualTo(EvidenceType.BYTES);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			../../etc/passwd           | passwd
			C:\\temp\\dump.sql           | dump.sql
			.htaccess                  | htaccess
			a"b<c>;rm -rf.txt          | a_b_c__rm -rf.txt
			größe 1.png                | größe 1.png
			...                        | evidence
			""")
	void aNameMeansNothingToAnySystem(String given, String safe) {
		assertThat(EvidenceName.safe(given)).isEqualTo(safe);
	}

	@Test
	void aNameIsNotLongAndKeepsItsEnding() {
		assertThat(EvidenceName.safe("x".repeat(500) + ".log")).hasSize(100).endsWith(".log");
		assertThat(EvidenceName.safe("a\u202Egnp.exe")).doesNotContain("\u202E");
	}

}
