package io.watchfloor.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets one of the nodes do what is due, by db-scheduler: whoever picks an execution has
 * it until it is done or gives no sign of life for eight seconds.
 *
 * @see <a href="../../../../../../docs/decisions/0013-claims-and-schedules.md">decision
 * 13</a>
 */
@Component
class Timetable implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Timetable.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration HEARTBEAT = Duration.ofSeconds(2);

	private static final int MISSED_HEARTBEATS = 4;

	private static final int THREADS = 2;

	private static final int LIFE_SECONDS = 5;

	private final DataSource source;

	private final List<DueWork> works;

	private final MissedSchedules missed;

	private final MissedStore store;

	private final Lives lives;

	private final Clock clock;

	private @Nullable Scheduler scheduler;

	private @Nullable ScheduledExecutorService life;

	Timetable(DataSource source, List<DueWork> works, MissedSchedules missed, MissedStore store, Lives lives,
			Clock clock) {
		this.source = source;
		this.works = works;
		this.missed = missed;
		this.store = store;
		this.lives = lives;
		this.clock = clock;
	}

	@Override
	public void start() {
		List<RecurringTask<?>> tasks = this.works.stream().<RecurringTask<?>>map(this::task).toList();
		Scheduler started = Scheduler.create(this.source)
			.startTasks(tasks)
			.tableName("schedule.scheduled_tasks")
			.schedulerName(new SchedulerName.Fixed(this.lives.node()))
			.clock(this.clock::instant)
			.threads(THREADS)
			.pollingInterval(POLL)
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.failureLogging(LogLevel.WARN, false)
			.shutdownMaxWait(POLL)
			.build();
		started.start();
		this.scheduler = started;
		ScheduledExecutorService living = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("life").factory());
		var _ = living.scheduleWithFixedDelay(this::live, 0, LIFE_SECONDS, TimeUnit.SECONDS);
		this.life = living;
	}

	private void live() {
		try {
			this.lives.live();
			this.missed.record();
		}
		catch (RuntimeException notNow) {
			log.debug("The store does not answer now", notNow);
		}
	}

	private RecurringTask<?> task(DueWork work) {
		return Tasks.recurring(work.name(), new ByRhythm(work.rhythm()))
			.onFailureReschedule()
			.onDeadExecutionRevive()
			.execute((_, context) -> run(work, context));
	}

	private void run(DueWork work, ExecutionContext context) {
		Turn turn = new Turn(context.getExecution(), this.store);
		this.missed.notice(work.name(), work.rhythm(), turn.due(), work.tolerance());
		work.run(turn);
	}

	@Override
	public void stop() {
		if (this.life != null) {
			this.life.shutdownNow();
			this.life = null;
		}
		if (this.scheduler != null) {
			this.scheduler.stop();
			this.scheduler = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	/**
	 * A rhythm as db-scheduler asks for it; due times that are over are not made up for.
	 */
	private record ByRhythm(Rhythm rhythm) implements Schedule {

		@Override
		public Instant getNextExecutionTime(ExecutionComplete done) {
			return this.rhythm.after(done.getTimeDone());
		}

		@Override
		public boolean isDeterministic() {
			return this.rhythm instanceof Rhythm.Daily;
		}

	}

}
