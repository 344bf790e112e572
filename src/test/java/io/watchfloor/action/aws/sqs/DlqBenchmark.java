package io.watchfloor.action.aws.sqs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Recorder;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.bench.Benchmark;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Moves 2,000 messages of ElasticMQ in batches with the ledger, against a script that
 * calls {@code aws} to receive, send and delete each one.
 */
class DlqBenchmark implements Benchmark {

	private static final int MESSAGES = 2_000;

	private static final int OF_THE_SCRIPT = 3;

	private ElasticQueues elastic;

	private Mail mail;

	@Override
	public String name() {
		return "dlq";
	}

	@Override
	public String unit() {
		return "messages/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() throws IOException {
		this.elastic = new ElasticQueues();
		this.mail = Mail.make(this.elastic.aws, "bench");
	}

	private void fill(int messages) {
		for (String queue : List.of(this.mail.liveName(), this.mail.deadName())) {
			this.mail.sqs((sqs) -> sqs.purgeQueue((q) -> q.queueUrl(this.mail.url(queue))));
		}
		String url = this.mail.url(this.mail.deadName());
		for (int from = 0; from < messages; from += 10) {
			List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
			for (int i = from; i < Math.min(messages, from + 10); i++) {
				entries.add(SendMessageBatchRequestEntry.builder()
					.id("m" + i)
					.messageBody("{\"alert\":" + i + ",\"text\":\"" + "x".repeat(400) + "\"}")
					.build());
			}
			this.mail.sqs((sqs) -> sqs.sendMessageBatch((send) -> send.queueUrl(url).entries(entries)));
		}
	}

	@Override
	public double ours() {
		fill(MESSAGES);
		AwsSession session = this.elastic.aws.sessions().changing(this.elastic.aws.direct());
		DeadLetters letters = new DeadLetters(Queue.named(this.mail.deadName(), "", session),
				Queue.named(this.mail.liveName(), "", session), Optional.empty());
		MoveLedger ledger = new MoveLedger();
		long start = System.nanoTime();
		session.with(SqsClient.class, "sqs", "bench", "",
				(sqs) -> new MessageMover(sqs, letters, 0, new Recorder(null), ledger).move());
		return rate(start, MESSAGES);
	}

	@Override
	public double peer() throws IOException, InterruptedException {
		fill(OF_THE_SCRIPT);
		String dead = this.mail.url(this.mail.deadName());
		String live = this.mail.url(this.mail.liveName());
		long start = System.nanoTime();
		for (int i = 0; i < OF_THE_SCRIPT; i++) {
			String[] message = this.elastic.aws
				.command("sqs", "receive-message", "--queue-url", dead, "--query", "Messages[0].[ReceiptHandle,Body]")
				.split("\t", 2);
			this.elastic.aws.command("sqs", "send-message", "--queue-url", live, "--message-body", message[1]);
			this.elastic.aws.command("sqs", "delete-message", "--queue-url", dead, "--receipt-handle", message[0]);
		}
		return rate(start, OF_THE_SCRIPT);
	}

	/** Only a round that moved everything counts. */
	private double rate(long start, int messages) {
		double seconds = (System.nanoTime() - start) / 1e9;
		if (this.mail.depth(this.mail.liveName()) != messages || this.mail.depth(this.mail.deadName()) != 0) {
			throw new IllegalStateException(this.mail.depth(this.mail.liveName()) + " of " + messages + " arrived");
		}
		return messages / seconds;
	}

	@Override
	public void tidy() {
		this.elastic.close();
	}

}
