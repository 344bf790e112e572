package io.watchfloor.runbook;

import java.util.List;
import java.util.Optional;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.Role;
import io.watchfloor.testing.SignedIn;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Law 6: what a person reads is asked for in the service. */
class LibraryTests {

	private static final Runbooks EMPTY = new Runbooks() {

		@Override
		public List<Runbook> all() {
			return List.of();
		}

		@Override
		public Optional<Runbook> find(RunbookId id) {
			return Optional.empty();
		}

	};

	static List<ThrowingCallable> readsOfNobody() {
		return reads(new Library(EMPTY, SignedIn.as()));
	}

	static List<ThrowingCallable> readsOfAViewer() {
		return reads(new Library(EMPTY, SignedIn.as(Role.VIEWER)));
	}

	private static List<ThrowingCallable> reads(Library library) {
		return List.of(library::all, () -> library.find(Books.id("book.md")), library::troubles, library::readAt);
	}

	@ParameterizedTest
	@MethodSource("readsOfNobody")
	void nobodyReadsWithoutThePermission(ThrowingCallable read) {
		assertThatThrownBy(read).isInstanceOf(Problem.class);
	}

	@ParameterizedTest
	@MethodSource("readsOfAViewer")
	void aViewerReadsEverything(ThrowingCallable read) {
		assertThatCode(read).doesNotThrowAnyException();
	}

}
