package io.watchfloor.action.aws.sqs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

import io.watchfloor.action.aws.AwsLab;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ in this process, behind a line that listens in. */
final class ElasticQueues implements AutoCloseable {

	private final SQSRestServer server;

	final AwsLab aws;

	ElasticQueues() throws IOException {
		this.server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
		InetSocketAddress address = this.server.waitUntilStarted().localAddress();
		this.aws = AwsLab.before(URI.create("http://127.0.0.1:" + address.getPort()));
	}

	@Override
	public void close() {
		this.aws.close();
		this.server.stopAndWait();
	}

}
