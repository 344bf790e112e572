package io.watchfloor.command;

import java.time.Duration;
import java.util.List;

import io.watchfloor.command.Statement.Comment;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ShellTextTests {

	@Test
	void aCommentDirectlyAboveBelongsToTheCommandAndOneFurtherUpStandsAlone() {
		ShellText text = ShellText.read("""
				# Or by hand:

				# 1. Ping
				redis-cli -u $REDIS_URL ping  # quick
				# 2. Look at the console
				""");
		Statement ping = text.statements().getFirst();
		assertThat(ping.above()).extracting(Comment::text).containsExactly("1. Ping");
		assertThat(ping.note()).isNotNull();
		assertThat(ping.source()).isEqualTo("redis-cli -u $REDIS_URL ping");
		assertThat(ping.firstLine()).isEqualTo(4);
		assertThat(text.comments()).extracting(Comment::line).containsExactly(1, 5);
	}

	@Test
	void aStatementMayContinueOverLinesInsideQuotesOrBehindABackslash() {
		List<Statement> statements = ShellText.split("""
				psql "$URL" -c "SELECT 1
				  FROM t"
				aws ecs \\
				  update-service
				""");
		assertThat(statements).extracting(Statement::firstLine).containsExactly(1, 3);
		assertThat(statements).extracting(Statement::lastLine).containsExactly(2, 4);
		assertThat(pipeline(statements.get(1)).stages().getFirst().words()).extracting((word) -> word.literal().get())
			.containsExactly("aws", "ecs", "update-service");
	}

	@Test
	void pipesRedirectionsAndConnectorsAreTold() {
		List<Statement> statements = ShellText
			.split("docker logs x 2>&1 | grep -i err >> out && a < in || b &> all; PGPASSWORD=x c &");
		assertThat(statements).extracting(Statement::connector)
			.containsExactly(Connector.AND, Connector.OR, Connector.THEN, Connector.BACKGROUND);
		List<SimpleCommand> stages = pipeline(statements.getFirst()).stages();
		assertThat(stages.getFirst().redirections()).singleElement().satisfies((redirection) -> {
			assertThat(redirection.descriptor()).isEqualTo(2);
			assertThat(redirection.operator()).isEqualTo(">&");
			assertThat(redirection.target().literal()).hasValue("1");
		});
		assertThat(stages.get(1).redirections().getFirst().operator()).isEqualTo(">>");
		assertThat(pipeline(statements.get(3)).stages().getFirst().assignments().getFirst().name())
			.isEqualTo("PGPASSWORD");
	}

	@Test
	void whatAShellWouldExpandIsKeptAsSource() {
		List<Word> words = pipeline(
				ShellText.split("f $A ${B} ${C:-d} $(date +%Y) `id` $((1+2)) *.log ~/x {a,b} $'a\\n' \"x$D\"")
					.getFirst())
			.stages()
			.getFirst()
			.arguments();
		assertThat(words).extracting(Word::literal).allMatch(java.util.Optional::isEmpty);
		assertThat(words.get(0).variable()).hasValue("A");
		assertThat(words.get(1).variable()).hasValue("B");
		assertThat(words.subList(2, 6)).extracting((word) -> word.parts().getFirst())
			.containsExactly(new Word.Expansion(Word.Expansion.Kind.PARAMETER, "${C:-d}"),
					new Word.Expansion(Word.Expansion.Kind.COMMAND, "$(date +%Y)"),
					new Word.Expansion(Word.Expansion.Kind.COMMAND, "`id`"),
					new Word.Expansion(Word.Expansion.Kind.ARITHMETIC, "$((1+2))"));
	}

	@Test
	void aPromptAndSudoStayWhereTheyAre() {
		assertThat(pipeline(ShellText.split("$ sudo ls").getFirst()).stages().getFirst().tool()).hasValue("$");
		assertThat(pipeline(ShellText.split("sudo ls").getFirst()).stages().getFirst().tool()).hasValue("sudo");
	}

	@Test
	void aHereDocumentIsWhatItsCommandReads() {
		assertThat(fed("cat <<EOF | sort\n rm x\nEOF").literal()).hasValue(" rm x\n");
		assertThat(fed("cat <<-'EOF'\n\trm $x\n\tEOF").literal()).hasValue("rm $x\n");
		assertThat(fed("cat <<EOF\na $B ${C}\nEOF").parts()).containsExactly(new Word.Literal("a "),
				new Word.Variable("B"), new Word.Literal(" "), new Word.Variable("C"), new Word.Literal("\n"));
		for (String expanded : List.of("$(rm x)", "`rm x`", "a\\b", "${A:-b}", "$$")) {
			assertThat(fed("cat <<EOF\n" + expanded + "\nEOF").literal()).as(expanded).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "for i in 1 2; do\n  rm $i\ndone | sort", "if a; then\n  b\nelse\n  c\nfi",
			"case $X in\n  (a|if) b;;\n  c) if d; then e; fi ;;\nesac", "f() {\n  rm x\n}", "function f {\n  rm x\n}",
			"{ a\n b; }", "(cd x\n rm y)", "! {\n a\n}", "[[ a &&\n b ]]", "A=(\n a b\n)", "declare -a A=(\n rm\n)",
			"a $(cat <<EOF\n rm\nEOF\n)", "while read x; do\n  case $x in a) b;; esac\ndone < <(ls\n rm)",
			"echo 'open\nrm x", "echo \"open\nrm x", "echo $(open\nrm x", "echo `open\nrm x", "((i\n<\n2))", "a \0\nb",
			"diff <(a\nb) c", "coproc {\n a\n}" })
	void whatIsNotAPlainPipelineStaysWholeAndSaysWhy(String text) {
		List<Statement> statements = ShellText.split(text);
		assertThat(statements).singleElement().satisfies((statement) -> {
			assertThat(statement.source()).isEqualTo(text);
			assertThat(statement.content()).isInstanceOf(NotUnderstood.class);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a &&", "| a", "a |", "a > ", ")", "a )", ";;", "a;; b", "echo $[1+2]", "echo $A\\\nB",
			"done", "}", "A+=b", "a |& b", "a \\" })
	void whatNoShellOrNotEveryShellWouldRunIsNotSplit(String text) {
		assertThat(ShellText.split(text).getFirst().content()).isInstanceOf(NotUnderstood.class);
	}

	@Test
	void commandsBehindABrokenLineAreStillRead() {
		List<Statement> statements = ShellText.split("1. Resize (stop first)\nredis-cli ping\n");
		assertThat(statements).hasSize(2);
		assertThat(pipeline(statements.get(1)).stages().getFirst().tool()).hasValue("redis-cli");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$(", "\"$(", "(", "{ ", "! ", "`", "\"", "if ", "a;", "a|", "[", "{a,", "<<A\n", "$((",
			"#\n", "\\\n", "case a in ", "f()" })
	void hostileTextIsReadInTime(String piece) {
		String text = piece.repeat(100_000);
		assertTimeoutPreemptively(Duration.ofSeconds(2),
				() -> assertThatNoException().isThrownBy(() -> ShellText.read(text)));
	}

	private static Word fed(String text) {
		return pipeline(ShellText.split(text).getFirst()).stages().getFirst().redirections().getFirst().target();
	}

	private static Pipeline pipeline(Statement statement) {
		return switch (statement.content()) {
			case Understood<Pipeline>(var pipeline) -> pipeline;
			case NotUnderstood<Pipeline>(var reason) -> throw new AssertionError(reason);
			case io.watchfloor.command.Understanding.ByHand<Pipeline> work -> throw new AssertionError(work);
		};
	}

}
