package io.watchfloor.audit;

import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.watchfloor.db.StoreStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The log with one writer on this node: callers queue, the writer takes up all that wait,
 * chains them, and commits once. Nothing is kept between commits, so a lost connection or
 * another node's records cannot confuse it: every commit begins at the head it reads.
 */
@Component
class GroupCommitAuditLog implements AuditLog, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(GroupCommitAuditLog.class);

	private static final long PROBE_SECONDS = 2;

	private final BlockingQueue<PendingAppend> waiting = new LinkedBlockingQueue<>();

	private final EntryPreparation preparation;

	private final ChainStore store;

	private final StoreStatus status;

	private final Checkpoints checkpoints;

	private final AuditSettings settings;

	private final Clock clock;

	private final Thread writer = Thread.ofPlatform().name("audit-writer").daemon().unstarted(this::write);

	private int expected = 1;

	private volatile boolean failing;

	private volatile boolean stopping;

	GroupCommitAuditLog(EntryPreparation preparation, ChainStore store, StoreStatus status, Checkpoints checkpoints,
			AuditSettings settings, Clock clock) {
		this.preparation = preparation;
		this.store = store;
		this.status = status;
		this.checkpoints = checkpoints;
		this.settings = settings;
		this.clock = clock;
		this.writer.start();
	}

	@Override
	public long append(AuditEntry entry) {
		PendingAppend pending = new PendingAppend(this.preparation.prepare(entry));
		if (this.stopping) {
			throw AppendProblems.stopped(entry);
		}
		this.waiting.add(pending);
		return pending.await(this.settings.patience());
	}

	@Override
	public boolean writable() {
		return !this.failing && !this.stopping && this.status.available();
	}

	/** Writes what still waits, then ends. Beans that append are destroyed before. */
	@Override
	public void destroy() throws InterruptedException {
		this.stopping = true;
		this.writer.join(this.settings.patience());
	}

	private void write() {
		while (!this.stopping || !this.waiting.isEmpty()) {
			PendingAppend first = next();
			if (first != null) {
				write(new Batch(first, this.waiting, this.expected, this.clock));
			}
			else if (this.failing) {
				this.failing = !this.store.answers();
			}
		}
	}

	private @Nullable PendingAppend next() {
		try {
			return this.waiting.poll(this.stopping ? 0 : PROBE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException interrupted) {
			this.stopping = true;
			return null;
		}
	}

	private void write(Batch batch) {
		try {
			settle(batch, this.store.append(batch::linkTo));
		}
		catch (RuntimeException unforeseen) {
			logger.error("The audit writer failed; it goes on with the next records", unforeseen);
			this.failing = true;
			batch.fail(AppendProblems::notWritten, unforeseen);
		}
	}

	private void settle(Batch batch, ChainStore.Result result) {
		switch (result) {
			case ChainStore.Result.Written written -> {
				this.failing = false;
				this.expected = batch.size() + this.waiting.size();
				batch.succeed(written.records());
				written.records()
					.stream()
					.reduce((first, last) -> last)
					.map(AuditRecord::head)
					.ifPresent(this.checkpoints::reached);
			}
			// One record that the server does not take must not keep the others out
			case ChainStore.Result.NotWritten refused when refused.fault() && batch.size() > 1 ->
				batch.split().forEach(this::write);
			case ChainStore.Result.NotWritten refused -> {
				this.failing = !refused.fault();
				this.status.suspect();
				batch.fail(AppendProblems::notWritten, refused.cause());
			}
			case ChainStore.Result.Unsettled lost -> {
				this.failing = true;
				this.status.suspect();
				batch.fail(AppendProblems::unsettled, lost.cause());
			}
		}
	}

}
