package io.watchfloor.action.aws.dynamo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.catalog.Target;
import io.watchfloor.bench.Benchmark;

/**
 * Clears 1,000 of 1,100 items of moto, the plan read again before, against a script that
 * calls {@code aws} to delete each one.
 */
class DynamoBenchmark implements Benchmark {

	private static final int MATCHING = 1_000;

	private static final int OF_THE_SCRIPT = 3;

	private final DynamoClear action = new DynamoClear("bench", "id", DynamoClear.Condition.PREFIX, "dedup#", 10_000,
			"");

	private AwsLab aws;

	private Path folder;

	@Override
	public String name() {
		return "dynamo";
	}

	@Override
	public String unit() {
		return "items/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() throws IOException {
		this.aws = new AwsLab();
		this.folder = Files.createTempDirectory("bench-dynamo");
		this.aws
			.run("aws dynamodb create-table --table-name bench --attribute-definitions AttributeName=id,AttributeType=S"
					+ " --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST");
	}

	private void fill(int matching) {
		for (int from = 0; from < matching + 100; from += 25) {
			List<Object> puts = new ArrayList<>();
			for (int i = from; i < Math.min(matching + 100, from + 25); i++) {
				puts.add(Map.of("PutRequest",
						Map.of("Item", Map.of("id", Map.of("S", ((i < matching) ? "dedup#" : "keep#") + i)))));
			}
			this.aws.sessions()
				.changing(this.aws.direct())
				.call("dynamodb", "batch-write-item", Map.of("RequestItems", Map.of("bench", puts)), "");
		}
	}

	@Override
	public double ours() {
		fill(MATCHING);
		DynamoClearHandler handler = new DynamoClearHandler(this.aws.sessions(), Clock.systemUTC());
		Target target = this.aws.direct(this.folder);
		long start = System.nanoTime();
		Plan plan = handler.plan(this.action, target);
		Outcome outcome = handler.execute(this.action, plan, target, new Recorder(plan));
		double rate = MATCHING / ((System.nanoTime() - start) / 1e9);
		if (!outcome.message().equals(MATCHING + " items were deleted.")) {
			throw new IllegalStateException(outcome.message());
		}
		return rate;
	}

	@Override
	public double peer() throws IOException, InterruptedException {
		fill(OF_THE_SCRIPT);
		long start = System.nanoTime();
		for (int i = 0; i < OF_THE_SCRIPT; i++) {
			this.aws.command("dynamodb", "delete-item", "--table-name", "bench", "--key",
					"{\"id\":{\"S\":\"dedup#" + i + "\"}}");
		}
		return OF_THE_SCRIPT / ((System.nanoTime() - start) / 1e9);
	}

	@Override
	public void tidy() {
		this.aws.close();
	}

}
