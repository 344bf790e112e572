package io.watchfloor.run.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManualTextTests {

	@Test
	void aTextThatIsTheTitleIsNotShownAgain() {
		assertThat(ManualText.beyond("Tell the owner of the system", "3. **Tell** the owner of the system:")).isEmpty();
		assertThat(ManualText.beyond("Look at `x`. Then wait", "- [ ] Look at `x`. Then wait.")).isEmpty();
	}

	@Test
	void whatFollowsTheTitleStays() {
		assertThat(ManualText.beyond("Tell the owner", "3. **Tell the owner**\n   - by phone\n   - then by mail\n"))
			.contains("- by phone\n- then by mail");
	}

	@Test
	void aTextThatSaysMoreOrLeadsSomewhereIsShownWhole() {
		assertThat(ManualText.beyond("Tell the owner", "Tell the owner and the customer"))
			.contains("Tell the owner and the customer");
		assertThat(ManualText.beyond("See the board", "See the [board](https://board.example)"))
			.contains("See the [board](https://board.example)");
		assertThat(ManualText.beyond("Tell the owner", " ")).isEmpty();
	}

}
