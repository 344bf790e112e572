package io.watchfloor.action;

import java.util.List;

import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnbrokenTests {

	@Test
	void aReaderThatBreaksLeavesTheLineToAPerson() {
		assertThat(Unbroken.understanding(() -> {
			throw new IllegalStateException("secret");
		})).isInstanceOfSatisfying(Understanding.NotUnderstood.class,
				(not) -> assertThat(not.reason()).contains("mistake of Watchfloor's").doesNotContain("secret"));
		assertThat(Unbroken.understanding(() -> {
			throw new StackOverflowError();
		})).isInstanceOfSatisfying(Understanding.NotUnderstood.class,
				(not) -> assertThat(not.reason()).contains("nested too deeply"));
	}

	@Test
	void aCheckThatBreaksSaysNothing() {
		assertThat(Unbroken.findings(() -> List.<Finding>of().reversed().subList(1, 2))).isEmpty();
	}

}
