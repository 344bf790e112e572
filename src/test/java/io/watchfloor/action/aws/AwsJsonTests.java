package io.watchfloor.action.aws;

import java.time.Clock;
import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Actions survive JSON and back, and the line that they write reads the same. */
class AwsJsonTests {

	private static final Clock CLOCK = Clock.systemUTC();

	@ParameterizedTest
	@ValueSource(strings = { "aws ecs update-service --cluster c --service s --desired-count 4",
			"aws dynamodb get-item --table-name t --key '{\"id\":{\"N\":\"1\"}}' --no-consistent-read",
			"aws cloudwatch get-metric-statistics --namespace n --metric-name m --period 60 --statistics Sum --start-time \"$(date -u -d '2 hours ago' +%FT%TZ)\" --end-time \"$(date -u +%FT%TZ)\"",
			"aws logs start-query --log-group-name g --start-time $(date -d '1 hour ago' +%s) --end-time $(date +%s) --query-string x",
			"aws ecs wait services-stable --cluster c --services a b",
			"aws logs tail /g --since 2h --filter-pattern ERROR",
			"aws s3 ls s3://b/p/ --recursive --human-readable --summarize", "aws s3 rm s3://b/p/ --recursive",
			"aws cloudfront create-invalidation --distribution-id D --paths /a '/b/*'" })
	void actionsSurviveJsonAndTheirOwnLine(String line) {
		AwsSessions sessions = new AwsSessions(new AwsClients(new NoSecrets()), CLOCK);
		Actions actions = Connectors
			.of(List.of(new AwsReadHandler(sessions, CLOCK), new AwsChangeHandler(sessions, CLOCK),
					new AwsWaitHandler(sessions, CLOCK), new LogsTailHandler(sessions, CLOCK),
					new S3ListHandler(sessions, CLOCK), new S3RemoveHandler(sessions, CLOCK)));
		Action action = Lines.call(line, new AwsReader()).action();
		assertThat(actions.read(actions.write(action))).isEqualTo(action);
		assertThat(Lines.call(action.commandLine(), new AwsReader()).action()).isEqualTo(action);
	}

}
