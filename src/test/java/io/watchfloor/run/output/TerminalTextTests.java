package io.watchfloor.run.output;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.run.DisplayText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a program wrote for a terminal is inert, and can be read. */
class TerminalTextTests {

	@Test
	void coloursAreLeftOut() {
		assertThat(shown("\u001b[1;31mERROR\u001b[0m disk \u001b[38;5;208mfull\u001b(B\u001b[m"))
			.containsExactly("ERROR disk full");
	}

	@Test
	void aProgressBarIsALineForEachOfItsStates() {
		assertThat(shown("\u001b[?25l 10 %\r\u001b[K 20 %\r\u001b[2K 100 %\n done\u001b[?25h")).containsExactly(" 10 %",
				" 20 %", " 100 %", " done");
	}

	@Test
	void movingTheCursorIsSeenAndDoesNothing() {
		assertThat(shown("evil\u001b[1A\u001b[2Jgood")).containsExactly("evil␛[1A␛[2Jgood");
	}

	@Test
	void titlesLinksAndTheClipboardAreSeenAndDoNothing() {
		assertThat(shown("\u001b]0;title\u0007\u001b]52;c;aGk=\u0007\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\"))
			.containsExactly("␛]0;title␇␛]52;c;aGk=␇␛]8;;http://x␛\\link␛]8;;␛\\");
	}

	@Test
	void whatTurnsTheWritingOrHidesInItIsSeen() {
		assertThat(shown("a\u202eb\u2066c\u200bd\u2028e\ufefff\udb40\udc41g")).containsExactly("a�b�c�d�e�f�g");
	}

	@Test
	void halfACharacterAndBinaryAreSeen() {
		assertThat(shown("\ud83d x \udc00 \u0000\u0001\u007f\u0085 \ufffd")).containsExactly("� x � ␀␁␡� �");
		assertThat(shown("😀 Grüße 漢")).containsExactly("😀 Grüße 漢");
	}

	@Test
	void linesEndAsSystemsEndThem() {
		assertThat(shown("a\r\nb\nc\rd\n")).containsExactly("a", "b", "c", "d");
		assertThat(shown("\n\n")).containsExactly("", "");
		assertThat(shown("")).containsExactly("");
	}

	@Test
	void aSequenceThatWasCutIsSeen() {
		assertThat(shown("a\u001b[3")).containsExactly("a␛[3");
		assertThat(shown("a\u001b")).containsExactly("a␛");
	}

	private static List<String> shown(String written) {
		List<String> lines = new ArrayList<>();
		TerminalText.lines(written, (line) -> lines.add(DisplayText.inert(line)));
		return lines;
	}

}
