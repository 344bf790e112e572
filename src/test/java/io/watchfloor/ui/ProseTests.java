package io.watchfloor.ui;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProseTests {

	@ParameterizedTest
	@ValueSource(strings = { "a <script>window.x=1</script> b", "<style>body{display:none}</style>",
			"<img src=x onerror=\"window.x=1\">", "Call <form action=\"/logout\"><button>Confirm</button></form>",
			"<div style=\"position:fixed;inset:0\">\noverlay\n</div>", "<svg onload=\"window.x=1\"></svg>",
			"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x&gt;\">",
			"<!-- a comment --> <?php x ?> <![CDATA[x]]>", "| a |\n|---|\n| <script>x</script> |",
			"- [ ] <b onclick=x>do</b>" })
	void markupInARunbookStaysText(String markdown) {
		assertThat(Prose.html(markdown))
			.doesNotContainPattern("(?i)<(script|style|img|form|button|div|svg|math|b |!--|\\?php|!\\[)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[x](javascript:window.x=1)", "[x](JaVaScRiPt&#58;window.x=1)",
			"[x](data:text/html,<script>1</script>)", "<javascript:alert(1)>", "![x](javascript:alert(1))",
			"[x]( vbscript:x )", "[x]: javascript:alert(1)\n\n[x]" })
	void aLinkLeadsToPagesAndMailOnly(String markdown) {
		assertThat(Prose.html(markdown)).doesNotContainPattern("(?i)href=\"[^\"]*(script|data):");
	}

	@Test
	void whatAReaderNeedsIsThere() {
		assertThat(Prose.html("Delete `<pod>` and <pod>, see **[the board](https://board.example/x?a=1&b=2)**"))
			.contains("<code>&lt;pod&gt;</code> and &lt;pod&gt;")
			.contains("href=\"https://board.example/x?a=1&amp;b=2\"", "rel=\"noopener noreferrer\"",
					">the board</a></strong>");
		assertThat(Prose.html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<td>1</td>");
		assertThat(Prose.html("- [x] told them")).contains("type=\"checkbox\"", "disabled");
	}

	@Test
	void aPictureIsALinkSoThatNothingIsLoadedByLooking() {
		assertThat(Prose.html("![the board](https://elsewhere.example/board.png)"))
			.contains(">the board</a>", "href=\"https://elsewhere.example/board.png\"")
			.doesNotContain("<img");
	}

}
